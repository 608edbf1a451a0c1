/** A command that ends otherwise than well. The message is one Dutch line for stderr. */
export class Ended extends Error {
  override readonly name = 'Ended';
  constructor(
    /** 1 falls short, 2 unusable input. */
    readonly code: 1 | 2,
    message: string,
  ) {
    super(message);
  }
}

/** What was asked could be looked at, and does not hold. */
export function fallsShort(message: string): Ended {
  return new Ended(1, message);
}

/** What was given can't be worked with. */
export function unusable(message: string): Ended {
  return new Ended(2, message);
}
