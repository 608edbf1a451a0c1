import { z } from 'zod';
import { BEPERKINGEN } from '../../schema/domain/beperking';
import { DOELEN } from '../../schema/domain/doel';
import { FASEN } from '../../schema/domain/fase';
import type { Gegevenscatalogus } from '../../schema/domain/gegevenscategorie';
import { KADERS } from '../../schema/domain/kader';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import { PARTNERSOORTEN } from '../../schema/domain/partnersoort';
import { REGIMES } from '../../schema/domain/regime';
import { VOORWAARDEN } from '../../schema/domain/voorwaarde';
import { lijst, nameOf, tekst, vorm, woord } from '../../schema/woorden';
import { KETENROLLEN } from '../../schema/domain/ketenrol';

/** Rollen of those who sit for a partner, the ones that `rollen` can narrow to. */
const PARTNERROLLEN = ['MELDER', 'DEELNEMER', 'CASUSREGISSEUR'] as const;

/** Slips that are words of another place. */
const KETENROL_ELDERS = Object.fromEntries(KETENROLLEN.map((rol) => [rol, `een ketenrol staat in "aan"`]));
const ALLE_LOS = { alle: 'schrijf alle zonder blokhaken' };

/**
 * The shape of a convenant file. It knows the words of catalogue and partners, so that an editor can offer them and a
 * mistyped one is answered with the one that was meant.
 */
export function convenantSchema(catalogus: Gegevenscatalogus, partners: Ketenpartners) {
  const partnerIds = [...partners.keys()];
  const verstrekking = z.strictObject({
    nr: z.int().min(1).describe('Nummer van de verstrekking; een besluit noemt het'),
    gegevens: lijst(woord('gegevenscategorie', [...catalogus.keys()])).describe(
      'Gegevenscategorieen van gegevens.yaml',
    ),
    van: lijst(woord('partnersoort of ketenpartner', [...PARTNERSOORTEN, ...partnerIds])).describe('Wie verstrekt'),
    aan: lijst(
      woord('partnersoort, ketenpartner of ketenrol', [...PARTNERSOORTEN, ...KETENROLLEN, ...partnerIds]),
    ).describe('Wie ontvangt'),
    rollen: lijst(woord('rol aan de kant van een partner', PARTNERROLLEN, KETENROL_ELDERS))
      .optional()
      .describe('Alleen wie met deze rol voor een partner aan tafel zit; weggelaten: elke rol'),
    doelen: alleOf(lijst(woord('doel', DOELEN, ALLE_LOS))).describe('alle: de doelen van dit convenant; of een lijst'),
    fasen: alleOf(lijst(woord('fase', FASEN, ALLE_LOS))).describe('alle: alle behalve AFSLUITING; of een lijst'),
    kaders: alleOf(lijst(woord('kader', KADERS, ALLE_LOS))).describe('alle: alle drie; of een lijst'),
    beperkingen: lijst(woord('beperking', BEPERKINGEN)).optional().describe('Welke rijen alleen'),
    voorwaarden: lijst(woord('voorwaarde', VOORWAARDEN))
      .optional()
      .describe('Wat de verstrekker aan doorgeven verbindt (WGS 2.29 lid 3)'),
    grondslag: tekst().describe(
      'Wettelijke grondslagen, gescheiden door een puntkomma: "WGS 2.29 lid 1; Wpg 8", of bij EIGEN_WET "Wet SUWI 64; Wabb 10"',
    ),
    artikel: tekst().describe(
      'Artikel dat een besluit noemt: "WGS 2.30 lid 1 onder 7", of bij EIGEN_WET een van de grondslagen: "Wet SUWI 64"',
    ),
  });
  return z.strictObject({
    convenant: vorm(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kleine letters en cijfers, met koppeltekens ertussen').describe(
      'Korte naam, voor alle versies dezelfde; een casus noemt hem',
    ),
    voorbeeld: z.boolean().default(false).describe('true: een voorbeeld, nooit te ondertekenen'),
    titel: tekst(),
    versie: vorm(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/, 'letters, cijfers, punten en koppeltekens').describe(
      "Naam van deze versie, tussen aanhalingstekens: '2026.1'",
    ),
    regime: woord('regime', REGIMES).describe(
      'De wettelijke vloer: WGS voor een Zorg- en Veiligheidshuis, EIGEN_WET voor een keten met een eigen wet',
    ),
    geldig: z.strictObject({
      van: datum().describe('Geldt vanaf deze dag'),
      tot: datum().describe('Geldt tot, niet met'),
    }),
    doelen: lijst(woord('doel', DOELEN)).describe('Waarvoor onder dit convenant wordt verstrekt'),
    partijen: lijst(woord('ketenpartner', partnerIds)).describe('Ketenpartners van partners.yaml die ondertekenen'),
    verstrekkingen: z.array(verstrekking).min(1, { error: 'verwacht ten minste een verstrekking' }),
  });
}

/** A convenant as written in its file: `alle` not yet spelled out. */
export type Convenanttekst = z.infer<ReturnType<typeof convenantSchema>>;

function alleOf<Lijst extends z.ZodType<readonly string[]>>(lijst: Lijst) {
  return z.union([lijst, z.literal('alle')], {
    error: (issue) => (issue.input === undefined ? undefined : 'verwacht een lijst, of het woord alle'),
  });
}

function datum() {
  return z.iso.date({
    error: ({ input }) => {
      if (input === undefined) return undefined;
      return typeof input === 'string'
        ? `"${input}" is ongeldig; verwacht een dag als 2026-01-31`
        : `verwacht een dag als 2026-01-31, kreeg ${nameOf(input)}`;
    },
  });
}
