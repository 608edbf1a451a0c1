import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, buildSchema, parse, validate } from 'graphql';
import { createLocalJWKSet } from 'jose';
import { openFactsDoor } from '../../gateway/context/factsDoor';
import { signDelegatie } from '../../gateway/federation/signDelegatie';
import { createLimits } from '../../gateway/http/limits';
import { openThrottle } from '../../gateway/throttle/openThrottle';
import type { Delegatie } from '../../schema/domain/delegatie';
import { USUAL_LIMITS } from '../../schema/domain/questionLimits';
import { quietSpan } from '../../schema/tracing/quietSpan';
import { DelegationCheck } from '../../subgraphs/kit/delegation/DelegationCheck';
import type { HubKeys } from '../../subgraphs/kit/delegation/HubKeys';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { type House, startHouse } from '../harness/startHouse';
import { fullQuery } from '../oracle/asks';
import { readContract } from '../oracle/contract';
import { measure } from './measure';

const DOEL = 'STRAFRECHTELIJKE_HANDHAVING';
const WHO = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
const AT_ONCE = 8;
const FEW = 5;
const MANY = 500;

/** What the table costs a request: facts, delegations, limits and both looks at the revision. All in one run. */
async function bench(): Promise<void> {
  const rows: [string, string][] = [];
  const house = await startHouse();
  const casus = house.world.municipality.casussen[0]!.id;
  const overleg = { ...WHO, doel: DOEL, casus, query: fullQuery(readContract()), variables: { casus } };
  const token = await house.token(WHO.partner, WHO.medewerker, 3_600);
  const request = await measure(10, () => house.ask({ ...overleg, token }));
  house.traffic();
  await house.ask({ ...overleg, token });
  const fetches = house.traffic();
  const row = (what: string, ms: number, times = 1): void => {
    rows.push([
      what,
      `${(ms * 1_000).toFixed(1)} µs x ${String(times)}: ${((100 * ms * times) / request).toFixed(2)}%`,
    ]);
  };
  rows.push(['a casusoverleg over every field, one at a time', `${request.toFixed(1)} ms`]);

  row('facts and revision, read when it opens and again before release', await factsRead(house, casus), 2);
  const bodies = fetches.map(({ body }) => body);
  const { signed, checked } = await delegation(house, casus, bodies.toSorted((a, b) => b.length - a.length)[0] ?? '');
  // Each fetch, and both reads of the facts.
  row('a delegation signed', signed, bodies.length + 2);
  row('a delegation checked, at the source', checked, bodies.length + 2);
  row('the limits of a question', await limits(overleg.query));
  row('the count of requests', await counting());

  const people = await atTheTable(house, casus);
  const alone = await measure(10, () => house.ask(people[0]!));
  const together = await measure(5, () => Promise.all(people.map((one) => house.ask(one))));
  rows.push([
    `${String(people.length)} people at once, against one of them so many times`,
    `${together.toFixed(1)} ms, ${(together / (alone * people.length)).toFixed(3)}`,
  ]);
  await house.stop();

  const [few, many] = [await ofPartner(FEW), await ofPartner(MANY)];
  for (const [what, a, b] of [
    ['a casusoverleg', few.overleg, many.overleg],
    ['his own casussen', few.own, many.own],
  ] as const) {
    rows.push([
      `${what}: a partner with ${String(MANY)} casussen, against ${String(FEW)}`,
      `${b.toFixed(1)} ms, ${(b / a).toFixed(3)}`,
    ]);
  }
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, value] of rows) process.stdout.write(`${what.padEnd(width)}  ${value.padStart(24)}\n`);
}

async function factsRead(house: House, casus: string): Promise<number> {
  const { kid, privateKey: key } = house.keys.hub;
  const door = openFactsDoor(house.sources.municipality, {}, (delegatie, body, typ) => signDelegatie({ kid, key }, delegatie, body, typ)); // oxfmt-ignore
  const partner = house.partners.get(WHO.partner)!;
  const verzoeker = { partner, medewerker: WHO.medewerker, jti: randomUUID(), exp: 0 };
  const taken = await measure(100, () => door.read(verzoeker, casus, quietSpan(undefined)));
  await door.close();
  return taken;
}

