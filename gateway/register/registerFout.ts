import { Sleutelfout } from './sleutelfout';

/** The register could not do what was asked. Nothing may be released on it; the gateway answers 503. */
export class RegisterFout extends Error {
  readonly code = 'HUB_REGISTER_ONBESCHIKBAAR';
  override readonly name = 'RegisterFout';

  /** The message names the step only; what the database said is in `cause` and may quote pseudonyms. */
  constructor(step: string, cause: unknown) {
    super(`Register: ${step} mislukt`, { cause });
  }

  /** A hub with a newer key of checkpoints took over. From the thread that writes comes no more than the class. */
  get superseded(): boolean {
    return this.cause instanceof Error && this.cause.message === Sleutelfout.name;
  }
}
