import type { Registerregel } from '../schema/domain/registerregel';
import type { Verzoekcontext } from './context/openContext';
import type { Gevraagd } from './prune/readOperation';
import type { Verzoek } from './request';

/** What a line of the register always says; the rest is what happened. */
export function toRegisterregel(
  happened: Partial<Registerregel> & Pick<Registerregel, 'soort'>,
  digest: string,
  verzoek: Verzoek,
  context: Verzoekcontext | null,
  gevraagd: Pick<Gevraagd, 'hash'> | null,
): Registerregel {
  const casus = context?.soort === 'CASUS' ? context : null;
  return {
    code: null,
    partner: verzoek.verzoeker.partner.id,
    medewerker: verzoek.verzoeker.medewerker,
    rol: casus?.zetel.rol ?? null,
    doel: casus?.doel ?? null,
    casus: casus?.feiten.casus ?? null,
    fase: casus?.feiten.fase ?? null,
    kader: casus?.feiten.kader ?? null,
    convenant: casus?.convenant.id ?? null,
    versie: casus?.convenant.versie ?? null,
    tabel: digest,
    feiten: context?.revisie ?? null,
    operatie: gevraagd?.hash ?? null,
    gevraagd: [],
    verstrekkingen: [],
    weigeringen: [],
    traceId: verzoek.traceparent.split('-')[1] ?? null,
    betreft: null,
    ...happened,
  };
}
