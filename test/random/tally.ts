/** Counts what really happened, so that no promise is kept by nothing happening. */
export class Tally {
  private readonly counted = new Map<string, number>();

  add(what: string, times = 1): void {
    this.counted.set(what, this.of(what) + times);
  }

  of(what: string): number {
    return this.counted.get(what) ?? 0;
  }

  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counted);
  }
}
