/** Milliseconds that `work` takes: the median of several rounds, each of `times` calls. */
export async function measure(times: number, work: () => unknown, rounds = 7): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < rounds + 1; round += 1) {
    const start = performance.now();
    for (let time = 0; time < times; time += 1) await work();
    // The first round warms up.
    if (round > 0) taken.push((performance.now() - start) / times);
  }
  return taken.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}
