import { readGegevenscatalogus } from '../../../schema/catalogus';
import type { Gegevenscatalogus, Gegevenscategorie } from '../../../schema/domain/gegevenscategorie';
import { readKetenpartners } from '../../../schema/partners';

/** The catalogue, with categories that no real one has: the floor must hold when someone adds them. */
export const catalogus: Gegevenscatalogus = new Map(readGegevenscatalogus())
  .set('justitie.vonnissen', categorie({ naam: 'justitie.vonnissen', wgs: 8, bronnen: ['OM', 'DJI'] }))
  .set('politie.geleend', categorie({ naam: 'politie.geleend', wgs: 7, bronnen: ['POLITIE', 'GEMEENTE'] }))
  .set('kring.inkomen', categorie({ naam: 'kring.inkomen', wgs: 5, betreft: 'KRINGLID' }))
  .set('kring.toezicht', categorie({ naam: 'kring.toezicht', wgs: 10, betreft: 'KRINGLID' }))
  .set('professional.gezondheid', categorie({ naam: 'professional.gezondheid', wgs: 6, betreft: 'PROFESSIONAL' }));

export const partners = readKetenpartners();

function categorie(anders: Partial<Gegevenscategorie> & { naam: string }): Gegevenscategorie {
  return {
    label: 'Test',
    wgs: 1,
    subgraaf: 'municipality',
    betreft: 'HOOFDBETROKKENE',
    bronnen: ['GEMEENTE'],
    dossier: false,
    gevoeligheid: 'VERTROUWELIJK',
    vrijgave: false,
    grond: [],
    ...anders,
  };
}

/** One verstrekking that is right; a test changes what it is about. */
const VERSTREKKING = {
  nr: '1',
  gegevens: '[gemeente.wonen]',
  van: '[GEMEENTE]',
  aan: '[POLITIE]',
  doelen: '[BEGELEIDING]',
  fasen: '[CASUSOVERLEG]',
  kaders: '[DWANG]',
  grondslag: 'WGS 2.29 lid 1',
  artikel: 'WGS 2.30 lid 1 onder 3',
};

/** Changes to the right verstrekking; a key that is not in it comes at its end. */
export type Afwijking = Partial<typeof VERSTREKKING> & {
  rollen?: string;
  beperkingen?: string;
  voorwaarden?: string;
  /** A slip of the pen. */
  voorwarden?: string;
};

/** The right convenant file, with its head changed by replacement and these verstrekkingen from line 9 on, nine lines each. */
export function convenantYaml(verstrekkingen: readonly Afwijking[], head: readonly [string, string][] = []): string {
  const kop = head.reduce((text, [van, naar]) => {
    if (!text.includes(van)) throw new Error(`no "${van}" in the head`);
    return text.replace(van, naar);
  }, KOP);
  const regels = verstrekkingen.flatMap((afwijking) =>
    Object.entries({ ...VERSTREKKING, ...afwijking }).map(
      ([key, value], i) => `${i === 0 ? '  - ' : '    '}${key}: ${value}`,
    ),
  );
  return `${kop}${regels.join('\n')}\n`;
}

const KOP = `convenant: proef
titel: Proef
versie: "1"
regime: WGS
geldig: { van: 2026-01-01, tot: 2027-01-01 }
doelen: [STRAFRECHTELIJKE_HANDHAVING, BEGELEIDING, CASUSREGIE]
partijen: [gemeente-zwolle, politie-oost-nederland, om-oost-nederland, dji, dimence, veilig-thuis-ijsselland]
verstrekkingen:
`;
