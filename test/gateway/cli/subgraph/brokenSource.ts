import { createHash, createPublicKey, randomUUID, sign, verify } from 'node:crypto';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { DELEGATIE_HEADER, type Delegatie } from '../../../../schema/domain/delegatie';
import { delegatieVan } from '../../../harness/delegatieVan';
import type { TestKey } from '../../../harness/signDelegatie';

type Fields = Readonly<Record<string, unknown>>;

/** A request as it came to a source that is broken in one thing. */
export interface Binnen {
  readonly method: string;
  readonly search: URLSearchParams;
  /** The last part of the path: the graph, or a door beside it. */
  readonly deur: string;
  readonly body: string;
  readonly token: string | null;
  readonly parts: readonly string[];
  readonly kop: Fields;
  readonly claims: Fields;
  /** By the key of the hub, and under its name. */
  readonly ondertekend: boolean;
  readonly delegatie: Delegatie;
}

export interface Uit {
  readonly status: number;
  readonly text: string;
  readonly kop?: Readonly<Record<string, string>>;
}

/** In what a source is broken; what it does not name it does as the real one behind it. */
export interface Breuk {
  /** Where; without, at the graph. */
  readonly deur?: 'bronbesluiten';
  /** Takes this for a good statement, whatever is wrong with it. */
  readonly vergeeft?: (binnen: Binnen) => boolean;
  /** Refuses it, whatever is right with it. */
  readonly weigert?: (binnen: Binnen) => boolean;
  /** Takes a good statement for another. */
  readonly leest?: (delegatie: Delegatie) => Delegatie;
  /** Reads another question. */
  readonly vraag?: (binnen: Binnen) => string;
  readonly antwoord?: (uit: Uit, binnen: Binnen) => Uit;
  /** Waits so long, in ms. */
  readonly wacht?: (binnen: Binnen) => number;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const digest = (body: string): string => createHash('sha256').update(body).digest('base64url');

function decode(part = ''): Fields {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Stands before a real source with the key of the hub, and makes of it one that is broken. Closed after the tests of the file. */
export async function brokenSource(target: string, key: TestKey, makeBreuk: () => Breuk): Promise<string> {
  const breuk = makeBreuk();
  const server = createServer({ maxHeaderSize: 128 * 1024 }, (incoming, outgoing) => {
    void (async () => {
      const binnen = await read(incoming, key);
      await new Promise((resolve) => setTimeout(resolve, breuk.wacht?.(binnen) ?? 0));
      const here = (breuk.deur ?? 'graphql') === binnen.deur ? breuk : {};
      const { status, text: answer, kop = {} } = await pass(target, key, here, binnen);
      outgoing.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...kop }).end(answer);
    })().catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
}

const stops: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(stops.map((stop) => stop())));

async function read(incoming: IncomingMessage, key: TestKey): Promise<Binnen> {
  const body = await text(incoming);
  const given = incoming.headers[DELEGATIE_HEADER];
  const token = typeof given === 'string' ? given : null;
  const asked = new URL(incoming.url ?? '/', 'http://x');
  const parts = token?.split('.') ?? [];
  const [kop, claims] = [decode(parts[0]), decode(parts[1])];
  const delegatie = claims['delegatie'];
  const signed = Buffer.from(parts.slice(0, 2).join('.'));
  const publicKey = { key: createPublicKey(key.privateKey), dsaEncoding: 'ieee-p1363' as const };
  return {
    method: incoming.method ?? '',
    search: asked.searchParams,
    deur: asked.pathname.slice(1),
    body,
    token,
    parts,
    kop,
    claims,
    ondertekend:
      parts.length === 3 && kop['alg'] === 'ES256' && verify('sha256', signed, publicKey, Buffer.from(parts[2] ?? '', 'base64url')), // oxfmt-ignore
    delegatie: typeof delegatie === 'object' && delegatie !== null ? (delegatie as Delegatie) : delegatieVan({}),
  };
}

async function pass(target: string, key: TestKey, breuk: Breuk, binnen: Binnen): Promise<Uit> {
  const body = breuk.vraag?.(binnen) ?? binnen.body;
  const other = breuk.vraag !== undefined && body !== binnen.body;
  const token = tokenFor(key, breuk, binnen, body, other);
  const method = other ? 'POST' : binnen.method;
  const response = await fetch(method === 'GET' ? `${target}?${String(binnen.search)}` : new URL(binnen.deur, target), {
    method,
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { [DELEGATIE_HEADER]: token }) },
    ...(method === 'GET' ? {} : { body }),
  });
  const uit = { status: response.status, text: await response.text() };
  return breuk.antwoord?.(uit, binnen) ?? uit;
}

function tokenFor(key: TestKey, breuk: Breuk, binnen: Binnen, body: string, other: boolean): string | null {
  const { kop, claims, delegatie, ondertekend, token } = binnen;
  if (breuk.weigert?.(binnen)) return 'onecht';
  if (breuk.vergeeft?.(binnen) || other) return good(key, binnen, body);
  if (breuk.leest === undefined || !ondertekend || claims['delegatie'] === undefined) return token;
  return signed(key, kop, { ...claims, delegatie: breuk.leest(delegatie) });
}

function good(key: TestKey, { delegatie, deur }: Binnen, body: string): string {
  const iat = Math.floor(Date.now() / 1000);
  const sane = delegatieVan({ verleningen: [] });
  const kept = Object.fromEntries(Object.keys(sane).map((name) => [name, { ...sane, ...delegatie }[name as keyof Delegatie]])); // oxfmt-ignore
  const times = { iss: 'ketenhub', aud: 'police', iat, exp: iat + 15, jti: randomUUID(), lichaam: digest(body) };
  const typ = deur === 'graphql' ? 'delegatie+jwt' : 'bronbesluit+jwt';
  return signed(key, { alg: 'ES256', typ, kid: key.kid }, { ...times, delegatie: kept });
}

function signed({ privateKey }: TestKey, kop: Fields, claims: Fields): string {
  const head = `${encode(kop)}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(head), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${head}.${signature.toString('base64url')}`;
}