async function delegation(house: House, casus: string, body: string): Promise<{ signed: number; checked: number }> {
  const { kid, privateKey: key, publicJwk } = house.keys.hub;
  const { id: partner, oin, werkgebied } = house.partners.get(WHO.partner)!;
  const from = { subgraaf: 'police', partner, oin, werkgebied, medewerker: WHO.medewerker } as const;
  const delegatie: Delegatie = { ...from, rol: 'DEELNEMER', doel: DOEL, casus, doorgegevenAan: [], verleningen: [] };
  const sign = () => signDelegatie({ kid, key }, delegatie, body, 'delegatie+jwt');
  const signed = await measure(200, sign);
  const find = createLocalJWKSet({ keys: [publicJwk] });
  const check = new DelegationCheck('police', { find } as Pick<HubKeys, 'find'> as HubKeys);
  const bytes = Buffer.from(body);
  const both = await measure(200, async () => check.verify(await sign(), bytes, 'delegatie+jwt'));
  return { signed, checked: both - signed };
}

/** The limits alone, of a document that is parsed. */
async function limits(query: string): Promise<number> {
  const schema = buildSchema(readFileSync(join(__dirname, '../../schema/api.graphql'), 'utf8'));
  const document: DocumentNode = parse(query);
  const rule = createLimits(USUAL_LIMITS);
  return measure(50, () => validate(schema, document, [rule]));
}

async function counting(): Promise<number> {
  const throttle = openThrottle({ medewerker: 1_000_000, partner: 1_000_000, atOnce: 64 }, null);
  const taken = await measure(2_000, () => throttle.count(WHO.partner, 'm'));
  throttle.close();
  return taken;
}

/** Everybody at one table, until there are eight: some ask twice. */
async function atTheTable(house: House, casus: string) {
  const seats = house.world.municipality.zetels.filter((one) => one.casus === casus && one.tot === null);
  const rows = Array.from({ length: AT_ONCE }, (_, n) => seats[n % seats.length]!);
  return Promise.all(
    rows.map(async ({ partner, medewerker }) => ({
      ...{ partner, medewerker, casus, doel: 'ZORG_EN_HULPVERLENING', variables: { casus } },
      query: 'query Q($casus: ID!) { casus(id: $casus) { kenmerk fase hoofdbetrokkenen { weergavenaam } } }',
      token: await house.token(partner, medewerker, 3_600),
    })),
  );
}

/** The same casus over, until the partner sits in so many. */
async function ofPartner(count: number): Promise<{ overleg: number; own: number }> {
  const world = withCasussen(createWorld({ seed: 1, size: 'demo' }), count);
  const house = await startHouse({ world });
  const casus = world.municipality.casussen[0]!.id;
  const token = await house.token(WHO.partner, WHO.medewerker, 3_600);
  const overleg = { ...WHO, token, doel: DOEL, casus, query: fullQuery(readContract()), variables: { casus } };
  const own = { ...WHO, token, query: '{ mijnCasussen { casusId kenmerk rol status } }' };
  const taken = {
    overleg: await measure(10, () => house.ask(overleg)),
    own: await measure(10, () => house.ask(own)),
  };
  await house.stop();
  return taken;
}

function withCasussen(world: World, count: number): World {
  const { municipality } = world;
  const [first] = municipality.casussen;
  if (first === undefined) throw new Error('a world without a casus');
  const seats = municipality.zetels.filter(({ casus }) => casus === first.id);
  const more = Array.from({ length: count - 1 }, (_, n) => `meer-${String(n).padStart(4, '0')}`);
  return {
    ...world,
    municipality: {
      ...municipality,
      casussen: [...municipality.casussen, ...more.map((id) => ({ ...first, id, kenmerk: id }))],
      zetels: [...municipality.zetels, ...more.flatMap((casus) => seats.map((one) => ({ ...one, casus })))],
    },
  };
}

void bench();
