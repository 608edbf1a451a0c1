import { emptyRegel } from '../../../gateway/registering';
import type { Registerregel, Verstrekkingsregel } from '../../../schema/domain/registerregel';

export const PERSOON = 'prs-7hQ2mZxLw9-hoofdbetrokkene';
export const MEDEWERKER = 'mdw-3kTn8VbRc5-wijkagent';
const CASUS = 'cas-Jd81kPq0Xv';

export function exampleVerstrekking(over: Partial<Verstrekkingsregel> = {}): Verstrekkingsregel {
  return {
    bronhouder: '00000099000000000001',
    categorie: 'politie.incidenten',
    coordinaat: 'Hoofdbetrokkene.incidenten',
    persoon: PERSOON,
    artikel: 'WGS 2.30 lid 1 onder 7',
    eigen: false,
    aantal: 3,
    records: [],
    ...over,
  };
}

export function exampleRegel(over: Partial<Registerregel> = {}): Registerregel {
  return {
    ...emptyRegel({ digest: 'a'.repeat(64), attest: 'b'.repeat(64) }),
    soort: 'ANTWOORD',
    verzoek: 'vrz-1',
    partner: 'politie-oost-nederland',
    medewerker: MEDEWERKER,
    rol: 'DEELNEMER',
    doel: 'STRAFRECHTELIJKE_HANDHAVING',
    casus: CASUS,
    fase: 'CASUSOVERLEG',
    kader: 'DWANG',
    convenant: 'veiligheidshuis-ijsselland',
    versie: '2026.1',
    feiten: 'rev-1',
    operatie: 'b'.repeat(64),
    gevraagd: ['Casus.kenmerk', 'Hoofdbetrokkene.incidenten'],
    verstrekkingen: [exampleVerstrekking()],
    weigeringen: [
      {
        coordinaat: 'Hoofdbetrokkene.diagnosen',
        categorieen: ['zorg.diagnosen'],
        reden: 'PARTNER_NIET_GEDEKT',
        artikel: null,
      },
    ],
    ...over,
  };
}

/** A regel with `count` verstrekkingen about several persons, some about the casus, some the requester's own. */
export function regelWith(count: number): Registerregel {
  const verstrekkingen = Array.from({ length: count }, (_, index) =>
    exampleVerstrekking({
      persoon: index % 4 === 0 ? null : `${PERSOON}-${index % 7}`,
      coordinaat: `Hoofdbetrokkene.veld${index}`,
      eigen: index % 5 === 0,
      aantal: index + 1,
    }),
  );
  return exampleRegel({ verstrekkingen });
}
