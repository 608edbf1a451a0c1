import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoKeys } from './demoKeys';
import { SUBGRAVEN } from '../../schema/domain/subgraaf';
import { readSettings } from '../settings';

const ROOT = join(__dirname, '../..');
const NODE = ['-r', join(ROOT, 'compile.cjs')];
/** How long the whole demo may take to start, in ms: a slow machine seeds its stores first. */
const PATIENCE = 120_000;

/**
 * `npm start`: the hub and its three subgraphs on this machine, each its own process over its own embedded store, with
 * synthetic data. Ends by printing the address and a first query. If one of them ends, all end.
 */
async function launch(): Promise<void> {
  const env = {
    ...process.env,
    KETENHUB_MODE: process.env['KETENHUB_MODE'] ?? 'demo',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  };
  const settings = readSettings(env, 'demo');
  if (settings.mode === 'production')
    throw new Error('npm start is the demo; in production each process starts by itself.');
  await demoKeys(settings.dir);
  const started = performance.now();
  const children = new Map<string, ChildProcess>();
  // Each says so itself when it listens: another process on the same port could answer for it.
  const heard: Promise<unknown>[] = [];
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    process.exitCode = code;
    for (const child of children.values()) child.kill('SIGTERM');
  };
  const run = (name: string, file: string): void => {
    const child = spawn(process.execPath, [...NODE, join(ROOT, file)], {
      cwd: ROOT,
      env,
      // What it logs is no answer of this command: to the other stream.
      stdio: ['ignore', 2, 'inherit', 'ipc'],
    });
    children.set(name, child);
    heard.push(new Promise((resolve) => child.once('message', resolve)));
    child.once('exit', (code) => {
      if (!ending) process.stderr.write(`${name} ended (${String(code)}), so the demo ends.\n`);
      end(code ?? 1);
    });
  };
  process.once('SIGINT', () => {
    end(0);
  });
  process.once('SIGTERM', () => {
    end(0);
  });
  process.stdout.write('ketenhub: starting hub and subgraphs (police, care, municipality) on synthetic data ...\n');
  for (const subgraaf of SUBGRAVEN) run(subgraaf, `subgraphs/${subgraaf}/main.ts`);
  run('hub', 'gateway/main.ts');
  const doors = [
    ...SUBGRAVEN.map((subgraaf) => new URL('/health/ready', settings.adressen[subgraaf])),
    new URL(`http://127.0.0.1:${String(settings.port)}/health/ready`),
  ];
  await Promise.race([Promise.all(heard), Promise.any([...children.values()].map(ended))]);
  for (const door of doors) {
    if (await ready(door, started, () => ending)) continue;
    end(1);
    return;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${greeting(`http://localhost:${String(settings.port)}`, seconds)}\n`);
}

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once('exit', resolve));
}

async function ready(door: URL, started: number, stopped: () => boolean): Promise<boolean> {
  while (performance.now() - started < PATIENCE && !stopped()) {
    const answer = await fetch(door).catch(() => null);
    if (answer?.ok === true) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!stopped()) process.stderr.write(`${door.href} was not ready within ${String(PATIENCE / 1000)} s.\n`);
  return false;
}

/** The address and a first query to paste: the one that the README explains. */
function greeting(address: string, seconds: string): string {
  const first = /```bash\n(CASUS=[\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))?.[1] ?? '';
  return [
    `ketenhub: ready in ${seconds} s at ${address}/graphql (all people and cases in it are synthetic; Ctrl-C ends it)`,
    '',
    'A first query, to paste in a second terminal in this folder:',
    '',
    first.trimEnd().replaceAll('http://localhost:4000', address),
  ].join('\n');
}

launch().catch((fout: unknown) => {
  process.stderr.write(`ketenhub: ${fout instanceof Error ? fout.message : 'could not start'}\n`);
  process.exitCode = 2;
});
