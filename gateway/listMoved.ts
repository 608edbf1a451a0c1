import { type GraphQLSchema, isInterfaceType } from 'graphql';
import type { Besluit } from '../schema/domain/besluit';
import type { Deelgraaf } from '../schema/domain/deelgraaf';
import type { Gegevenscatalogus } from '../schema/domain/gegevenscategorie';
import { type Herkomstgever, oncePerGever } from '../schema/domain/herkomst';
import type { Coordinaatlabel } from '../schema/domain/labels';
import type { Verstrekkingsregel } from '../schema/domain/registerregel';
import { PERSOONSOORTEN, SLEUTELCATEGORIEEN } from '../schema/domain/sleutel';
import type { HostBesluiten } from './decide/createDecider';
import { workedOut } from './guard/records';
import type { Herkomsten } from './herkomsten';

interface Grond {
  /** OIN of the host of each subgraph. */
  readonly hosts: ReadonlyMap<Deelgraaf, string>;
  readonly schema: GraphQLSchema;
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  readonly catalogus: Gegevenscatalogus;
  readonly herkomsten: Pick<Herkomsten, 'find'>;
  /** Whether a value may not go to this host: that there is nothing is what he is told. */
  readonly blijft: (coordinaat: string, id: string) => boolean;
}

interface Gegaan {
  readonly coordinaat: string;
  readonly categorie: string;
  /** Id of the entity. */
  readonly id: string;
  readonly value: unknown;
}

/**
 * What one entity that is sent to a source tells its host: that it is there, and each value of others that goes along
 * (@requires), with the rows out of which that was made. A null goes along too: it tells that there is none.
 *
 * @param host OIN of who hosts that source.
 * @param told what he may be told.
 */
export function listMoved(
  grond: Grond,
  { __typename: type, id, ...required }: Readonly<Record<string, unknown>>,
  host: string,
  told: HostBesluiten,
): Verstrekkingsregel[] {
  const naam = String(type);
  const kinds = kindsOf(grond.schema, naam);
  const persoon = kinds.some((kind) => PERSOONSOORTEN.has(kind)) ? String(id) : null;
  const key = [...new Set(kinds.flatMap((kind) => SLEUTELCATEGORIEEN[kind] ?? []))];
  const gegaan = key.map((categorie): Gegaan => ({ coordinaat: `${naam}.id`, categorie, id: String(id), value: id }));
  for (const [field, value] of Object.entries(required)) {
    const coordinaat = `${naam}.${field}`;
    const categorieen = grond.labels.get(coordinaat)?.categorieen ?? [];
    gegaan.push(...categorieen.map((categorie) => ({ coordinaat, categorie, id: String(id), value })));
  }
  return gegaan.flatMap(({ value, ...one }): Verstrekkingsregel[] => {
    const { coordinaat, categorie } = one;
    const holder = grond.hosts.get(grond.catalogus.get(categorie)?.subgraaf as Deelgraaf) ?? '';
    if (holder === host) return [];
    const besluit = told?.categorie(categorie);
    const artikel = besluit?.uitkomst === 'ALLOW' ? besluit.artikel : '';
    return madeOf(grond, one, besluit, holder).map(({ bronhouder, records: rows }) => {
      const records = rows.map((row) => workedOut(coordinaat, row, value).toRegel());
      const aantal = value === null ? 0 : 1;
      return { bronhouder, categorie, coordinaat, persoon, artikel, eigen: bronhouder === host, aantal, records };
    });
  });
}

/**
 * Out of whose rows it was made, as its source told when it gave it, as far as they grant this; where it told of nobody
 * who does, `holder` gave it.
 */
function madeOf(
  { herkomsten, labels, catalogus, blijft }: Grond,
  { coordinaat, categorie, id }: Omit<Gegaan, 'value'>,
  besluit: Besluit | undefined,
  holder: string,
): Herkomstgever[] {
  const source = catalogus.get(categorie)?.subgraaf;
  if (source === undefined || besluit?.uitkomst !== 'ALLOW' || blijft(coordinaat, id))
    return [{ bronhouder: holder, records: [] }];
  const itself = source === labels.get(coordinaat)?.subgraaf;
  const made = oncePerGever(herkomsten.find(source, itself ? coordinaat : null, id, categorie)).filter(
    ({ bronhouder }) =>
      besluit.toekenningen.some((one) => one.categorie === categorie && one.bronhouder === bronhouder),
  );
  return made.length === 0 ? [{ bronhouder: holder, records: [] }] : made;
}

/** The kinds of entity that go by a name: that of an interface stands for each of its own. */
function kindsOf(schema: GraphQLSchema, naam: string): string[] {
  const type = schema.getType(naam);
  return isInterfaceType(type) ? schema.getPossibleTypes(type).map((kind) => kind.name) : [naam];
}
