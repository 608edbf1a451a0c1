import type { Registerregel } from '../schema/domain/registerregel';
import type { Weigeringspad } from '../schema/domain/selectie';
import type { Verzoekcontext } from './context/openContext';
import type { Gevraagd } from './prune/readOperation';
import type { Regels } from './regels/readRegels';
import type { Verzoek } from './request';

/** What a line of the register always says; the rest is what happened. */
export function toRegisterregel(
  happened: Partial<Registerregel> & Pick<Registerregel, 'soort'>,
  { digest, attest }: Pick<Regels, 'digest' | 'attest'>,
  verzoek: Verzoek,
  context: Verzoekcontext | null,
  gevraagd: Pick<Gevraagd, 'hash'> | null,
): Registerregel {
  const casus = context?.soort === 'CASUS' ? context : null;
  return {
    code: null,
    partner: verzoek.verzoeker.partner.id,
    medewerker: verzoek.verzoeker.medewerker,
    rol: context === null ? null : context.soort === 'CASUS' ? context.zetel.rol : context.rol,
    doel: casus?.doel ?? null,
    casus: casus?.feiten.casus ?? null,
    fase: casus?.feiten.fase ?? null,
    kader: casus?.feiten.kader ?? null,
    convenant: casus?.convenant.id ?? null,
    versie: casus?.convenant.versie ?? null,
    tabel: digest,
    attest,
    feiten: context?.revisie ?? null,
    operatie: gevraagd?.hash ?? null,
    gevraagd: [],
    verstrekkingen: [],
    weigeringen: [],
    voorwaarden: [],
    traceId: verzoek.traceparent.split('-')[1] ?? null,
    betreft: null,
    ...happened,
  };
}

/** What of refusals is kept: without the path, whose keys are the client's to choose, and so each once. */
export function toWeigeringsregels(weigeringen: readonly Weigeringspad[]): Registerregel['weigeringen'] {
  const each = weigeringen.map(({ coordinaat, besluit: { categorieen, reden, artikel } }) => {
    return { coordinaat, categorieen, reden, artikel };
  });
  return [...new Map(each.map((regel) => [JSON.stringify(regel), regel])).values()];
}
