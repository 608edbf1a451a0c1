import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/**
 * `npm run test:fresh`: the way of a stranger. Clones what is committed into an empty folder, installs, starts on free
 * ports, asks the README's query as the README's two people, and compares with the README's answers.
 */
async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ketenhub-fresh-'));
  const clone = join(folder, 'ketenhub');
  const [hub, metrics, police, care, municipality] = await Promise.all(Array.from({ length: 5 }, freePort));
  const env = {
    ...withoutSettings(),
    PORT: String(hub),
    METRICS_PORT: String(metrics),
    POLICE_PORT: String(police),
    CARE_PORT: String(care),
    MUNICIPALITY_PORT: String(municipality),
  };
  const step = stopwatch();
  try {
    execFileSync('git', ['clone', '--quiet', ROOT, clone], { stdio: 'inherit' });
    step('clone');
    execFileSync('npm', ['ci', '--silent', '--no-progress'], { cwd: clone, env, stdio: 'inherit' });
    step('npm ci');
    const started = spawn('npm', ['start'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    try {
      await printed(started.stdout, 'ready in');
      step('npm start');
      const right = await answersAsWritten(clone, env, `http://localhost:${env.PORT}`);
      step('the query of the README, as two people');
      return right ? 0 : 1;
    } finally {
      if (started.pid !== undefined) process.kill(-started.pid, 'SIGTERM');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answersAsWritten(clone: string, env: NodeJS.ProcessEnv, address: string): Promise<boolean> {
  const readme = readFileSync(join(clone, 'README.md'), 'utf8');
  const query = /```graphql\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const casus = /CASUS=([0-9a-f]+)/.exec(readme)?.[1] ?? '';
  const written = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json) as unknown);
  const people = [
    ['politie-oost-nederland', 'm-politie-1', 'STRAFRECHTELIJKE_HANDHAVING'],
    ['dimence', 'm-dimence-1', 'ZORG_EN_HULPVERLENING'],
  ] as const;
  let right = true;
  for (const [index, [partner, medewerker, doel]] of people.entries()) {
    const token = execFileSync(
      'npm',
      ['run', '--silent', 'token', '--', '--partner', partner, '--medewerker', medewerker],
      {
        cwd: clone,
        env,
        encoding: 'utf8',
      },
    ).trim();
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'keten-casus': casus,
        'keten-doel': doel,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query, variables: { casus } }),
    });
    const { data } = (await answer.json()) as { data?: unknown };
    const same = isDeepStrictEqual(data, written[index]);
    process.stdout.write(`${partner}, ${doel}: ${same ? 'as the README says' : `differs: ${JSON.stringify(data)}`}\n`);
    right &&= same;
  }
  return right;
}

/** What this machine has set must not help the stranger. */
function withoutSettings(): NodeJS.ProcessEnv {
  const ours =
    /^(KETENHUB|POLICE|CARE|MUNICIPALITY|REGISTER|HUB|npm)_|^(PORT|HOST|METRICS_PORT|REDIS_URL|CONVENANTEN_DIR|PUBLIC_URL|LOG_LEVEL|NODE_ENV|INIT_CWD)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function printed(output: NodeJS.ReadableStream, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    output.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes(words)) resolve();
    });
    output.on('end', () => reject(new Error(`npm start ended before it said "${words}":\n${text}`)));
  });
}

function stopwatch(): (what: string) => void {
  let last = performance.now();
  return (what) => {
    const now = performance.now();
    process.stdout.write(`${((now - last) / 1000).toFixed(1)} s  ${what}\n`);
    last = now;
  };
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fout: unknown) => {
    process.stderr.write(`${fout instanceof Error ? fout.message : 'failed'}\n`);
    process.exitCode = 2;
  },
);
