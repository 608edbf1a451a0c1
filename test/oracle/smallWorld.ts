import type { CareWorld, CasusRij, MunicipalityWorld, PoliceWorld, World } from '../../subgraphs/kit/synthetic/world';
import { answer } from './answer';
import type { Ask, Geweigerd } from './answer';
import { readContract, readConvenant } from './contract';
import type { Contract } from './contract';

/** A world small enough to write the answer out by hand, and a convenant of one's own beside the real catalogue. */
export const TODAY = '2026-06-15';
export const OIN = {
  politie: '00000099000000000101',
  zwolle: '00000099000000000103',
  deventer: '00000099000000000104',
  dimence: '00000099000000000203',
  tactus: '00000099000000000204',
};

export const casus: CasusRij = {
  id: 'c1',
  bronhouder: OIN.zwolle,
  kenmerk: 'ZVH-1',
  thema: 'VEELPLEGER',
  doel: 'CASUSREGIE',
  fase: 'CASUSOVERLEG',
  kader: 'DWANG',
  status: 'LOPEND',
  escalatieniveau: 'OPERATIONEEL',
  gemeente: 'Zwolle',
  convenant: 'klein',
  regie: 'gemeente-zwolle',
  bevestigdDoor: ['politie-oost-nederland', 'gemeente-zwolle'],
};

export const zetel = (
  partner: string,
  rol: MunicipalityWorld['zetels'][number]['rol'] = 'DEELNEMER',
  tot: string | null = null,
): MunicipalityWorld['zetels'][number] => ({
  casus: 'c1',
  partner,
  medewerker: `m-${partner}`,
  rol,
  van: '2026-01-01',
  tot,
  vervangt: null,
});

/** Whoever has a seat is designated for it by his partner, as long as it lasts. */
export const aanwijzing = ({
  casus: _,
  vervangt: __,
  ...held
}: MunicipalityWorld['zetels'][number]): MunicipalityWorld['aanwijzingen'][number] => held;

export const persoon = (
  id: string,
  more: Partial<MunicipalityWorld['personen'][number]> = {},
): MunicipalityWorld['personen'][number] => ({
  id,
  bronhouder: OIN.zwolle,
  voornamen: 'Jan',
  voorvoegsel: 'van',
  geslachtsnaam: id.toUpperCase(),
  geboortedatum: '1990-05-01',
  bsn: '999990019',
  straat: 'Straat',
  huisnummer: '1',
  postcode: '8011 AA',
  woonplaats: 'Zwolle',
  wijk: 'Assendorp',
  gemeente: 'Zwolle',
  geheimhouding: false,
  telefoon: '038-0000000',
  functie: null,
  organisatie: null,
  email: null,
  ...more,
});

interface Parts {
  readonly municipality?: Partial<MunicipalityWorld>;
  readonly police?: Partial<PoliceWorld>;
  readonly care?: Partial<CareWorld>;
}

/** One casus c1, with p1 as its hoofdbetrokkene; police, care and municipality at the table. */
export function smallWorld(parts: Parts = {}): World {
  const none: never[] = [];
  const zetels = parts.municipality?.zetels ?? ['politie-oost-nederland', 'gemeente-zwolle', 'dimence'].map((id) => zetel(id)); // oxfmt-ignore
  return {
    seed: 0,
    municipality: {
      medewerkers: none,
      aanwijzingen: zetels.map(aanwijzing),
      casussen: [casus],
      zetels,
      doeltoetsen: none,
      overleggen: none,
      plannen: none,
      acties: none,
      ingebrachteAdviezen: none,
      overlegbesluiten: none,
      opschalingen: none,
      overlegacties: none,
      betrokkenheden: [{ casus: 'c1', persoon: 'p1', soort: 'HOOFDBETROKKENE' }],
      personen: [persoon('p1')],
      relaties: none,
      inkomens: none,
      schulden: none,
      woonsituaties: none,
      voorzieningen: none,
      schoolgangen: none,
      bezwaren: none,
      ...parts.municipality,
    },
    police: {
      koppelingen: none,
      aandachtsvestigingen: none,
      meldingen: none,
      incidenten: none,
      verdenkingen: none,
      risicos: none,
      adviezen: none,
      vrijgaven: none,
      bezwaren: none,
      ...parts.police,
    },
    care: {
      koppelingen: none,
      bekendheden: none,
      trajecten: none,
      diagnosen: none,
      crisiscontacten: none,
      veiligThuisMeldingen: none,
      risicotaxaties: none,
      adviezen: none,
      huisbezoekafspraken: none,
      gronden: none,
      vrijgaven: none,
      bezwaren: none,
      ...parts.care,
    },
  };
}

/** Everyone knows the casus and its hoofdbetrokkenen; the case adds the rest. Each line: gegevens | van | aan | more. */
export function kleinConvenant(...lines: string[]): Contract {
  const basis = ['casus.kern, casus.betrokkenheid | GEMEENTE | POLITIE, GEMEENTE, GGZ, VERSLAVINGSZORG, OM'];
  const verstrekkingen = [...basis, ...lines].map((line) => {
    const [gegevens, van, aan, more = ''] = line.split('|').map((part) => part.trim());
    const given = (name: string): string => (more.includes(`${name}:`) ? '' : `${name}: alle, `);
    return `  - { gegevens: [${gegevens}], van: [${van}], aan: [${aan}], ${given('doelen')}${given('fasen')}${given('kaders')}${more} }`;
  });
  const convenant = readConvenant(
    [
      'convenant: klein',
      'geldig: { van: 2026-01-01, tot: 2027-01-01 }',
      'doelen: [BEGELEIDING, ZORG_EN_HULPVERLENING, CASUSREGIE]',
      'partijen: [politie-oost-nederland, gemeente-zwolle, gemeente-deventer, dimence, tactus]',
      'verstrekkingen:',
      ...verstrekkingen,
    ].join('\n'),
  );
  return { ...readContract(), convenanten: [convenant] };
}

/** Asks under `casus(id: "c1")` and gives back what stands there, with the refusals as `path coordinate reason`. */
export function ask(
  contract: Contract,
  world: World,
  partner: string,
  selection: string,
  more: Partial<Ask> = {},
): { casus: unknown; errors: string[] } {
  const { data, errors } = answer(
    {
      world,
      query: `query ($c: ID!) { casus(id: $c) { ${selection} } }`,
      variables: { c: 'c1' },
      casusId: 'c1',
      partner,
      medewerker: `m-${partner}`,
      doel: 'BEGELEIDING',
      today: TODAY,
      ...more,
    },
    contract,
  );
  const line = (one: Geweigerd): string => `${one.pad.join('.')} ${one.coordinaat} ${one.reden}`;
  return { casus: (data as { casus: unknown }).casus, errors: errors.map(line) };
}
