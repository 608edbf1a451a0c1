import type { Risiconiveau } from '../../../schema/domain/risiconiveau';
import type { Thema } from '../../../schema/domain/thema';
import { noteVrijgeefbaar, oinOf, soortOf, type Draft } from './draft';
import { fillTemplate } from './fillTemplate';
import { findThemaTeksten } from './texts/findThemaTeksten';
import {
  BEHANDELSTATUSSEN,
  CRISISUITKOMSTEN,
  GGD,
  GGZ,
  VEILIG_THUIS,
  VERSLAVINGSZORG,
  type Zorgteksten,
} from './texts/zorgTeksten';

export const VEILIG_THUIS_PARTNER = 'veilig-thuis-ijsselland';

/** Makes the person known to this institution, with a client number in the care system the first time. */
export function addBekendheid(draft: Draft, persoon: string, partner: string): void {
  const known = draft.zorgVan.get(persoon) ?? new Set<string>();
  if (known.has(partner)) return;
  if (known.size === 0) {
    draft.zorgVan.set(persoon, known);
    draft.care.koppelingen.push({ persoon, clientnummer: `VB-C${draft.random.eightDigits()}` });
  }
  known.add(partner);
  draft.care.bekendheden.push({
    id: draft.random.id('bekendheid'),
    bronhouder: oinOf(draft, partner),
    persoon,
    sinds: draft.random.day('2025-01-02', '2025-12-20'),
  });
}

export function addTraject(draft: Draft, persoon: string, partner: string): string {
  const { random } = draft;
  const id = startRecord(draft, persoon, partner, 'traject');
  const ended = random.chance(0.3);
  draft.care.trajecten.push({
    id,
    bronhouder: oinOf(draft, partner),
    persoon,
    soort: random.pick(tekstenOf(draft, partner).trajecten),
    ingangsdatum: random.day('2025-02-01', '2026-03-31'),
    einddatum: ended ? random.day('2026-04-01', '2026-09-20') : null,
    behandelstatus: ended
      ? random.pick(BEHANDELSTATUSSEN.slice(3))
      : fillTemplate(random, random.pick(BEHANDELSTATUSSEN.slice(0, 3))),
  });
  return id;
}

export function addDiagnose(draft: Draft, persoon: string, partner: string): string {
  const { random } = draft;
  const tekst = random.deal(`diagnose/${partner}`, tekstenOf(draft, partner).diagnosen);
  const id = startRecord(draft, persoon, partner, 'diagnose');
  draft.care.diagnosen.push({
    id,
    bronhouder: oinOf(draft, partner),
    persoon,
    classificatie: tekst.classificatie,
    omschrijving: fillTemplate(random, tekst.omschrijving),
    gesteldOp: random.day('2025-01-15', '2026-08-31'),
  });
  noteVrijgeefbaar(draft, persoon, { record: id, houder: 'care' });
  return id;
}

export function addCrisiscontact(draft: Draft, persoon: string, partner: string, thema: Thema): string {
  const { random } = draft;
  const id = startRecord(draft, persoon, partner, 'crisiscontact');
  draft.care.crisiscontacten.push({
    id,
    bronhouder: oinOf(draft, partner),
    persoon,
    datum: random.day('2025-03-01', '2026-09-15'),
    uitkomst: random.pick(CRISISUITKOMSTEN),
    aanleiding: fillTemplate(random, random.deal(`crisis/${thema}`, findThemaTeksten(thema).crisis)),
  });
  noteVrijgeefbaar(draft, persoon, { record: id, houder: 'care' });
  return id;
}

export function addVeiligThuisMelding(draft: Draft, persoon: string): string {
  const { random } = draft;
  const id = startRecord(draft, persoon, VEILIG_THUIS_PARTNER, 'veiligthuismelding');
  draft.care.veiligThuisMeldingen.push({
    id,
    bronhouder: oinOf(draft, VEILIG_THUIS_PARTNER),
    persoon,
    datum: random.day('2025-02-01', '2026-09-15'),
    aard: random.pick(VEILIG_THUIS.aard),
    status: random.pick(VEILIG_THUIS.status),
    oordeel: fillTemplate(random, random.deal('oordeel', VEILIG_THUIS.oordelen)),
  });
  noteVrijgeefbaar(draft, persoon, { record: id, houder: 'care' });
  return id;
}

export function addRisicotaxatie(draft: Draft, persoon: string, partner: string, niveau: Risiconiveau): string {
  const { random } = draft;
  const id = startRecord(draft, persoon, partner, 'risicotaxatie');
  draft.care.risicotaxaties.push({
    id,
    bronhouder: oinOf(draft, partner),
    persoon,
    datum: random.day('2025-06-01', '2026-09-15'),
    instrument: random.pick(
      partner === VEILIG_THUIS_PARTNER ? VEILIG_THUIS.instrumenten : tekstenOf(draft, partner).instrumenten,
    ),
    niveau,
  });
  return id;
}

export function addZorgadvies(draft: Draft, casus: string, persoon: string, partner: string, thema: Thema): string {
  const { random } = draft;
  const tekst = random.deal(`zorgadvies/${thema}`, findThemaTeksten(thema).zorgadviezen);
  const id = startRecord(draft, persoon, partner, 'zorgadvies');
  draft.care.adviezen.push({
    id,
    bronhouder: oinOf(draft, partner),
    persoon,
    casus,
    datum: random.day('2026-04-01', '2026-09-20'),
    strekking: tekst.strekking,
    advies: fillTemplate(random, tekst.advies),
  });
  return id;
}

function startRecord(draft: Draft, persoon: string, partner: string, kind: string): string {
  addBekendheid(draft, persoon, partner);
  return draft.random.id(kind);
}

function tekstenOf(draft: Draft, partner: string): Zorgteksten {
  const soort = soortOf(draft, partner);
  if (soort === 'GGZ') return GGZ;
  if (soort === 'VERSLAVINGSZORG') return VERSLAVINGSZORG;
  if (soort === 'GGD') return GGD;
  throw new Error(`${partner} keeps no treatment records`);
}
