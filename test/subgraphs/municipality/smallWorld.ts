import type { CasusRij, MunicipalityWorld, World } from '../../../subgraphs/kit/synthetic/world';

export const ZWOLLE = '00000099000000000103';
export const DEVENTER = '00000099000000000104';
export const POLITIE = '00000099000000000101';
export const DIMENCE = '00000099000000000203';
export const TACTUS = '00000099000000000204';
const CASUS = 'casus-1';

type Soort = MunicipalityWorld['betrokkenheden'][number]['soort'];
type Zetel = MunicipalityWorld['zetels'][number];

const casusRij = (id: string, kenmerk: string, changes: Partial<CasusRij> = {}): CasusRij => ({
  id,
  bronhouder: ZWOLLE,
  kenmerk,
  thema: 'VEELPLEGER',
  doel: 'CASUSREGIE',
  fase: 'CASUSOVERLEG',
  kader: 'DWANG',
  status: 'LOPEND',
  escalatieniveau: 'OPERATIONEEL',
  gemeente: 'Zwolle',
  convenant: 'voorbeeld',
  regie: 'gemeente-zwolle',
  bevestigdDoor: ['politie-oost-nederland', 'gemeente-zwolle'],
  ...changes,
});

const persoon = (
  id: string,
  n: number,
  changes: Partial<MunicipalityWorld['personen'][number]> = {},
): MunicipalityWorld['personen'][number] => ({
  id,
  bronhouder: ZWOLLE,
  voornamen: 'Jan',
  voorvoegsel: n % 2 === 0 ? 'van der' : null,
  geslachtsnaam: `Voorbeeld${String(n)}`,
  geboortedatum: '2008-11-23',
  bsn: '999990019',
  straat: 'Straat',
  huisnummer: String(n),
  postcode: '8011AA',
  woonplaats: 'Zwolle',
  wijk: 'Assendorp',
  gemeente: 'Zwolle',
  geheimhouding: false,
  telefoon: '038-0000000',
  functie: null,
  organisatie: null,
  email: null,
  ...changes,
});

const zetel = (medewerker: string, partner: string, changes: Partial<Zetel> = {}): Zetel => ({
  casus: CASUS,
  partner,
  medewerker,
  rol: 'DEELNEMER',
  van: '2026-01-01',
  tot: null,
  vervangt: null,
  ...changes,
});

const advies = (
  id: string,
  soort: 'POLITIEADVIES' | 'ZORGADVIES',
  bronhouder: string,
  datum: string,
): MunicipalityWorld['ingebrachteAdviezen'][number] => ({ id, casus: CASUS, soort, datum, bronhouder });

const nummer = (n: number): string => `persoon-${String(n).padStart(2, '0')}`;
const soortVan = (n: number): Soort => (n < 12 ? 'HOOFDBETROKKENE' : n < 17 ? 'KRINGLID' : 'PROFESSIONAL');

