import { join, resolve } from 'node:path';
import { z } from 'zod';
import { STANDAARDADRESSEN } from '../schema/domain/adressen';
import { type QuestionLimits, USUAL_LIMITS } from '../schema/domain/questionLimits';
import { type Environment, withoutEmpty } from '../schema/environment';
import { isLoopback } from '../schema/loopback';
import { SUBGRAVEN, type Subgraaf } from '../schema/domain/subgraaf';
import { tracesUrl } from '../schema/tracing/tracesUrl';

/** What the environment says of one gateway process. */
export interface Settings {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number;
  readonly adressen: Readonly<Record<Subgraaf, string>>;
  /** How much the failure of one source may cost the others; times in ms. */
  readonly bronnen: {
    readonly timeout: number;
    readonly atOnce: number;
    readonly failures: number;
    readonly pause: number;
  };
  /** Files (PEM) by which hub and sources know each other; null: none. */
  readonly brontls: {
    readonly caFile: string | null;
    readonly certFile: string | null;
    readonly keyFile: string | null;
  };
  readonly limits: QuestionLimits;
  /** How large a request may be, in bytes, and how long it may take to come in. */
  readonly request: { readonly bytes: number; readonly seconds: number };
  /** Requests of one medewerker and one partner in a minute, and of one partner at once; 0: any number. */
  readonly rates: { readonly medewerker: number; readonly partner: number; readonly atOnce: number };
  /** Redis, by which several processes count together; null: each by itself. */
  readonly redisUrl: string | null;
  /** Folder of embedded stores and demo keys. */
  readonly dir: string;
  readonly convenantenDir: string;
  /** Folder of the operations that frontends registered. */
  readonly operatiesDir: string;
  /** Private key of the hub and key of the register's pseudonyms, in production. */
  readonly hubKeyFile: string | null;
  readonly registerKeyFile: string | null;
  /** Private Ed25519 key (PEM) of the checkpoints, and the one before it, in production. */
  readonly checkpointKeyFile: string | null;
  readonly formerCheckpointKeyFile: string | null;
  /** Name of the register: origin of its checkpoints. */
  readonly registerName: string;
  readonly registerUrl: string | null;
  readonly registerAdminUrl: string | null;
  /** OTLP/HTTP address of a collector to which the Logboek Dataverwerkingen goes; null: to none. */
  readonly logboekUrl: string | null;
  /** Casussen that the municipality lost stappen of, and put back to this nr: the register may know of later ones. */
  readonly teruggezet: ReadonlyMap<string, number>;
  /** Register of processing activities: what an exported line names begins so. */
  readonly verwerkingen: string;
  /** OTLP/HTTP address of a collector to which traces go; null: nothing is traced. */
  readonly tracesUrl: string | null;
  readonly logLevel: string;
  readonly publicUrl: string;
}

/** A setting that can't be read: which, and what was expected. */
export class Instelfout extends Error {
  override readonly name = 'Instelfout';
}

