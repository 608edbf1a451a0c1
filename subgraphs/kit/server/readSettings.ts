import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isLoopback } from '../../../schema/loopback';
import { type Environment, withoutEmpty } from '../../../schema/environment';
import type { Subgraaf } from '../../../schema/domain/subgraaf';
import { tracesUrl } from '../../../schema/tracing/tracesUrl';

import { type Tls, readTls } from './readTls';

export interface Settings {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string | null;
  /** Folder of embedded stores and demo keys. */
  readonly dir: string;
  /** Public keys of the hub. */
  readonly jwksFile: string;
  /** null: plain HTTP. */
  readonly tls: Tls | null;
  readonly logLevel: string;
  /** OTLP/HTTP address of a collector to which traces go; null: nothing is traced. */
  readonly tracesUrl: string | null;
  readonly seed: number;
  readonly size: 'demo' | number;
}

const PORTS: Readonly<Record<Subgraaf, number>> = { police: 4001, care: 4002, municipality: 4003 };

const count = z.coerce.number().int().nonnegative();

/** Settings of a subgraph from the environment; what is empty is not set. @throws Error naming the setting that can't be read. */
export function readSettings(subgraaf: Subgraaf, given: Environment): Settings {
  const env = withoutEmpty(given);
  const name = subgraaf.toUpperCase();
  const mode = read('KETENHUB_MODE', z.enum(['demo', 'production']).default('production'), env);
  const dir = resolve(env.KETENHUB_DIR ?? '.ketenhub');
  const jwksFile = env.HUB_JWKS_FILE ?? (mode === 'demo' ? join(dir, 'sleutels', 'hub.jwks.json') : undefined);
  if (jwksFile === undefined)
    throw new Error(
      'HUB_JWKS_FILE: in production, the file with public keys of the hub is needed (for the demo: KETENHUB_MODE=demo)',
    );
  const host = env.HOST ?? '127.0.0.1';
  const tls = readTls(env);
  if (tls === null && env.PLAIN_HTTP !== '1' && !isLoopback(host)) {
    throw new Error(
      `HOST: on ${host} others can listen in: give TLS_CERT_FILE, TLS_KEY_FILE and TLS_CLIENT_CA_FILE, or allow it by PLAIN_HTTP=1`,
    );
  }
  return {
    mode,
    host,
    tls,
    port: read(`${name}_PORT`, count.max(65_535).default(PORTS[subgraaf]), env),
    databaseUrl: env[`${name}_DATABASE_URL`] ?? null,
    dir,
    jwksFile,
    logLevel: read(
      'LOG_LEVEL',
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
      env,
    ),
    tracesUrl: read('TRACES_URL', tracesUrl.optional(), env) ?? null,
    seed: read('KETENHUB_SEED', count.default(1), env),
    size: read('KETENHUB_SIZE', z.union([z.literal('demo'), count.positive()]).default('demo'), env),
  };
}

function read<T>(name: string, type: z.ZodType<T>, env: Environment): T {
  const result = type.safeParse(env[name]);
  if (result.success) return result.data;
  throw new Error(`${name}: ${result.error.issues[0]?.message ?? 'can not be read'}`);
}
