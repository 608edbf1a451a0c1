import type { PoliceWorld, World } from '../../../subgraphs/kit/synthetic/world';

export const POLITIE = '00000099000000000101';
const CASUS = 'casus-1';

/** A police world of so many persons, each with two records of every kind; the last person is not known. */
export function smallWorld(persons: number): World {
  const ids = Array.from({ length: persons }, (_, index) => `persoon-${String(index).padStart(3, '0')}`);
  const twice = <T>(kind: string, make: (day: string, n: number) => T) =>
    ids.slice(0, -1).flatMap((persoon) =>
      [1, 2].map((n) => ({
        id: `${kind}-${persoon}-${String(n)}`,
        bronhouder: POLITIE,
        persoon,
        ...make(`2026-0${String(n)}-15`, n),
      })),
    );
  const police: PoliceWorld = {
    koppelingen: ids.slice(0, -1).map((persoon, n) => ({ persoon, registratienummer: `R${String(n)}` })),
    aandachtsvestigingen: twice('av', (ingangsdatum) => ({
      soort: 'VUURWAPEN',
      ingangsdatum,
      einddatum: null,
      instructie: 'Met twee.',
    })),
    meldingen: twice('me', (datum, n) => ({
      datum,
      klasse: 'OVERLAST',
      gemeente: n === 1 ? 'Zwolle' : 'Deventer',
      omschrijving: 'Geluid.',
    })),
    incidenten: twice('in', (datum) => ({
      datum,
      code: 'VB-01',
      soort: 'Vernieling',
      betrokkenAls: 'VERDACHTE' as const,
      gemeente: 'Zwolle',
      omschrijving: 'Een ruit.',
    })),
    verdenkingen: twice('ve', (datum, n) => ({
      datum,
      feit: 'Vernieling',
      status: 'OPEN',
      wpgArtikel: n === 1 ? (8 as const) : (13 as const),
    })),
    risicos: twice('ri', (peildatum, n) => ({ peildatum, niveau: n === 1 ? ('LAAG' as const) : ('HOOG' as const) })),
    adviezen: [
      {
        id: 'ad-1',
        bronhouder: POLITIE,
        casus: CASUS,
        datum: '2026-02-01',
        strekking: 'Opschalen',
        advies: 'Bespreek het.',
      },
      { id: 'ad-2', bronhouder: POLITIE, casus: 'casus-2', datum: '2026-02-01', strekking: 'Geen', advies: 'Niets.' },
    ],
    bezwaren: [],
    vrijgaven: [
      { record: 'in-persoon-000-1', casus: CASUS, ontvangers: ['dimence'], ingetrokkenOp: null },
      { record: 'in-persoon-000-2', casus: CASUS, ontvangers: ['dimence'], ingetrokkenOp: '2026-03-01' },
      { record: 'in-persoon-001-1', casus: 'casus-2', ontvangers: ['dimence'], ingetrokkenOp: null },
    ],
  };
  const leeg = new Proxy({}, { get: () => [] });
  return { seed: 1, police, municipality: leeg as World['municipality'], care: leeg as World['care'] };
}
