/** Which texts are gone and not, or not yet, explained: a bit an entry, so that ten million take little more than 1 MB. */
export class GoneTexts {
  #bits = new Uint8Array(1024);

  add(nr: number): void {
    const at = Math.floor(nr / 8);
    if (at >= this.#bits.length) {
      const larger = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
      larger.set(this.#bits);
      this.#bits = larger;
    }
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (nr % 8));
  }

  /** A VERNIETIGING names these, `to` not included. */
  explain(from: number, to: number): void {
    const end = Math.min(to, this.#bits.length * 8);
    for (let nr = from; nr < end; nr += 1) {
      const at = Math.floor(nr / 8);
      this.#bits[at] = (this.#bits[at] ?? 0) & ~(1 << (nr % 8));
    }
  }

  first(): number | null {
    const at = this.#bits.findIndex((byte) => byte !== 0);
    if (at < 0) return null;
    return at * 8 + Math.log2((this.#bits[at] ?? 0) & -(this.#bits[at] ?? 0));
  }
}
