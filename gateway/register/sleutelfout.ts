/** The register stands under another key of checkpoints than this hub has: it must be started anew, with that one. */
export class Sleutelfout extends Error {
  override readonly name = 'Sleutelfout';
  constructor() {
    super('the register stands under another checkpoint key, which must vouch for this one');
  }
}
