import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Gegevenscategorie } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartner } from '../../schema/domain/ketenpartner';
import { readSdl } from './sdl';
import type { Sdl } from './sdl';

/** A category as it stands in the file: what is left out is undefined. */
type RawCategorie = Pick<Gegevenscategorie, 'naam' | 'bronnen' | 'betreft' | 'subgraaf'> &
  Partial<Pick<Gegevenscategorie, 'dossier' | 'vrijgave' | 'grond'>>;

export type RawPartner = Pick<Ketenpartner, 'id' | 'oin' | 'soort' | 'wgs' | 'werkgebied'> &
  Partial<Pick<Ketenpartner, 'subgraaf'>>;

/** A verstrekking as it stands in the file, `alle` not yet worked out. */
export interface RawVerstrekking {
  readonly gegevens: readonly string[];
  readonly van: readonly string[];
  readonly aan: readonly string[];
  readonly rollen?: readonly string[];
  readonly doelen: readonly string[] | 'alle';
  readonly fasen: readonly string[] | 'alle';
  readonly kaders: readonly string[] | 'alle';
  readonly beperkingen?: readonly string[];
  readonly voorwaarden?: readonly string[];
}

export interface RawConvenant {
  readonly convenant: string;
  readonly regime: string;
  readonly geldig: { readonly van: string; readonly tot: string };
  readonly doelen: readonly string[];
  readonly partijen: readonly string[];
  readonly verstrekkingen: readonly RawVerstrekking[];
}

/** Everything the oracle reads besides the data: the YAML files and the labels in the SDL, as they were written. */
export interface Contract {
  readonly categorieen: readonly RawCategorie[];
  readonly partners: readonly RawPartner[];
  readonly convenanten: readonly RawConvenant[];
  readonly sdl: Sdl;
}

const SCHEMA = resolve(__dirname, '../../schema');

/** Parses a convenant; believes what it reads, because refusing bad files is the validator's work and not the oracle's. */
export const readConvenant = (text: string): RawConvenant => parseYaml(text) as RawConvenant;

/**
 * Reads the contract from its files.
 * @param subgraphs folder with police.graphql, care.graphql and municipality.graphql
 */
export function readContract(subgraphs: string = join(SCHEMA, 'subgraphs')): Contract {
  const text = (path: string): string => readFileSync(path, 'utf8');
  const convenanten = join(SCHEMA, 'convenanten');
  return {
    categorieen: (parseYaml(text(join(SCHEMA, 'gegevens.yaml'))) as { gegevens: RawCategorie[] }).gegevens,
    partners: (parseYaml(text(join(SCHEMA, 'partners.yaml'))) as { partners: RawPartner[] }).partners,
    convenanten: readdirSync(convenanten)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readConvenant(text(join(convenanten, name)))),
    sdl: readSdl((subgraaf) => text(join(subgraphs, `${subgraaf}.graphql`))),
  };
}

/** The version of the casus's convenant in force today; null if there is none. */
export function findConvenant(contract: Contract, id: string, today: string): RawConvenant | null {
  let found: RawConvenant | null = null;
  for (const one of contract.convenanten) {
    if (one.convenant !== id || today < one.geldig.van || today >= one.geldig.tot) continue;
    if (found === null || one.geldig.van > found.geldig.van) found = one;
  }
  return found;
}

export function findPartner(contract: Contract, id: string): RawPartner {
  const partner = contract.partners.find((one) => one.id === id);
  if (partner === undefined) throw new Error(`partners.yaml has no ${id}`);
  return partner;
}
