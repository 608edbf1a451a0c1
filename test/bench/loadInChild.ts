import { Pool } from 'undici';

interface Load {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connections: number;
  readonly ms: number;
}

/** The load generator, a process of its own: takes one load a line, and prints how many answers a second it got. */
async function run({ address, headers, body, connections, ms }: Load): Promise<number> {
  const pool = new Pool(address, { connections, pipelining: 1 });
  const until = performance.now() + ms;
  let answers = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const { statusCode, body: answer } = await pool.request({ path: '/graphql', method: 'POST', headers, body });
      await answer.dump();
      if (statusCode !== 200) throw new Error(`expected 200, got ${String(statusCode)}`);
      answers += 1;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, client));
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  return answers / seconds;
}

process.stdin.on('data', (line: Buffer) => {
  run(JSON.parse(line.toString()) as Load).then(
    (rate) => process.stdout.write(`${String(rate)}\n`),
    (fault: unknown) => {
      process.stderr.write(String(fault));
      process.exit(1);
    },
  );
});
process.stdin.on('end', () => process.exit(0));
