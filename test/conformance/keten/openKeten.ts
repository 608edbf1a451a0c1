import '../../../gateway/libraries';
import { type GraphQLSchema, buildSchema } from 'graphql';
import { Besluiten } from '../../../gateway/decide/besluiten';
import { createFederation } from '../../../gateway/federation/createFederation';
import type { Fetching } from '../../../gateway/fetching';
import { answer } from '../../../gateway/request';
import { compose } from '../../../schema/compose/compose';
import { readLabels } from '../../../schema/compose/readLabels';
import type { Besluit } from '../../../schema/domain/besluit';
import type { Coordinaatlabel } from '../../../schema/domain/labels';
import { SUBGRAVEN, type Subgraaf } from '../../../schema/domain/subgraaf';
import { VERZOEK, apolloRequest, stubRooms, verleendDoor } from '../../harness/stubRooms';
import { startBronnen } from './bronnen';
import { ketenCatalogus } from './ketenCatalogus';
import type { Gevraagd } from './overtredingen';
import { SDL } from './sdl';
import { type Verlof, bronVan, hostVan, isGranted, woorden, TABEL } from './tabel';
import type { Wereld } from './wereld';

/** What came of one question, and what the sources were asked for it. */
export interface Uitkomst {
  readonly data: unknown;
  /** `code path`, of every error; or the code of the refusal of the whole. */
  readonly fouten: readonly string[];
  readonly gevraagd: readonly Gevraagd[];
  /** What the hub told its log. */
  readonly faults: readonly string[];
}

/** The chain in miniature, with the rooms of the hub over it. Only what is decided comes from the test. */
export interface Keten {
  readonly schema: GraphQLSchema;
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  ask(query: string, variables: Readonly<Record<string, unknown>>, wereld: Wereld, verlof: Verlof): Promise<Uitkomst>;
  close(): Promise<void>;
}

/** Decides per coordinate, whatever the table says: what a faulty decision would do. */
export interface VreemdVerlof extends Verlof {
  readonly geweigerd?: ReadonlySet<string>;
}

export async function openKeten(): Promise<Keten> {
  let wereld: Wereld | null = null;
  const bronnen = await startBronnen(() => {
    if (wereld === null) throw new Error('no world yet');
    return wereld;
  });
  const catalogus = ketenCatalogus();
  const { supergraph, api } = compose(SDL, catalogus);
  const schema = buildSchema(api);
  const labels = readLabels(supergraph);
  const federation = createFederation({
    supergraphSdl: supergraph,
    hooks: {
      address: (subgraph) => bronnen[subgraph as Subgraaf].url,
      checkPlan: (fetches, context) => {
        (context as Fetching).checkPlan(fetches);
      },
      headers: async (fetch, context) => ({ delegatie: (context as Fetching).delegatie(fetch).subgraaf }),
      failed: (subgraph, context) => {
        (context as Fetching).uitval.add(subgraph);
      },
    },
  });
  const { executor } = await federation.load({ apollo: {} });
  if (executor === null) throw new Error('the federation did not load');

  return {
    schema,
    labels,
    ask: async (query, variables, van, verlof) => {
      wereld = van;
      SUBGRAVEN.forEach((subgraaf) => bronnen[subgraaf].asked());
      const { rooms, faults } = stubRooms({
        schema,
        labels,
        catalogus,
        hosts: new Map(SUBGRAVEN.map((subgraaf) => [subgraaf, hostVan(subgraaf)])),
        besluiten: besluitenVan(verlof),
        verteld: (host) => verteldAan(verlof, host),
      });
      const gegeven = await answer(rooms, VERZOEK, apolloRequest(query, variables), executor).then(
        ({ data, errors = [] }) => ({
          data: JSON.parse(JSON.stringify(data)) as unknown,
          fouten: errors.map(({ extensions, path }) => `${String(extensions['code'])} ${(path ?? []).join('.')}`),
        }),
        (fout: unknown) => ({ data: undefined, fouten: [(fout as { code: string }).code] }),
      );
      const gevraagd = SUBGRAVEN.flatMap((subgraaf) => bronnen[subgraaf].asked().map((one) => ({ ...one, subgraaf })));
      return { ...gegeven, gevraagd, faults };
    },
    close: async () => {
      await federation.stop();
      await Promise.all(SUBGRAVEN.map((subgraaf) => bronnen[subgraaf].close()));
    },
  };
}

const toegekend = (categorieen: readonly string[]): Besluit =>
  verleendDoor((categorie) => hostVan(bronVan(categorie)), categorieen);

function besluitenVan(verlof: VreemdVerlof): Besluiten {
  const coordinaten = Object.keys(TABEL)
    .filter((naam) => isGranted(verlof, naam, []) && verlof.geweigerd?.has(naam) !== true)
    .map((naam): [string, Besluit] => [naam, toegekend(woorden(TABEL[naam]?.eigen))]);
  return new Besluiten(
    '',
    new Map(coordinaten),
    new Map([...verlof.categorieen].map((naam) => [naam, toegekend([naam])])),
  );
}

function verteldAan({ verteld }: Verlof, host: Subgraaf): Besluiten {
  const told = [...verteld].filter((one) => one.startsWith(`${host}:`)).map((one) => one.slice(host.length + 1));
  return new Besluiten('', new Map(), new Map(told.map((naam) => [naam, toegekend([naam])])));
}
