import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import { parse } from 'secure-json-parse';
import type { Convenant } from '../../../schema/domain/convenant';
import { SUBGRAVEN } from '../../../schema/domain/subgraaf';
import { dutchErrorMap, zodMeldingen } from '../../../schema/zodMelding';
import type { Regelstand } from './regelstand';
import { type Tabeltekst, tabelSchema } from './tabelSchema';

/** A text that is no compiled table: every complaint says where in it, and what was expected. */
export class Tabelfout extends Error {
  override readonly name = 'Tabelfout';
}

/** What is told at most: one slip in a generated file repeats itself. */
const MOST = 5;

/**
 * Rebuilds from a compiled table (coordinates.json) everything that decides. The names that people read are not in it:
 * an id stands in for them.
 *
 * @throws Tabelfout
 */
export function readTabel(text: string): Regelstand {
  const given = parseJson(text);
  const read = tabelSchema.safeParse(given, { error: dutchErrorMap });
  if (!read.success) {
    const meldingen = zodMeldingen(read.error.issues).map(({ pad, sleutel, melding }) => {
      const at = [...pad, ...(sleutel === null ? [] : [sleutel])].join(' > ');
      return at === '' ? melding : `${at}: ${melding}`;
    });
    const rest = meldingen.length > MOST ? `\n... en nog ${String(meldingen.length - MOST)}` : '';
    throw new Tabelfout(`${meldingen.slice(0, MOST).join('\n')}${rest}`);
  }
  const tabel = read.data;
  checkReferences(tabel);
  return {
    digest: digestOf({ ...(given as object), digest: undefined }),
    labels: new Map(
      Object.entries(tabel.coordinaten).map(([coordinaat, label]) => [coordinaat, { coordinaat, ...label }]),
    ),
    catalogus: new Map(Object.entries(tabel.gegevens).map(([naam, one]) => [naam, { naam, label: naam, ...one }])),
    partners: new Map(
      Object.entries(tabel.partners).map(([id, one]) => [
        id,
        { id, naam: id, sleutel: null, stapsleutels: [], uitgever: null, ...one },
      ]),
    ),
    convenanten: tabel.convenanten.map(toConvenant),
    vloer: tabel.vloer ?? null,
  };
}

/** As the compiler of the table works it out. */
function digestOf(inhoud: object): string {
  return createHash('sha256').update(stringify(inhoud)).digest('hex');
}

/** Each verstrekking once for every category that it gives, in the order that they have within that category. */
function toConvenant({ gegevens, ...convenant }: Tabeltekst['convenanten'][number]): Convenant {
  const verstrekkingen = Object.entries(gegevens).flatMap(([naam, given]) =>
    given.map((verstrekking) => ({ ...verstrekking, gegevens: [naam] })),
  );
  return { ...convenant, titel: convenant.id, getekend: convenant.partijen, verstrekkingen };
}

function parseJson(text: string): unknown {
  try {
    return parse(text);
  } catch {
    throw new Tabelfout('dit is geen JSON; verwacht de coordinatentabel die "npm run contract" schrijft');
  }
}

/** What the table names, it holds: a name that points nowhere would be decided as if it were not there. */
function checkReferences({ gegevens, partners, convenanten, coordinaten }: Tabeltekst): void {
  const meldingen: string[] = [];
  const known = (where: string, namen: readonly string[], all: object, what: string): void => {
    for (const naam of namen) if (!Object.hasOwn(all, naam)) meldingen.push(`${where}: "${naam}" is geen ${what}`);
  };
  for (const [naam, { categorieen, vraagt, argumenten }] of Object.entries(coordinaten)) {
    const read = [...categorieen, ...vraagt.map(({ categorie }) => categorie), ...Object.values(argumenten).flat()];
    known(`coordinaten > ${naam}`, [...new Set(read)], gegevens, 'gegevenscategorie in deze tabel');
  }
  for (const { id, versie, doelen, partijen, gegevens: given } of convenanten) {
    const at = `convenanten > ${id} ${versie}`;
    known(at, partijen, partners, 'partner in deze tabel');
    known(at, Object.keys(given), gegevens, 'gegevenscategorie in deze tabel');
    for (const { nr, doelen: own } of Object.values(given).flat()) {
      const foreign = own.find((doel) => !doelen.includes(doel));
      if (foreign !== undefined)
        meldingen.push(`${at}: verstrekking ${nr} noemt ${foreign}, geen doel van het convenant`);
    }
  }
  for (const subgraaf of SUBGRAVEN) {
    const hosts = Object.entries(partners).filter(([, partner]) => partner.subgraaf === subgraaf);
    if (hosts.length > 1)
      meldingen.push(`partners: ${hosts.map(([id]) => id).join(' en ')} beheren allebei "${subgraaf}"`);
  }
  if (meldingen.length > 0) throw new Tabelfout([...new Set(meldingen)].slice(0, MOST).join('\n'));
}
