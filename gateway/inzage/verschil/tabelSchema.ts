import { z } from 'zod';
import { BEPERKINGEN } from '../../../schema/domain/beperking';
import { DEELGRAVEN } from '../../../schema/domain/deelgraaf';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import { GEVOELIGHEDEN } from '../../../schema/domain/gegevenscategorie';
import { KADERS } from '../../../schema/domain/kader';
import { ONDERWERPEN } from '../../../schema/domain/onderwerp';
import { PARTNERSOORTEN } from '../../../schema/domain/partnersoort';
import { REGIMES } from '../../../schema/domain/regime';
import { ROLLEN } from '../../../schema/domain/rol';
import { SUBGRAVEN } from '../../../schema/domain/subgraaf';
import { VOORWAARDEN } from '../../../schema/domain/voorwaarde';
import { WGS_STATUSSEN } from '../../../schema/domain/wgsStatus';

const names = z.array(z.string().min(1));
const perNaam = <Value extends z.ZodType>(value: Value) => z.record(z.string().min(1), value);
const subgraaf = z.enum(DEELGRAVEN);
const dag = z.iso.date();

const verstrekking = z.strictObject({
  nr: z.int(),
  van: names,
  aan: names,
  rollen: z.array(z.enum(ROLLEN)).nullable(),
  doelen: z.array(z.enum(DOELEN)),
  fasen: z.array(z.enum(FASEN)),
  kaders: z.array(z.enum(KADERS)),
  beperkingen: z.array(z.enum(BEPERKINGEN)),
  // Older tables know no conditions: nothing was attached.
  voorwaarden: z.array(z.enum(VOORWAARDEN)).default([]),
  grondslag: z.string(),
  artikel: z.string(),
});

/** The shape of a compiled coordinate table, as it is committed. Nothing may be in it that is not compared. */
export const tabelSchema = z.strictObject({
  digest: z.string(),
  coordinaten: perNaam(
    z.strictObject({
      categorieen: names,
      subgraaf,
      vraagt: z.array(z.strictObject({ aan: subgraaf, categorie: z.string().min(1) })),
      argumenten: perNaam(names),
    }),
  ),
  gegevens: perNaam(
    z.strictObject({
      wgs: z.int().min(1).max(12).nullable(),
      subgraaf,
      betreft: z.enum(ONDERWERPEN),
      bronnen: z.array(z.enum(PARTNERSOORTEN)),
      dossier: z.boolean(),
      gevoeligheid: z.enum(GEVOELIGHEDEN),
      vrijgave: z.boolean(),
      grond: z.array(z.enum(PARTNERSOORTEN)),
    }),
  ),
  partners: perNaam(
    z.strictObject({
      oin: z.string().regex(/^\d{20}$/),
      soort: z.enum(PARTNERSOORTEN),
      wgs: z.enum(WGS_STATUSSEN),
      werkgebied: names,
      subgraaf: z.enum(SUBGRAVEN).nullable(),
      account: z.boolean(),
    }),
  ),
  /** Older tables do not name the floor: then nothing can be said of it. */
  vloer: z.partialRecord(z.enum(REGIMES), perNaam(z.string())).optional(),
  convenanten: z.array(
    z.strictObject({
      id: z.string().min(1),
      versie: z.string().min(1),
      voorbeeld: z.boolean(),
      regime: z.enum(REGIMES).default('WGS'),
      van: dag,
      tot: dag,
      doelen: z.array(z.enum(DOELEN)),
      partijen: names,
      gegevens: perNaam(z.array(verstrekking)),
    }),
  ),
});

export type Tabeltekst = z.infer<typeof tabelSchema>;
