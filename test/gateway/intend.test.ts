import { hostIdsOf } from '../../schema/partners';
import type { Deelgraaf } from '../../schema/domain/deelgraaf';
import type { Herkomst } from '../../schema/domain/herkomst';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import type { Verstrekkingsregel } from '../../schema/domain/registerregel';
import { quietSpan } from '../../schema/tracing/quietSpan';
import { Besluiten } from '../../gateway/decide/besluiten';
import { Fetching } from '../../gateway/fetching';
import type { Regels } from '../../gateway/regels/readRegels';
import { catalogus, labels, partners } from './decide/ground';
import { beslist, schema, vereisten } from './prune/schema';

const hosts = new Map<Deelgraaf, string>();
for (const { subgraaf, oin } of partners.values()) if (subgraaf !== null) hosts.set(subgraaf, oin);
const oinOf = (subgraaf: Subgraaf): string => hosts.get(subgraaf) ?? '';

/** Whether the host of a source may be brought something about these at a door, and what is written down of it. */
async function toldAtDoor(subgraph: Subgraaf, allowed: readonly string[], ...entiteiten: Parameters<Fetching['tellHost']>[1]) {
  const written: { naar: string | null; verstrekkingen: readonly Verstrekkingsregel[] }[] = [];
  const fetching = fetchingOf(written, allowed);
  return { may: await fetching.tellHost(subgraph, entiteiten), written };
} // oxfmt-ignore

/** What is written down before a fetch with these entities leaves, and to whom it says that they go. */
const intended = (subgraph: string, ...representations: unknown[]) => intendedOf([], subgraph, ...representations);

/** The same, after sources told out of whose rows their values were made. */
async function intendedOf(told: readonly [Subgraaf, Herkomst][], subgraph: string, ...representations: unknown[]) {
  const written: { naar: string | null; verstrekkingen: readonly Verstrekkingsregel[] }[] = [];
  const fetching = fetchingOf(written, [...catalogus.keys()]);
  for (const [source, herkomst] of told) fetching.herkomsten.add(source, { herkomst: [herkomst], betreft: [] });
  await fetching.intend({ subgraph, representations });
  return written;
}

/** A request of Dimence, of which hosts may be told these categories. */
function fetchingOf(
  written: { naar: string | null; verstrekkingen: readonly Verstrekkingsregel[] }[],
  mayKnow: readonly string[],
): Fetching {
  const verzoeker = { medewerker: 'm-1', partner: partners.get('dimence')!, jti: 'j', exp: 0 };
  const context = { soort: 'ZELF', verzoeker, rol: null, aanwijzingen: [], revisie: 'r' } as const;
  const all = beslist(() => 'ALLOW', [oinOf('police'), 'oin-kmar']);
  const allowed = new Map(mayKnow.map((naam) => [naam, all.categorie(naam)]));
  const besluiten = new Besluiten('k', new Map(), allowed);
  const registering = {
    intended: async (naar: string | null, verstrekkingen: readonly Verstrekkingsregel[]) => {
      await Promise.resolve();
      written.push({ naar, verstrekkingen });
      return { id: 'bewijs', tijdstip: '' };
    },
    about: () => undefined,
    inDossier: () => Promise.reject(new Error('no dossier is open')),
    inVerloop: () => Promise.reject(new Error('no stap is taken')),
  };
  const ground = { schema, vereisten, labels, catalogus, hosts, hostIds: hostIdsOf(partners) };
  const toldTo = new Map([...hosts.keys()].map((host) => [host as Subgraaf, besluiten]));
  return new Fetching(ground, context, besluiten, toldTo, quietSpan(undefined), {} as Regels, registering);
}

const person = { __typename: 'Hoofdbetrokkene', id: 'a'.repeat(32) };
const brief = (regels: readonly Verstrekkingsregel[] | undefined) =>
  regels?.map(({ coordinaat, categorie, bronhouder, persoon }) => ({ coordinaat, categorie, bronhouder, persoon }));

