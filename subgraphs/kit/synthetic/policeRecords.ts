import type { Risiconiveau } from '../../../schema/domain/risiconiveau';
import type { Thema } from '../../../schema/domain/thema';
import { noteVrijgeefbaar, oinOf, type Draft } from './draft';
import { fillTemplate } from './fillTemplate';
import { findThemaTeksten } from './texts/findThemaTeksten';
import type { IncidentTekst } from './texts/themaTeksten';

export const POLITIE = 'politie-oost-nederland';
const PERIODE = ['2025-01-06', '2026-09-20'] as const;

/** Gives the person a local registration number; a person without one is not known to the police. */
export function registerWithPolice(draft: Draft, persoon: string): void {
  if (draft.bekendBijPolitie.has(persoon)) return;
  draft.bekendBijPolitie.add(persoon);
  draft.police.koppelingen.push({ persoon, registratienummer: `VB-P${draft.random.eightDigits()}` });
}

export function addMelding(draft: Draft, persoon: string, thema: Thema, gemeente: string): string {
  const { random } = draft;
  const tekst = random.deal(`melding/${thema}`, findThemaTeksten(thema).meldingen);
  const id = startRecord(draft, persoon, 'melding');
  draft.police.meldingen.push({
    id,
    bronhouder: oinOf(draft, POLITIE),
    persoon,
    datum: random.day(...PERIODE),
    klasse: tekst.klasse,
    gemeente,
    omschrijving: fillTemplate(random, tekst.omschrijving),
  });
  noteVrijgeefbaar(draft, persoon, { record: id, houder: 'police' });
  return id;
}

/** `als` wishes in which capacity; texts of another capacity are used only if the thema has none of it. */
export function addIncident(
  draft: Draft,
  persoon: string,
  thema: Thema,
  gemeente: string,
  als?: IncidentTekst['als'],
): string {
  const { random } = draft;
  const { incidenten } = findThemaTeksten(thema);
  const wished = incidenten.filter((tekst) => tekst.als === als);
  const tekst = random.deal(`incident/${thema}/${als ?? ''}`, wished.length > 0 ? wished : incidenten);
  const id = startRecord(draft, persoon, 'incident');
  draft.police.incidenten.push({
    id,
    bronhouder: oinOf(draft, POLITIE),
    persoon,
    datum: random.day(...PERIODE),
    code: tekst.code,
    soort: tekst.soort,
    betrokkenAls: tekst.als,
    gemeente,
    omschrijving: fillTemplate(random, tekst.omschrijving),
  });
  noteVrijgeefbaar(draft, persoon, { record: id, houder: 'police' });
  return id;
}

export function addAandachtsvestiging(draft: Draft, persoon: string, thema: Thema, ended = false): string {
  const { random } = draft;
  const tekst = random.deal(`aandacht/${thema}`, findThemaTeksten(thema).aandacht);
  const id = startRecord(draft, persoon, 'aandachtsvestiging');
  draft.police.aandachtsvestigingen.push({
    id,
    bronhouder: oinOf(draft, POLITIE),
    persoon,
    soort: tekst.soort,
    ingangsdatum: random.day('2025-03-01', '2026-02-28'),
    einddatum: ended ? random.day('2026-03-01', '2026-08-31') : null,
    instructie: fillTemplate(random, tekst.instructie),
  });
  noteVrijgeefbaar(draft, persoon, { record: id, houder: 'police' });
  return id;
}

export function addVerdenking(draft: Draft, persoon: string, thema: Thema): string {
  const { random } = draft;
  const id = startRecord(draft, persoon, 'verdenking');
  draft.police.verdenkingen.push({
    id,
    bronhouder: oinOf(draft, POLITIE),
    persoon,
    datum: random.day(...PERIODE),
    feit: random.deal(`verdenking/${thema}`, findThemaTeksten(thema).verdenkingen),
    // What came of it is justitieel: the OM's to give, not the police's.
    status: random.pick(['In onderzoek', 'Verhoord en heengezonden', 'Proces-verbaal ingezonden']),
    wpgArtikel: random.pick([8, 13]),
  });
  return id;
}

export function addRisico(draft: Draft, persoon: string, niveau: Risiconiveau, peildatum: string): string {
  const id = startRecord(draft, persoon, 'risico');
  draft.police.risicos.push({ id, bronhouder: oinOf(draft, POLITIE), persoon, niveau, peildatum });
  return id;
}

export function addPolitieadvies(draft: Draft, casus: string, thema: Thema): string {
  const { random } = draft;
  const tekst = random.deal(`politieadvies/${thema}`, findThemaTeksten(thema).politieadviezen);
  const id = random.id('politieadvies');
  draft.police.adviezen.push({
    id,
    bronhouder: oinOf(draft, POLITIE),
    casus,
    datum: random.day('2026-04-01', '2026-09-20'),
    strekking: tekst.strekking,
    advies: fillTemplate(random, tekst.advies),
  });
  return id;
}

function startRecord(draft: Draft, persoon: string, kind: string): string {
  registerWithPolice(draft, persoon);
  return draft.random.id(kind);
}
