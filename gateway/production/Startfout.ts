/** Something without which a hub does not start in production: which setting or file, and what was expected. */
export class Startfout extends Error {
  override readonly name = 'Startfout';
}
