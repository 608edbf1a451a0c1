import { join } from 'node:path';
import { z } from 'zod';
import { DEELGRAVEN } from './domain/deelgraaf';
import { GEVOELIGHEDEN, type Gegevenscatalogus, type Gegevenscategorie } from './domain/gegevenscategorie';
import { ONDERWERPEN, OP_AANWIJZING } from './domain/onderwerp';
import { PARTNERSOORTEN, type Partnersoort } from './domain/partnersoort';
import { Invoerfout, type Invoermelding } from './invoerfout';
import { lijst, tekst, vorm, woord } from './woorden';
import { readYaml } from './yaml';

const soorten = lijst(woord('partnersoort', PARTNERSOORTEN));

const catalogusSchema = z.strictObject({
  gegevens: z.array(
    z.strictObject({
      naam: vorm(/^[a-z]+\.[a-z]+$/, 'twee woorden in kleine letters met een punt ertussen, zoals politie.incidenten'),
      label: tekst(),
      wgs: z.int().min(1).max(12).nullable(),
      subgraaf: woord('subgraaf', DEELGRAVEN),
      betreft: woord('onderwerp', ONDERWERPEN),
      bronnen: soorten.default([]),
      gevoeligheid: woord('gevoeligheid', GEVOELIGHEDEN),
      dossier: z.boolean().default(false),
      vrijgave: z.boolean().default(false),
      grond: soorten.default([]),
    }),
  ),
});

/** Kinds of partner whose people are bound to medical secrecy (BW 7:457, BIG 88). */
const MEDISCH: readonly Partnersoort[] = ['GGZ', 'VERSLAVINGSZORG', 'GGD'];

/** What a name says, the rest says too: who writes a convenant goes by the name, and the floor by the rest. */
const ZEGT = [
  { vorm: /bsn$/, sleutel: 'wgs', verwacht: 2 },
  { vorm: /kring/, sleutel: 'betreft', verwacht: 'KRINGLID' },
  { vorm: /professional/, sleutel: 'betreft', verwacht: 'PROFESSIONAL' },
] as const;

/**
 * Reads the data catalogue and checks that it hangs together: what a category is follows from what it is about.
 * Throws Invoerfout with the place of everything that is wrong.
 */
export function readGegevenscatalogus(bestand: string = join(__dirname, 'gegevens.yaml')): Gegevenscatalogus {
  const gelezen = readYaml(bestand, catalogusSchema);
  const catalogus = new Map<string, Gegevenscategorie>();
  const meldingen: Invoermelding[] = [];
  gelezen.value.gegevens.forEach((categorie, index) => {
    const fout = (sleutel: keyof Gegevenscategorie, melding: string): void => {
      meldingen.push(gelezen.melding(['gegevens', index, sleutel], melding));
    };
    if (catalogus.has(categorie.naam)) fout('naam', `gegevenscategorie "${categorie.naam}" staat er twee keer`);
    toets(categorie, fout);
    catalogus.set(categorie.naam, categorie);
  });
  if (meldingen.length > 0) throw new Invoerfout(meldingen);
  return catalogus;
}

function toets(c: Gegevenscategorie, fout: (sleutel: keyof Gegevenscategorie, melding: string) => void): void {
  if ((c.subgraaf === 'hub') !== (c.bronnen.length === 0)) {
    fout('bronnen', 'wat de hub over zichzelf vertelt komt van geen ketenpartner, en al het andere van ten minste een');
  }
  if (c.betreft === 'REGELS' && c.subgraaf !== 'hub') fout('subgraaf', 'over de regels vertelt alleen de hub');
  if (c.betreft === 'REGISTER' && c.subgraaf !== 'hub') fout('subgraaf', 'over het register vertelt alleen de hub');
  if (c.betreft === 'VERLOOP' && c.subgraaf !== 'hub') fout('subgraaf', 'over het verloop vertelt alleen de hub');
  if (c.subgraaf === 'hub') {
    if (!OP_AANWIJZING.includes(c.betreft) || c.wgs !== null || c.dossier) {
      fout(
        'betreft',
        'de hub vertelt over geen persoon: betreft REGELS, REGISTER, VERLOOP of ZELF, wgs null, geen dossier',
      );
    }
    return;
  }
  if (c.dossier !== (c.wgs === null)) {
    fout(
      'wgs',
      'alleen het dossier van de casus, en dat altijd, heeft geen categorie van WGS 2.30 lid 1: wgs null (WGS 2.32)',
    );
  }
  if (c.dossier && (c.bronnen.length !== 1 || c.bronnen[0] !== 'GEMEENTE' || c.subgraaf !== 'municipality')) {
    fout('bronnen', 'het dossier van de casus komt van de GEMEENTE, uit subgraaf municipality (WGS 2.32)');
  }
  if ([c.wgs === 7, c.subgraaf === 'police', c.bronnen.includes('POLITIE')].some((een, _, alle) => een !== alle[0])) {
    fout(
      'wgs',
      'politiegegevens, en zij alleen, komen van de POLITIE uit subgraaf police: wgs 7 (WGS 2.30 lid 1 onder 7)',
    );
  }
  if (c.wgs === 7 && c.bronnen.length > 1) fout('bronnen', 'politiegegevens komen alleen van de POLITIE');
  if (c.wgs === 8 && c.bronnen.some((soort) => soort !== 'OM')) {
    fout('bronnen', 'justitiele gegevens komen alleen van het OM (WGS 2.30 lid 1 onder 8)');
  }
  for (const { vorm, sleutel, verwacht } of ZEGT) {
    if (vorm.test(c.naam) === (c[sleutel] === verwacht)) continue;
    const past = vorm.test(c.naam) ? `verwacht ${String(verwacht)}` : `${String(verwacht)} past bij een andere naam`;
    fout(sleutel, `"${c.naam}" is naar zijn naam iets anders dan ${sleutel} ${String(c[sleutel])}; ${past}`);
  }
  if (/inhoud$/.test(c.naam) && !c.vrijgave) fout('vrijgave', `"${c.naam}" is inhoud, en gaat niet zonder vrijgave`);
  const gevoeligheid = c.wgs === 6 ? 'BIJZONDER' : c.wgs === 7 || c.wgs === 8 ? 'STRAFRECHTELIJK' : c.gevoeligheid;
  if (c.gevoeligheid !== gevoeligheid) {
    fout('gevoeligheid', `WGS 2.30 lid 1 onder ${String(c.wgs)} is altijd ${gevoeligheid} (AVG 9 en 10)`);
  }
  for (const soort of c.grond) {
    if (!c.bronnen.includes(soort)) fout('grond', `grond noemt ${soort}, maar dat is geen bron van "${c.naam}"`);
  }
  for (const soort of MEDISCH) {
    if (c.bronnen.includes(soort) && !c.grond.includes(soort)) {
      fout('grond', `"${c.naam}" van ${soort} valt onder medisch geheim; verwacht ${soort} in grond (WGS 2.29 lid 2)`);
    }
  }
}
