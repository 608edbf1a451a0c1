import { type Verifier, readVerifier, verifyNote } from '../../../schema/signedNote';
import type { Checkpoint } from './checkpoint';

/**
 * Which keys may sign checkpoints. The first that a START announces is the anchor, unless the caller brought one; each
 * that follows is vouched for by the one before it, in the first checkpoint that covers its announcement.
 */
export class Sleutelketen {
  #inForce: Verifier | null = null;
  /** Announced, and not yet under a checkpoint. */
  #announced: Verifier[] = [];
  readonly #known: Verifier[] = [];
  #givenSigned = false;

  /** @param given a key that the caller trusts, from elsewhere. */
  constructor(private readonly given: Verifier | null) {}

  /** Takes in the key of a START. Returns what is wrong with it, or null. */
  announce(sleutel: string): string | null {
    const verifier = readVerifier(sleutel);
    if (verifier === null) return 'noemt een checkpointsleutel die geen sleutel is';
    const newest = this.#announced.at(-1) ?? this.#inForce;
    // The name is the origin, and another origin would be another register.
    if (newest !== null && newest.name !== verifier.name) return 'noemt een checkpointsleutel met een andere naam';
    if (newest !== null && same(newest, verifier)) return null;
    this.#announced.push(verifier);
    this.#known.push(verifier);
    return null;
  }

  /** Whether a checkpoint in the register is signed by whom it must be. Returns what is wrong, or null. */
  check({ origin, note }: Checkpoint): string | null {
    const before = this.#inForce ?? this.#announced[0] ?? this.given;
    const now = this.#announced.at(-1) ?? before;
    if (before === null || now === null) return 'is ondertekend, maar geen START noemt een checkpointsleutel';
    if (origin !== now.name) return `noemt als herkomst "${origin}" in plaats van "${now.name}"`;
    const keys = this.#known.length === 0 ? [now] : this.#known;
    for (const signature of note.signatures) {
      const key = keys.find((one) => one.name === signature.name && one.keyHash === signature.keyHash);
      if (key === undefined) return 'is ondertekend met een sleutel die geen START noemt';
      if (!verifyNote(note.text, signature, key)) return 'draagt een handtekening die niet klopt';
    }
    const signedBy = (key: Verifier): boolean =>
      note.signatures.some((one) => one.name === key.name && one.keyHash === key.keyHash);
    if (!signedBy(now)) return 'is niet ondertekend met de sleutel die toen gold';
    if (!signedBy(before)) return 'volgt op een nieuwe sleutel, maar de oude sleutel staat er niet voor in';
    this.#inForce = now;
    this.#announced = [];
    this.#givenSigned ||= this.given !== null && (same(this.given, now) || same(this.given, before));
    return null;
  }

  /** Whether the register itself vouches for whoever signed this: JA, by none of its keys, or wrongly. */
  vouchesFor({ note }: Checkpoint): 'JA' | 'VREEMD' | 'VALS' {
    const keys = this.given === null ? this.#known : [...this.#known, this.given];
    const own = note.signatures.flatMap((signature) => {
      const key = keys.find((one) => one.name === signature.name && one.keyHash === signature.keyHash);
      return key === undefined ? [] : [verifyNote(note.text, signature, key)];
    });
    if (own.length === 0) return 'VREEMD';
    return own.every((holds) => holds) ? 'JA' : 'VALS';
  }

  /** Whether the key that the caller brought has signed any of it. */
  get givenSigned(): boolean {
    return this.given === null || this.#givenSigned;
  }
}

function same(one: Verifier, other: Verifier): boolean {
  return one.name === other.name && one.key.equals(other.key);
}
