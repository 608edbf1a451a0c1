import { oinOf, personOf, type Draft } from './draft';

// The bronhouder of all of these is the municipality of the person, not that of the casus; unless another is named, who
// keeps his records in its system.

/** Income that this partner established: a benefit it pays, or what was declared to it. */
export function addInkomenVan(draft: Draft, persoon: string, partner: Buitengemeentelijk): string {
  const { random } = draft;
  const [regeling, laag, hoog] = random.pick(INKOMENS_VAN[partner]);
  const record = { ...startRecord(draft, persoon, 'inkomen'), bronhouder: oinOf(draft, partner) };
  draft.municipality.inkomens.push({
    ...record,
    regeling,
    ingangsdatum: random.day('2025-01-01', '2026-04-30'),
    einddatum: null,
    maandbedrag: random.int(laag, hoog),
  });
  return record.id;
}

/** What this partner has to get back. */
export function addSchuldVan(draft: Draft, persoon: string, partner: Buitengemeentelijk): string {
  const { random } = draft;
  const record = { ...startRecord(draft, persoon, 'schuld'), bronhouder: oinOf(draft, partner) };
  draft.municipality.schulden.push({
    ...record,
    soort: SCHULD_VAN[partner],
    bedrag: random.int(400, 22_000),
    schuldhulp: 'Geen',
  });
  return record.id;
}

export function addInkomen(draft: Draft, persoon: string): void {
  const { random } = draft;
  const [regeling, laag, hoog] = random.pick(INKOMENS);
  draft.municipality.inkomens.push({
    ...startRecord(draft, persoon, 'inkomen'),
    regeling,
    ingangsdatum: random.day('2025-01-01', '2026-04-30'),
    einddatum: random.chance(0.2) ? random.day('2026-05-01', '2026-09-01') : null,
    maandbedrag: random.int(laag, hoog),
  });
}

export function addSchuld(draft: Draft, persoon: string): void {
  const { random } = draft;
  draft.municipality.schulden.push({
    ...startRecord(draft, persoon, 'schuld'),
    soort: random.pick([
      'Huurachterstand',
      'Zorgverzekering',
      'Energie',
      'Belastingen',
      'Boetes',
      'Postorder',
      'Toeslagen',
    ]),
    bedrag: random.int(150, 18_000),
    schuldhulp: random.pick([
      'Geen',
      'Aangemeld',
      'Intake geweest',
      'Minnelijke regeling',
      'Wettelijke schuldsanering',
    ]),
  });
}

export function addWoonsituatie(draft: Draft, persoon: string): void {
  const { random } = draft;
  const [soort, verhuurder] = random.pick(WOONVORMEN);
  draft.municipality.woonsituaties.push({
    ...startRecord(draft, persoon, 'woonsituatie'),
    gemeente: personOf(draft, persoon).gemeente,
    soort,
    verhuurder,
    ontruimingsdreiging: verhuurder !== null && random.chance(0.3),
  });
}

export function addVoorziening(draft: Draft, persoon: string): void {
  const { random } = draft;
  const [wet, product, aanbieder] = random.pick(VOORZIENINGEN);
  draft.municipality.voorzieningen.push({
    ...startRecord(draft, persoon, 'voorziening'),
    wet,
    product,
    aanbieder,
    ingangsdatum: random.day('2025-02-01', '2026-05-31'),
    einddatum: random.chance(0.25) ? random.day('2026-06-01', '2026-09-15') : null,
  });
}

export function addSchoolgang(draft: Draft, persoon: string): void {
  const { random } = draft;
  const verzuimmeldingen = random.int(0, 14);
  draft.municipality.schoolgangen.push({
    ...startRecord(draft, persoon, 'schoolgang'),
    school: random.pick(['Voorbeeldschool De Linde', 'Voorbeeldcollege Noord', 'Praktijkschool Het Voorbeeld']),
    verzuimmeldingen,
    laatsteMelding: verzuimmeldingen === 0 ? null : random.day('2025-09-01', '2026-07-10'),
    leerplichtambtenaarBetrokken: verzuimmeldingen > 5,
  });
}

function startRecord(draft: Draft, persoon: string, kind: string): { id: string; bronhouder: string; persoon: string } {
  return { id: draft.random.id(kind), bronhouder: personOf(draft, persoon).bronhouder, persoon };
}

const INKOMENS = [
  ['Participatiewet', 680, 1350],
  ['Loondienst', 1400, 2900],
  ['WW', 1100, 1900],
  ['Wajong', 950, 1400],
  ['Ziektewet', 1000, 1800],
] as const;

type Buitengemeentelijk = 'uwv' | 'svb' | 'belastingdienst';

const INKOMENS_VAN: Readonly<Record<Buitengemeentelijk, readonly (readonly [string, number, number])[]>> = {
  uwv: [
    ['WW', 1100, 1900],
    ['WIA', 1000, 1700],
  ],
  svb: [
    ['AOW', 1050, 1550],
    ['Anw', 900, 1400],
  ],
  belastingdienst: [
    ['Aangegeven winst uit onderneming', 0, 2600],
    ['Loon volgens de loonaangifte', 800, 3100],
  ],
};

const SCHULD_VAN: Readonly<Record<Buitengemeentelijk, string>> = {
  uwv: 'Terugvordering uitkering',
  svb: 'Terugvordering AOW',
  belastingdienst: 'Naheffing inkomstenbelasting',
};

const WOONVORMEN = [
  ['Huurwoning', 'Woningcorporatie (voorbeeld)'],
  ['Huurwoning particulier', 'Particuliere verhuurder (voorbeeld)'],
  ['Koopwoning', null],
  ['Inwonend', null],
  ['Maatschappelijke opvang', null],
  ['Beschermd wonen', null],
] as const;

const VOORZIENINGEN = [
  ['WMO', 'Individuele begeleiding', 'Zorgaanbieder Voorbeeld'],
  ['WMO', 'Beschermd wonen', 'Woonzorg Voorbeeld'],
  ['WMO', 'Dagbesteding', 'Werkplaats Voorbeeld'],
  ['JEUGDWET', 'Ambulante gezinsbegeleiding', 'Jeugdzorg Voorbeeld'],
  ['JEUGDWET', 'Systeemtherapie', 'Jeugdzorg Voorbeeld'],
  ['PARTICIPATIEWET', 'Re-integratietraject', 'Werkbedrijf Voorbeeld'],
  ['PARTICIPATIEWET', 'Bijzondere bijstand', 'Gemeente'],
] as const;
