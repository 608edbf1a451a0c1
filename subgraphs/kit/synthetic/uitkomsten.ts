import { ESCALATIENIVEAUS } from '../../../schema/domain/escalatieniveau';
import { oinOf, type Draft } from './draft';
import { groupBy } from './groupBy';
import { POLITIE } from './policeRecords';
import { AFSCHALINGREDEN, BESLUITTEKSTEN, OPSCHALINGREDENEN } from './texts/besluitTeksten';
import type { CasusRij, MunicipalityWorld } from './world';

type Overleg = MunicipalityWorld['overleggen'][number];

/** What came of each overleg of these casussen, and which adviezen were brought in at their tables. No chance in it. */
export function addUitkomsten(draft: Draft, casussen: readonly CasusRij[]): void {
  const overleggen = groupBy(draft.municipality.overleggen, ({ casus }) => casus);
  const acties = groupBy(draft.municipality.acties, ({ casus }) => casus);
  const adviezen = groupBy(allAdviezen(draft), ({ casus }) => casus);
  casussen.forEach((casus, nr) => {
    const held = overleggen.get(casus.id) ?? [];
    const [first] = held;
    if (first === undefined) return;
    held.forEach((overleg, index) => addBesluiten(draft, casus, overleg, nr + index));
    addOpschalingen(draft, casus, held);
    (acties.get(casus.id) ?? []).forEach(({ id: actie }, index) => {
      const overleg = (held[index % held.length] ?? first).id;
      draft.municipality.overlegacties.push({ overleg, actie });
    });
    const brought = adviezen.get(casus.id) ?? [];
    // Now and then an advies was given on paper only.
    draft.municipality.ingebrachteAdviezen.push(...brought.filter((_, index) => index % 6 !== 5));
    if (brought.length > 3) draft.municipality.ingebrachteAdviezen.push(vervallen(draft, casus, first));
  });
}

function addBesluiten(draft: Draft, casus: CasusRij, overleg: Overleg, turn: number): void {
  for (let index = 0; index <= turn % 2; index += 1) {
    const tekst = BESLUITTEKSTEN[(turn + 3 * index) % BESLUITTEKSTEN.length];
    if (tekst === undefined) continue;
    draft.municipality.overlegbesluiten.push({
      id: draft.random.id('overlegbesluit'),
      bronhouder: casus.bronhouder,
      overleg: overleg.id,
      ...tekst,
    });
  }
}

/** A casus began OPERATIONEEL; one that is so still, and met more than once, went up and came back. */
function addOpschalingen(draft: Draft, casus: CasusRij, held: readonly Overleg[]): void {
  const add = (overleg: Overleg | undefined, van: number, naar: number, reden: string | undefined): void => {
    const [from, to] = [ESCALATIENIVEAUS[van], ESCALATIENIVEAUS[naar]];
    if (overleg === undefined || from === undefined || to === undefined || reden === undefined) return;
    const record = { id: draft.random.id('opschaling'), bronhouder: casus.bronhouder, overleg: overleg.id };
    draft.municipality.opschalingen.push({ ...record, van: from, naar: to, reden });
  };
  const level = ESCALATIENIVEAUS.indexOf(casus.escalatieniveau);
  for (let step = 0; step < level; step += 1) {
    add(held[Math.min(step, held.length - 1)], step, step + 1, OPSCHALINGREDENEN[step]);
  }
  if (level === 0 && held.length > 1) {
    add(held[0], 0, 1, OPSCHALINGREDENEN[0]);
    add(held.at(-1), 1, 0, AFSCHALINGREDEN);
  }
}

type Ingebracht = MunicipalityWorld['ingebrachteAdviezen'][number];

function allAdviezen({ police, care }: Draft): Ingebracht[] {
  const brought = (soort: Ingebracht['soort']) => (rij: Omit<Ingebracht, 'soort'>) => {
    const { id, casus, datum, bronhouder } = rij;
    return { id, casus, soort, datum, bronhouder };
  };
  return [...police.adviezen.map(brought('POLITIEADVIES')), ...care.adviezen.map(brought('ZORGADVIES'))];
}

/** Brought in once, and gone from its source since: the dossier does not know that. */
function vervallen(draft: Draft, casus: CasusRij, { datum }: Overleg): Ingebracht {
  const id = draft.random.id('vervallenadvies');
  return { id, casus: casus.id, soort: 'POLITIEADVIES', datum, bronhouder: oinOf(draft, POLITIE) };
}