describe('at a door beside its graph', () => {
  const casus = { __typename: 'Casus', id: 'c'.repeat(32) };
  const wie = { __typename: 'Hoofdbetrokkene', id: person.id };
  const BEIDE = ['casus.kern', 'casus.betrokkenheid'];

  test('a host is told what he may be told, once it is written down', async () => {
    const { may, written } = await toldAtDoor('police', BEIDE, casus, wie);
    expect(may).toBe(true);
    expect(written.map(({ naar }) => naar)).toEqual([oinOf('police')]);
    expect(brief(written[0]?.verstrekkingen)?.map(({ categorie, persoon }) => [categorie, persoon])).toEqual([
      ['casus.kern', null],
      ['casus.betrokkenheid', person.id],
    ]);
  });

  test.each(BEIDE)('nothing is brought to who may not be told %s, nor written down as told', async (lacks) => {
    const rest = BEIDE.filter((one) => one !== lacks);
    expect(await toldAtDoor('police', rest, casus, wie)).toEqual({ may: false, written: [] });
  });

  test('to bring his own store something tells nobody anything', async () => {
    expect(await toldAtDoor('care', [], casus, wie)).toEqual({ may: true, written: [] });
  });
});

describe('before a fetch leaves is written down', () => {
  test('to whom a key goes, of whom, and under which article it may', async () => {
    const [line, ...rest] = await intended('police', person);
    expect(rest).toEqual([]);
    expect(line).toEqual({
      naar: oinOf('police'),
      verstrekkingen: [
        {
          bronhouder: oinOf('municipality'),
          categorie: 'casus.betrokkenheid',
          coordinaat: 'Hoofdbetrokkene.id',
          persoon: person.id,
          artikel: 'WGS 1',
          eigen: false,
          aantal: 1,
          records: [],
        },
      ],
    });
  });

  test('each entity that is sent, persons by name and a casus by none', async () => {
    const casus = { __typename: 'Casus', id: 'c'.repeat(32) };
    const kring = { __typename: 'Kringlid', id: 'b'.repeat(32) };
    const [line] = await intended('care', person, kring, casus);
    expect(brief(line?.verstrekkingen)).toEqual([
      {
        coordinaat: 'Hoofdbetrokkene.id',
        categorie: 'casus.betrokkenheid',
        bronhouder: oinOf('municipality'),
        persoon: person.id,
      },
      { coordinaat: 'Kringlid.id', categorie: 'casus.kring', bronhouder: oinOf('municipality'), persoon: kring.id },
      { coordinaat: 'Casus.id', categorie: 'casus.kern', bronhouder: oinOf('municipality'), persoon: null },
    ]);
  });

  test('what of another source goes along (@requires), and of what is null that there is none', async () => {
    const other = { ...person, id: 'b'.repeat(32) };
    const [line] = await intended(
      'care',
      { ...person, veiligheidsrisico: 'HOOG' },
      { ...other, veiligheidsrisico: null },
    );
    const moved = line?.verstrekkingen.filter(({ coordinaat }) => coordinaat !== 'Hoofdbetrokkene.id');
    const risico = {
      coordinaat: 'Hoofdbetrokkene.veiligheidsrisico',
      categorie: 'politie.risico',
      bronhouder: oinOf('police'),
    };
    expect(brief(moved)).toEqual([
      { ...risico, persoon: person.id },
      { ...risico, persoon: other.id },
    ]);
    expect(moved?.map(({ aantal, artikel }) => [aantal, artikel])).toEqual([
      [1, 'WGS 1'],
      [0, 'WGS 1'],
    ]);
    expect(JSON.stringify(line)).not.toContain('HOOG');
  });

  test('nothing of an entity that will not be sent: one without its key, or with more than plain values', async () => {
    for (const wrong of [{ ...person, id: null }, { ...person, naam: { voornamen: 'Jan' } }, 'Hoofdbetrokkene', null])
      await expect(intended('police', person, wrong)).rejects.toThrow('plain values');
  });

  test('of what may not go there it is told that there is none, and of nobody\'s rows', async () => {
    const coordinaat = 'Hoofdbetrokkene.veiligheidsrisico';
    const written: { naar: string | null; verstrekkingen: readonly Verstrekkingsregel[] }[] = [];
    const fetching = fetchingOf(written, [...catalogus.keys()]);
    const van = [{ bronhouder: oinOf('police'), records: ['r-1'] }];
    const herkomst = [{ coordinaat, id: person.id, categorie: 'politie.risico', van }];
    fetching.heard('police', { herkomst, betreft: [], nietDoorgeven: [{ coordinaat, id: person.id, aan: ['dimence'] }] });
    const representations = fetching.sends('care', [{ ...person, veiligheidsrisico: 'HOOG' }, 'no entity']);
    expect(representations).toEqual([{ ...person, veiligheidsrisico: null }, 'no entity']);
    await fetching.intend({ subgraph: 'care', representations: representations.slice(0, 1) });
    const line = written[0]?.verstrekkingen.filter((one) => one.coordinaat === coordinaat);
    expect(line?.map(({ bronhouder, aantal, records }) => ({ bronhouder, aantal, records }))).toEqual([
      { bronhouder: oinOf('police'), aantal: 0, records: [] },
    ]);
  }); // oxfmt-ignore

  test('out of whose rows it was made, as its source told: of who grants it, of what was asked, and never of another person', async () => {
    const coordinaat = 'Hoofdbetrokkene.veiligheidsrisico';
    const made = (van: Herkomst['van'], over: Partial<Herkomst> = {}): [Subgraaf, Herkomst] => [
      'police',
      { coordinaat, id: person.id, categorie: 'politie.risico', van, ...over },
    ];
    const moved = async (...told: [Subgraaf, Herkomst][]) => {
      const [line] = await intendedOf(told, 'care', { ...person, veiligheidsrisico: 'HOOG' });
      return line?.verstrekkingen
        .filter((one) => one.coordinaat === coordinaat)
        .map(({ bronhouder, records }) => [bronhouder, records.map(({ type, verwijzing }) => `${type} ${verwijzing}`)]);
    };
    const police = oinOf('police');
    const own = { bronhouder: police, records: ['r-1', 'r-2'] };
    const named = [`${coordinaat} r-1`, `${coordinaat} r-2`];
    expect(await moved(made([own, { bronhouder: 'oin-kmar', records: ['k-1'] }]))).toEqual([
      [police, named],
      ['oin-kmar', [`${coordinaat} k-1`]],
    ]);
    // Told twice it is one line.
    expect(await moved(made([own]), made([own]))).toEqual([[police, named]]);
    const nobody = [[police, []]];
    expect(await moved(made([{ bronhouder: 'oin-vreemd', records: ['x'] }]))).toEqual(nobody);
    expect(await moved(made([own], { id: 'b'.repeat(32) }))).toEqual(nobody);
    expect(await moved(made([own], { coordinaat: 'Hoofdbetrokkene.bezoekadvies' }))).toEqual(nobody);
    expect(await moved(['care', made([own])[1]])).toEqual(nobody);
  });

  test('each category of a datum that holds of several sources, those of the host itself left out', async () => {
    const of = async (host: Subgraaf) => {
      const [line] = await intended(host, { ...person, huisbezoek: 'SAMEN' });
      return brief(line?.verstrekkingen)
        ?.filter(({ coordinaat }) => coordinaat === 'Hoofdbetrokkene.huisbezoek')
        .map(({ categorie, bronhouder }) => [categorie, bronhouder]);
    };
    const geheim = hosts.get(catalogus.get('persoon.geheimhouding')!.subgraaf);
    const each = [
      ['zorg.huisbezoek', oinOf('care')],
      ['politie.risico', oinOf('police')],
      ['persoon.geheimhouding', geheim],
    ];
    for (const host of ['municipality', 'police', 'care'] as const) {
      expect(await of(host)).toEqual(each.filter(([, bronhouder]) => bronhouder !== oinOf(host)));
    }
  });

  test('an entity known as an interface of which every kind is one: what the key of any of them tells', async () => {
    const [line] = await intended('police', { ...person, __typename: 'Persoon' });
    expect(brief(line?.verstrekkingen)?.map(({ categorie, persoon }) => [categorie, persoon])).toEqual([
      ['casus.betrokkenheid', person.id],
      ['casus.kring', person.id],
      ['casus.professionals', person.id],
    ]);
  });

  test('nothing, when a key goes back to the source that gave it, or nothing goes', async () => {
    expect(await intended('municipality', person, { __typename: 'Casus', id: 'c'.repeat(32) })).toEqual([]);
    expect(await intended('police')).toEqual([]);
  });

  test('and a fetch to nobody is not made', async () => {
    await expect(intended('verzonnen', person)).rejects.toThrow('to nobody');
  });
});