const port = z.coerce.number().int().min(0).max(65_535);
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const database = z.string().regex(/^postgres(ql)?:\/\//, 'expected postgresql://...');

const teruggezet = z
  .string()
  .regex(/^[\w-]{1,64}:\d{1,7}(,[\w-]{1,64}:\d{1,7})*$/, 'expected <casus>:<nr>, several with a comma between');

/** What is empty is not set. @throws Instelfout */
export function readSettings(given: Environment, standaard: 'demo' | 'production'): Settings {
  const env = withoutEmpty(given);
  const read = <T>(name: string, type: z.ZodType<T>): T => {
    const result = type.safeParse(env[name]);
    if (result.success) return result.data;
    throw new Instelfout(`${name}: ${result.error.issues[0]?.message ?? 'can not be read'}`);
  };
  const plain = read('PLAIN_HTTP', z.enum(['0', '1']).default('0')) === '1';
  const address = (subgraaf: Subgraaf): [Subgraaf, string] => {
    const own = env[`${subgraaf.toUpperCase()}_PORT`];
    const local = own === undefined ? STANDAARDADRESSEN[subgraaf] : `http://127.0.0.1:${own}/graphql`;
    const found = read(`${subgraaf.toUpperCase()}_URL`, z.url({ protocol: /^https?$/ }).default(local));
    if (plain || staysHere(found)) return [subgraaf, found];
    throw new Instelfout(`${subgraaf.toUpperCase()}_URL: expected https, or this machine; PLAIN_HTTP=1 allows what is neither`); // oxfmt-ignore
  };
  const limit = (name: string, usual: number, most = 10_000): number =>
    read(`LIMIT_${name}`, whole(0, most).default(usual));
  const rate = (name: string, usual: number): number => read(`RATE_${name}`, whole(0, 1_000_000).default(usual));
  const host = read('HOST', z.string().default('127.0.0.1'));
  const own = read('PORT', port.default(4000));
  return {
    mode: read('KETENHUB_MODE', z.enum(['demo', 'production']).default(standaard)),
    host,
    port: own,
    metricsPort: read('METRICS_PORT', port.default(4009)),
    adressen: Object.fromEntries(SUBGRAVEN.map(address)) as Record<Subgraaf, string>,
    bronnen: {
      timeout: read('SOURCE_TIMEOUT', whole(50, 30_000).default(5_000)),
      atOnce: read('SOURCE_AT_ONCE', whole(1, 1_000).default(32)),
      failures: read('SOURCE_FAILURES', whole(0, 1_000).default(10)),
      pause: read('SOURCE_PAUSE', whole(50, 600_000).default(5_000)),
    },
    brontls: {
      caFile: read('SOURCE_CA_FILE', z.string().optional()) ?? null,
      certFile: read('SOURCE_CERT_FILE', z.string().optional()) ?? null,
      keyFile: read('SOURCE_KEY_FILE', z.string().optional()) ?? null,
    },
    limits: {
      // Of more the parser's own stack could run out.
      tokens: limit('TOKENS', USUAL_LIMITS.tokens, 3_000),
      depth: limit('DEPTH', USUAL_LIMITS.depth, 100),
      aliases: limit('ALIASES', USUAL_LIMITS.aliases),
      rootFields: limit('ROOT_FIELDS', USUAL_LIMITS.rootFields),
      repeats: limit('REPEATS', USUAL_LIMITS.repeats),
      directives: limit('DIRECTIVES', USUAL_LIMITS.directives),
      fields: limit('FIELDS', USUAL_LIMITS.fields, 1_000_000),
      places: limit('PLACES', USUAL_LIMITS.places, 1_000),
    },
    request: {
      bytes: read('LIMIT_BYTES', whole(1_024, 16 * 1_024 * 1_024).default(256 * 1_024)),
      seconds: read('LIMIT_SECONDS', whole(1, 300).default(30)),
    },
    rates: {
      medewerker: rate('MEDEWERKER', 600),
      partner: rate('PARTNER', 12_000),
      atOnce: rate('PARTNER_AT_ONCE', 100),
    },
    redisUrl: read('REDIS_URL', z.url({ protocol: /^rediss?$/ }).optional()) ?? null,
    dir: resolve(read('KETENHUB_DIR', z.string().default('.ketenhub'))),
    convenantenDir: resolve(read('CONVENANTEN_DIR', z.string().default(join(__dirname, '../schema/convenanten')))),
    operatiesDir: resolve(read('OPERATIES_DIR', z.string().default(join(__dirname, '../schema/operations')))),
    hubKeyFile: read('HUB_KEY_FILE', z.string().optional()) ?? null,
    registerKeyFile: read('REGISTER_KEY_FILE', z.string().optional()) ?? null,
    checkpointKeyFile: read('CHECKPOINT_KEY_FILE', z.string().optional()) ?? null,
    formerCheckpointKeyFile: read('FORMER_CHECKPOINT_KEY_FILE', z.string().optional()) ?? null,
    registerName: read(
      'REGISTER_NAME',
      z
        .string()
        .regex(/^[\w.\-/]+$/, 'expected a name without spaces and plus')
        .default('ketenhub/register'),
    ),
    registerUrl: read('REGISTER_DATABASE_URL', database.optional()) ?? null,
    registerAdminUrl: read('REGISTER_ADMIN_DATABASE_URL', database.optional()) ?? null,
    logboekUrl: readLogboekUrl(read('LOGBOEK_OTLP_URL', z.url({ protocol: /^https?$/ }).optional())),
    teruggezet: readTeruggezet(read('CASUSSEN_TERUGGEZET', teruggezet.optional())),
    verwerkingen: read(
      'VERWERKINGEN_URL',
      z
        .string()
        .regex(
          /^(https?:\/\/\S+[/=#]|urn:[a-z0-9][a-z0-9-]*:\S*:)$/,
          'expected an address or urn that something can be put behind',
        ) // oxfmt-ignore
        .default('urn:ketenhub:verwerkingsactiviteit:'),
    ),
    tracesUrl: read('TRACES_URL', tracesUrl.optional()) ?? null,
    logLevel: read('LOG_LEVEL', z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info')),
    publicUrl: read('PUBLIC_URL', z.url().default(`http://localhost:${String(own)}`)),
  };
}

function readTeruggezet(given: string | undefined): ReadonlyMap<string, number> {
  const each = given?.split(',') ?? [];
  return new Map(each.map((one) => [one.slice(0, one.indexOf(':')), Number(one.slice(one.indexOf(':') + 1))]));
}

/** Pseudonyms of persons go over it: in the clear to this machine only (Logboek Dataverwerkingen: TLS). */
function readLogboekUrl(given: string | undefined): string | null {
  if (given === undefined) return null;
  const { username, password } = new URL(given);
  if (username !== '' || password !== '') throw new Instelfout('LOGBOEK_OTLP_URL: expected no account in the address');
  if (staysHere(given)) return given;
  throw new Instelfout('LOGBOEK_OTLP_URL: expected https, or this machine');
}

/** Encrypted, or not leaving this machine. */
function staysHere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isLoopback(hostname);
}
