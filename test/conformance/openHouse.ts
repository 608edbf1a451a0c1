import { vandaag } from '../../schema/domain/vandaag';
import { type House, type HubAnswer, type Question, startHouse } from '../harness/startHouse';
import type { Recorded } from '../harness/recordingProxy';
import { readSituatie } from '../oracle/answer';
import { readContract } from '../oracle/contract';
import { violations } from '../oracle/traffic';

/** Somebody at the table of the first casus of the demo, and why he asks. */
export interface Vrager {
  readonly partner: string;
  readonly medewerker: string;
  readonly doel: string;
}

export const POLITIE: Vrager = {
  partner: 'politie-oost-nederland',
  medewerker: 'm-politie-1',
  doel: 'STRAFRECHTELIJKE_HANDHAVING',
};
export const DIMENCE: Vrager = { partner: 'dimence', medewerker: 'm-dimence-1', doel: 'ZORG_EN_HULPVERLENING' };
export const VEILIG_THUIS: Vrager = {
  partner: 'veilig-thuis-ijsselland',
  medewerker: 'm-veiligthuis-1',
  doel: 'ZORG_EN_HULPVERLENING',
};
export const REGISSEUR: Vrager = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-1', doel: 'CASUSREGIE' };
/** Knows who is in the casus, by name only the hoofdbetrokkenen. */
export const PROCESREGISSEUR: Vrager = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-2', doel: 'CASUSREGIE' };

type Json = Record<string, unknown>;

/** An answer, and what went over the wire for it. */
interface Probe extends HubAnswer {
  readonly fetches: readonly Recorded[];
  /** All bodies that sources received, below one another. */
  readonly sent: string;
  readonly codes: readonly string[];
  /** `path coordinate` of what was denied. */
  readonly denied: string[];
  /** The casus of the answer. */
  readonly casus: Json;
}

/** An answer as it came, and what went over the wire for it. */
interface Sent {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly fetches: readonly Recorded[];
  /** Every door of every source that was knocked at, that of the facts included. */
  readonly steps: readonly string[];
}

export interface OpenHouse {
  readonly house: House;
  readonly casusId: string;
  /** Asks inside `casus(id: $casus) { ... }`, or the whole document that is given. */
  probe(wie: Vrager, query: string, changes?: Partial<Question>): Promise<Probe>;
  /** Any request to POST /graphql as this person, or as nobody. */
  send(
    wie: Vrager | null,
    body: string | Uint8Array | undefined,
    changes?: { method?: string; path?: string; headers?: Record<string, string | undefined> },
  ): Promise<Sent>;
}

/** What no answer may ever hold, whatever was asked. */
const TELLTALE = /node_modules|Did you mean|\bat [\w.<>]+ \(|\.(ts|js):\d+|GraphQLError|ketenhub_/;

/** A house of their own for the promises of one file. Every question is also judged by what the sources were asked. */
export function openHouse(): OpenHouse {
  const contract = readContract();
  let house: House | undefined;
  beforeAll(async () => {
    house = await startHouse();
  }, 60_000);
  afterAll(() => house?.stop());
  const open = (): House => {
    if (house === undefined) throw new Error('the house is not open');
    return house;
  };
  const casusId = (): string => open().world.municipality.casussen[0]?.id ?? '';

  const probe: OpenHouse['probe'] = async (wie, selection, changes = {}) => {
    const casus = casusId();
    const query = /^\s*(query|\{|mutation|subscription)/.test(selection)
      ? selection
      : `query Q($casus: ID!) { casus(id: $casus) { ${selection} } }`;
    const question = { ...wie, casus, query, variables: { casus }, ...changes };
    open().traffic();
    const answer = await open().ask(question);
    const fetches = open().traffic();
    expect(answer.text).not.toMatch(TELLTALE);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    if (answer.status !== 200) expect(answer.body.data ?? null).toBeNull();
    if (fetches.length > 0 && question.casus !== undefined) {
      const { partner, medewerker, doel = '' } = question;
      const asked = { query: '', variables: {}, casusId: question.casus, partner, medewerker, doel, today: vandaag() };
      const situatie = readSituatie({ world: open().world, ...asked }, contract);
      expect(fetches.flatMap((fetch) => violations(situatie, fetch))).toEqual([]);
    }
    const { data, errors = [] } = answer.body;
    return {
      ...answer,
      fetches,
      sent: fetches.map(({ body }) => body).join('\n'),
      codes: [...new Set(errors.map(({ extensions }) => extensions.code))],
      denied: errors.flatMap(({ path = [], extensions }) =>
        extensions.code === 'HUB_GEGEVEN_GEWEIGERD' ? [`${path.join('.')} ${extensions.coordinaat ?? ''}`] : [],
      ),
      casus: (data?.['casus'] ?? {}) as Json,
    };
  };

  const taken = (): Recorded[] => Object.values(open().proxies).flatMap((proxy) => proxy.taken());
  const send: OpenHouse['send'] = async (wie, body, { method = 'POST', path = '/graphql', headers = {} } = {}) => {
    const known: Record<string, string | undefined> = {
      'content-type': 'application/json',
      ...(wie === null
        ? {}
        : {
            authorization: `Bearer ${await open().token(wie.partner, wie.medewerker)}`,
            'keten-casus': casusId(),
            'keten-doel': wie.doel,
          }),
      ...headers,
    };
    const given = Object.entries(known).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string]],
    );
    taken();
    const response = await fetch(`${open().address}${path}`, {
      method,
      headers: given,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    expect(text).not.toMatch(TELLTALE);
    const recorded = taken();
    return {
      status: response.status,
      text,
      headers: response.headers,
      fetches: recorded.filter((one) => one.path === '/graphql'),
      steps: recorded.map((one) => `${one.subgraaf} ${one.path}`),
    };
  };

  return {
    get house() {
      return open();
    },
    get casusId() {
      return casusId();
    },
    probe,
    send,
  };
}

/** The objects of a list in an answer; not the same as none. */
export function listIn(of: Json, key: string): Json[] {
  const list = of[key];
  if (!Array.isArray(list)) throw new Error(`${key} is not a list in the answer`);
  return list as Json[];
}
