import { z } from 'zod';
import { BEPERKINGEN } from '../../../schema/domain/beperking';
import { CASUSSTATUSSEN } from '../../../schema/domain/casusstatus';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import type { Gegevenscatalogus } from '../../../schema/domain/gegevenscategorie';
import { KADERS } from '../../../schema/domain/kader';
import type { Ketenpartners } from '../../../schema/domain/ketenpartner';
import { KETENROLLEN } from '../../../schema/domain/ketenrol';
import { PARTNERSOORTEN } from '../../../schema/domain/partnersoort';
import { VOORWAARDEN } from '../../../schema/domain/voorwaarde';
import { lijst, tekst, woord } from '../../../schema/woorden';
import { isByAanwijzing } from '../../decide/decideByAanwijzing';
import { PARTNERROLLEN } from '../../decide/situatie';

/** Who supplies, where the receiver himself does. */
export const EIGEN = 'EIGEN';

/**
 * The shape of a file of toetsgevallen: what somebody at a table is expected to get, per category. What is not listed
 * must be denied. It knows the words of catalogue, partners and convenanten, as a convenant file does.
 */
export function toetsgevalSchema(
  catalogus: Gegevenscatalogus,
  partners: Ketenpartners,
  convenanten: readonly string[],
) {
  const ids = [...partners.keys()];
  const gegevens = [...catalogus.values()].filter((one) => !isByAanwijzing(one)).map(({ naam }) => naam);
  const partner = woord('ketenpartner', ids);
  const wie = z
    .strictObject({
      partner: partner.optional().describe('De ketenpartner voor wie iemand zit'),
      soort: woord('partnersoort', PARTNERSOORTEN).optional().describe('Elke partij van deze soort'),
      rol: woord('rol', [...PARTNERROLLEN, ...KETENROLLEN]).describe('Wat iemand aan tafel is'),
    })
    .superRefine((given, ctx) => {
      const named = [given.partner, given.soort].filter((one) => one !== undefined).length;
      const chain = KETENROLLEN.some((rol) => rol === given.rol);
      if (named === 2) ctx.addIssue({ code: 'custom', message: 'verwacht partner of soort, niet allebei' });
      if (named === 0 && !chain)
        ctx.addIssue({ code: 'custom', message: `bij rol ${given.rol} hoort een partner of soort` });
    });
  const verwachting = z.strictObject({
    gegevens: lijst(woord('gegevenscategorie', gegevens)).describe('Gegevenscategorieen die worden verstrekt'),
    van: lijst(woord('bron', [EIGEN, ...PARTNERSOORTEN, ...ids]))
      .optional()
      .describe('Alleen van deze bronnen; EIGEN: de eigen gegevens. Weggelaten: van wie dan ook'),
    beperkingen: z
      .array(woord('beperking', BEPERKINGEN))
      .optional()
      .describe('Precies deze beperkingen; []: zonder. Weggelaten: wordt niet getoetst'),
    voorwaarden: z
      .array(woord('voorwaarde', VOORWAARDEN))
      .optional()
      .describe('Precies deze voorwaarden; []: zonder. Weggelaten: wordt niet getoetst'),
  });
  return z.strictObject({
    gevallen: z
      .array(
        z.strictObject({
          omschrijving: tekst().describe('Wat dit geval laat zien, in gewone taal'),
          convenant: woord('convenant', convenanten).describe('Het convenant, zoals het vandaag geldt'),
          wie,
          doel: woord('doel', DOELEN),
          casus: z.strictObject({
            fase: woord('fase', FASEN),
            kader: woord('kader', KADERS),
            status: woord('status', CASUSSTATUSSEN).default('LOPEND'),
            bevestigd: z.boolean().default(true).describe('Of een tweede publieke partij de casus heeft bevestigd'),
            melder: partner
              .optional()
              .describe('Wie de casus aanmeldde: voor de doeltoets deelt alleen die iets (WGS); weggelaten: elke bron'),
            tafel: lijst(partner)
              .optional()
              .describe('Wie er verder aan tafel zitten; weggelaten: elke partner die een bron beheert'),
          }),
          verwacht: z.array(verwachting).describe('Wat er niet staat, moet worden geweigerd'),
        }),
      )
      .min(1, { error: 'verwacht ten minste een geval' }),
  });
}

/** One file of toetsgevallen. */
export type Toetsgevallen = z.infer<ReturnType<typeof toetsgevalSchema>>;
export type Toetsgeval = Toetsgevallen['gevallen'][number];
