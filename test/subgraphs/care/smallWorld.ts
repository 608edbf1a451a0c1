import { DOELEN } from '../../../schema/domain/doel';
import type { CareWorld, Grond, World } from '../../../subgraphs/kit/synthetic/world';

export const POLITIE = '00000099000000000101';
export const GGD = '00000099000000000108';
export const DIMENCE = '00000099000000000203';
export const TACTUS = '00000099000000000204';
export const VEILIG_THUIS = '00000099000000000205';
export const CASUS = 'casus-1';

export const MEDISCH = [
  'zorg.bekend',
  'zorg.trajecten',
  'zorg.behandelstatus',
  'zorg.diagnosen',
  'zorg.crisis',
  'zorg.crisisinhoud',
  'zorg.risico',
  'zorg.advies',
  'zorg.kringbekend',
  'zorg.huisbezoek',
];

/** A ground that holds for the gemeente Zwolle, for everything; a test narrows it. */
export function grondVoor(persoon: string, bronhouder: string, changes: Partial<Grond> = {}): Grond {
  return {
    id: `grond-${persoon}-${bronhouder}-${JSON.stringify(changes)}`,
    persoon,
    bronhouder,
    soort: 'TOESTEMMING',
    ontvangers: ['gemeente-zwolle'],
    categorieen: MEDISCH,
    doelen: DOELEN,
    van: '2026-01-01',
    tot: '9999-01-01',
    ingetrokkenOp: null,
    ...changes,
  };
}

const LEEG: CareWorld = {
  koppelingen: [],
  bekendheden: [],
  trajecten: [],
  diagnosen: [],
  crisiscontacten: [],
  veiligThuisMeldingen: [],
  risicotaxaties: [],
  adviezen: [],
  huisbezoekafspraken: [],
  gronden: [],
  vrijgaven: [],
  bezwaren: [],
};

/** A world of care alone, with a client number for everyone of whom there is anything. */
export function careWorld(care: Partial<Omit<CareWorld, 'koppelingen'>>): World {
  const all = { ...LEEG, ...care };
  const { vrijgaven: _vrijgaven, bezwaren: _bezwaren, koppelingen: _koppelingen, ...overPersonen } = all;
  const personen = [...new Set(Object.values(overPersonen).flatMap((rijen) => rijen.map(({ persoon }) => persoon)))];
  const koppelingen = personen.map((persoon) => ({ persoon, clientnummer: `C-${persoon}` }));
  const leeg = new Proxy({}, { get: () => [] });
  return {
    seed: 1,
    care: { ...all, koppelingen },
    municipality: leeg as World['municipality'],
    police: leeg as World['police'],
  };
}

export const persoonVan = (n: number) => `persoon-${String(n).padStart(3, '0')}`;

/**
 * So many persons, each with one record of every kind by every bronhouder that keeps such. Grounds: everyone's at
 * Dimence; of even persons at Tactus. Released: what is of the first person.
 */
export function smallWorld(persons: number): World {
  const every = <T>(kind: string, bronhouders: readonly string[], make: (day: string, id: string) => T) =>
    Array.from({ length: persons }, (_, n) =>
      bronhouders.map((bronhouder, b) => {
        const id = `${kind}-${persoonVan(n)}-${String(b)}`;
        return { id, bronhouder, persoon: persoonVan(n), ...make(`2026-0${String(b + 1)}-15`, id) };
      }),
    ).flat();
  const behandelaars = [DIMENCE, TACTUS, GGD];
  const diagnosen = every('di', behandelaars, (gesteldOp, id) => ({
    classificatie: 'Stoornis',
    omschrijving: `Tekst ${id}`,
    gesteldOp,
  }));
  const crisiscontacten = every('cr', behandelaars, (datum, id) => ({
    datum,
    uitkomst: 'OPNAME',
    aanleiding: `Tekst ${id}`,
  }));
  const veiligThuisMeldingen = every('vt', [VEILIG_THUIS], (datum, id) => ({
    datum,
    aard: 'HUISELIJK_GEWELD',
    status: 'OPEN',
    oordeel: `Tekst ${id}`,
  }));
  const vrij = [...diagnosen, ...crisiscontacten, ...veiligThuisMeldingen].filter((r) => r.persoon === persoonVan(0));
  return careWorld({
    bekendheden: every('be', [...behandelaars, VEILIG_THUIS], (sinds) => ({ sinds })),
    trajecten: every('tr', behandelaars, (ingangsdatum, id) => ({
      soort: `Soort ${id}`,
      ingangsdatum,
      einddatum: null,
      behandelstatus: `Status ${id}`,
    })),
    diagnosen,
    crisiscontacten,
    veiligThuisMeldingen,
    risicotaxaties: every('ri', [DIMENCE, TACTUS, VEILIG_THUIS], (datum, id) => ({
      datum,
      instrument: `Instrument ${id}`,
      niveau: id.endsWith('1') ? ('HOOG' as const) : ('LAAG' as const),
    })),
    adviezen: every('ad', [DIMENCE, TACTUS, VEILIG_THUIS], (datum, id) => ({
      casus: id.includes('persoon-00') ? CASUS : 'casus-2',
      datum,
      strekking: 'Opschalen',
      advies: `Tekst ${id}`,
    })),
    huisbezoekafspraken: every('hb', [DIMENCE, TACTUS, VEILIG_THUIS], (_day, id) => ({
      wijze: id.endsWith('1') ? ('NIET_THUIS' as const) : ('MET_TWEE' as const),
    })),
    gronden: Array.from({ length: persons }, (_, n) => [
      grondVoor(persoonVan(n), DIMENCE),
      ...(n % 2 === 0 ? [grondVoor(persoonVan(n), TACTUS)] : []),
    ]).flat(),
    vrijgaven: vrij.map(({ id }) => ({
      record: id,
      casus: CASUS,
      ontvangers: ['gemeente-zwolle'],
      ingetrokkenOp: null,
    })),
  });
}
