/**
 * Lets every id pass once within its life. Full means refuse: forgetting an id early would let it pass again. It knows
 * this process only; replicas of one subgraph behind one address each have their own.
 */
export class Once {
  /** Id to the moment (seconds) from which its token has expired anyway. */
  readonly #seen = new Map<string, number>();

  constructor(private readonly max = 100_000) {}

  take(id: string, until: number, now: number): boolean {
    if (this.#seen.has(id)) return false;
    if (this.#seen.size >= this.max) this.#forget(now);
    if (this.#seen.size >= this.max) return false;
    this.#seen.set(id, until);
    return true;
  }

  #forget(now: number): void {
    for (const [id, until] of this.#seen) {
      if (until < now) this.#seen.delete(id);
    }
  }
}