/** casus-1 with twenty persons: 12 hoofdbetrokkenen, 5 kringleden, 3 professionals; casus-2 with one of them and another. */
export function smallWorld(): World {
  const ids = Array.from({ length: 20 }, (_, n) => nummer(n));
  const hoofd = ids.slice(0, 12);
  const twice = <T>(kind: string, make: (day: string, n: number) => T) =>
    hoofd.flatMap((id) =>
      [1, 2].map((n) => ({
        id: `${kind}-${id}-${String(n)}`,
        persoon: id,
        bronhouder: n === 1 ? ZWOLLE : DEVENTER,
        ...make(`2026-0${String(n)}-15`, n),
      })),
    );
  const actie = (n: number, changes: Partial<MunicipalityWorld['acties'][number]>) => ({
    id: `actie-${String(n)}`,
    bronhouder: ZWOLLE,
    casus: CASUS,
    omschrijving: `Actie ${String(n)}`,
    leefgebied: 'HUISVESTING' as const,
    uitvoerder: 'tactus',
    relevantVoor: [],
    medewerker: 'm-9',
    uiterlijk: '2026-12-01',
    status: 'OPEN' as const,
    bijNietNakomen: 'Bespreken.',
    terugkoppeling: null,
    ...changes,
  });
  const municipality: MunicipalityWorld = {
    medewerkers: ['m-1', 'm-2', 'm-3'].map((id) => ({ id, naam: `Naam ${id}` })),
    aanwijzingen: [
      { medewerker: 'm-1', partner: 'dimence', rol: 'DEELNEMER', van: '2026-01-01', tot: null },
      { medewerker: 'm-1', partner: 'dimence', rol: 'CASUSREGISSEUR', van: '2025-01-01', tot: '2026-01-01' },
      { medewerker: 'm-1', partner: 'tactus', rol: 'AUDITOR', van: '2026-01-01', tot: null },
      { medewerker: 'm-2', partner: 'dimence', rol: 'PRIVACY_OFFICER', van: '2026-01-01', tot: null },
    ],
    casussen: [
      casusRij(CASUS, 'ZVH-2'),
      casusRij('casus-2', 'ZVH-1', { bevestigdDoor: ['gemeente-zwolle', 'dimence', 'gemeente-zwolle'] }),
      casusRij('casus-3', 'ZVH-3', { status: 'AFGESCHERMD', fase: 'AFSLUITING' }),
    ],
    zetels: [
      zetel('m-2', 'gemeente-zwolle', { rol: 'CASUSREGISSEUR' }),
      zetel('m-1', 'dimence', { tot: '2027-01-01' }),
      zetel('m-3', 'dimence', { tot: '2026-02-01' }),
      zetel('m-4', 'politie-oost-nederland', { van: '2099-01-01' }),
      zetel('m-1', 'dimence', { casus: 'casus-2' }),
      zetel('m-1', 'dimence', { casus: 'casus-3' }),
      zetel('m-1', 'tactus', { casus: 'casus-3', rol: 'MELDER' }),
    ],
    doeltoetsen: [
      { id: 'toets-1', casus: CASUS, datum: '2026-01-10', positief: false, criteria: [], toelichting: 'Nog niet.' },
      { id: 'toets-2', casus: CASUS, datum: '2026-02-10', positief: true, criteria: ['Z', 'A'], toelichting: 'Ja.' },
      {
        id: 'toets-3',
        casus: 'casus-2',
        datum: '2026-03-10',
        positief: false,
        criteria: ['Elders'],
        toelichting: 'Nee.',
      },
    ],
    overleggen: ['2026-03-01', '2026-04-01'].map((datum, n) => ({
      id: `overleg-${String(n)}`,
      casus: CASUS,
      datum,
      besluit: 'Door.',
      aanwezigen: [
        { partner: 'gemeente-zwolle', medewerker: 'm-2' },
        { partner: 'dimence', medewerker: 'm-1' },
      ],
    })),
    plannen: [
      {
        casus: CASUS,
        doelstelling: 'Rust.',
        vastgesteldOp: '2026-03-01',
        bijNietNakomen: 'Opschalen.',
        leefgebieden: [
          { leefgebied: 'JUSTITIE', situatie: 'Loopt.', doel: 'Klaar.' },
          { leefgebied: 'FINANCIEN', situatie: 'Krap.', doel: 'Ruim.' },
        ],
      },
    ],
    acties: [
      actie(3, { uitvoerder: 'dimence', uiterlijk: '2026-11-01' }),
      actie(1, { relevantVoor: ['dimence'], status: 'AFGEROND', terugkoppeling: 'Gelukt.' }),
      actie(2, { relevantVoor: ['politie-oost-nederland'] }),
      actie(4, { casus: 'casus-2', uitvoerder: 'dimence' }),
    ],
    ingebrachteAdviezen: [
      advies('za-1', 'ZORGADVIES', DIMENCE, '2026-04-01'),
      advies('pa-2', 'POLITIEADVIES', POLITIE, '2026-03-15'),
      advies('za-2', 'ZORGADVIES', TACTUS, '2026-03-15'),
      advies('pa-1', 'POLITIEADVIES', POLITIE, '2026-03-15'),
      { ...advies('pa-9', 'POLITIEADVIES', POLITIE, '2026-03-15'), casus: 'casus-2' },
    ],
    overlegbesluiten: ['overleg-1', 'overleg-0', 'overleg-0'].map((overleg, n) => ({
      id: `besluit-${String(n)}`,
      bronhouder: ZWOLLE,
      overleg,
      besluit: `Besluit ${String(n)}`,
      reden: 'Nodig.',
    })),
    opschalingen: [
      { id: 'op-1', bronhouder: ZWOLLE, overleg: 'overleg-0', van: 'OPERATIONEEL', naar: 'TACTISCH', reden: 'Onrust.' },
    ],
    overlegacties: [
      ...['actie-2', 'actie-3', 'actie-4'].map((actie) => ({ overleg: 'overleg-0', actie })),
      { overleg: 'overleg-1', actie: 'actie-1' },
    ],
    betrokkenheden: [
      ...ids.map((id, n) => ({ casus: CASUS, persoon: id, soort: soortVan(n) })),
      { casus: 'casus-2', persoon: nummer(0), soort: 'KRINGLID' as const },
      { casus: 'casus-2', persoon: 'persoon-99', soort: 'HOOFDBETROKKENE' as const },
    ],
    personen: [
      ...ids.map((id, n) =>
        persoon(id, n, {
          geheimhouding: n === 1,
          bronhouder: n === 2 ? DEVENTER : ZWOLLE,
          ...(n < 17 ? {} : { functie: 'Arts', organisatie: 'Praktijk', email: 'arts@voorbeeld.invalid' }),
        }),
      ),
      persoon('persoon-99', 99),
    ],
    relaties: [
      { van: nummer(0), naar: 'persoon-99', soort: 'KIND' },
      { van: nummer(0), naar: nummer(12), soort: 'OUDER' },
      { van: nummer(0), naar: nummer(2), soort: 'EX_PARTNER' },
      { van: nummer(12), naar: nummer(0), soort: 'KIND' },
      { van: nummer(12), naar: nummer(13), soort: 'PARTNER' },
      { van: 'persoon-99', naar: nummer(0), soort: 'OUDER' },
    ],
    inkomens: twice('in', (ingangsdatum) => ({
      regeling: 'Participatiewet',
      ingangsdatum,
      einddatum: null,
      maandbedrag: 1300,
    })),
    schulden: twice('sc', () => ({ soort: 'Huur', bedrag: 900, schuldhulp: 'GEEN' })).filter(
      ({ persoon: wie }) => wie !== nummer(3),
    ),
    woonsituaties: twice('wo', () => ({
      gemeente: 'Zwolle',
      soort: 'Huur',
      verhuurder: null,
      ontruimingsdreiging: true,
    })),
    voorzieningen: twice('vo', (ingangsdatum) => ({
      wet: 'WMO' as const,
      product: 'Begeleiding',
      aanbieder: 'Zorg',
      ingangsdatum,
      einddatum: null,
    })),
    bezwaren: [],
    schoolgangen: twice('sg', () => ({
      school: 'Voorbeeldschool',
      verzuimmeldingen: 2,
      laatsteMelding: null,
      leerplichtambtenaarBetrokken: false,
    })),
  };
  const leeg = new Proxy({}, { get: () => [] });
  return { seed: 1, municipality, police: leeg as World['police'], care: leeg as World['care'] };
}
