import type { Doel } from '../../../schema/domain/doel';
import { ontvangerVan } from '../../../schema/domain/ketenrol';
import type { Rol } from '../../../schema/domain/rol';
import type { World } from '../../../subgraphs/kit/synthetic/world';
import { Choices } from '../../gateway/prune/generate';
import type { Contract } from '../../oracle/contract';
import type { Asker } from './projection';
import { newId } from './rowMutations';
import { sound } from './sound';
import { type Part, type Row, partOf, rowsOf, tablesOf, text, withRows } from './tables';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Gives a casus enough to see and to withhold: for its persons rows of every table, of several bronhouders, some
 * released, some with a ground, some with all but that.
 */
export function enrich(world: World, asker: Asker, rol: Rol, contract: Contract, seed: number): World {
  const choices = new Choices(seed);
  const persons = world.municipality.betrokkenheden.filter(({ casus }) => casus === asker.casus);
  const about = persons.filter(({ soort }) => soort !== 'PROFESSIONAL').slice(0, 5);
  let rich = link(world, about, choices);
  rich = addRecords(rich, asker.casus, about, contract, choices);
  rich = { ...rich, municipality: { ...rich.municipality, personen: rich.municipality.personen.map((one) => (choices.chance(0.2) ? { ...one, geheimhouding: !one.geheimhouding } : one)) } }; // oxfmt-ignore
  rich = bringIn(rich, asker.casus, choices);
  return sound(object(grant(rich, asker, ontvangerVan(asker.partner, rol), choices), asker, ontvangerVan(asker.partner, rol), contract, choices)); // oxfmt-ignore
}

/** Some are known to a source, some are not. */
function link(world: World, about: readonly { readonly persoon: string }[], choices: Choices): World {
  const numbers = { police: 'registratienummer', care: 'clientnummer' } as const;
  let linked = world;
  for (const part of ['police', 'care'] as const) {
    const known = new Set(world[part].koppelingen.map(({ persoon }) => persoon));
    const added = about
      .filter(({ persoon }) => !known.has(persoon) && choices.chance(0.7))
      .map(({ persoon }) => ({ persoon, [numbers[part]]: `VB-${newId(choices).slice(0, 8)}` }));
    linked = withRows(linked, part, 'koppelingen', [...rowsOf(linked, part, 'koppelingen'), ...added]);
  }
  return linked;
}

function addRecords(
  world: World,
  casus: string,
  about: readonly { readonly persoon: string }[],
  contract: Contract,
  choices: Choices,
): World {
  const gemeenten = [...new Set(contract.partners.flatMap(({ werkgebied }) => werkgebied))];
  let rich = world;
  for (const { part, name, rows } of tablesOf(world)) {
    const [first] = rows;
    if (
      first === undefined ||
      !('bronhouder' in first) ||
      !('persoon' in first || 'casus' in first) ||
      name === 'gronden'
    )
      continue;
    const places: Row[] = 'persoon' in first ? about.map(({ persoon }) => ({ persoon })) : [{}, {}];
    const holders = [...new Set(rows.map((row) => text(row, 'bronhouder')))];
    const added = places.flatMap((place) =>
      Array.from({ length: Math.floor(choices.next() * 3) }, (): Row => {
        const model = choices.of(rows);
        const days = Object.entries(model).filter(([, value]) => typeof value === 'string' && DAY.test(value));
        const oins = choices.chance(0.85) ? holders : contract.partners.map(({ oin }) => oin);
        return {
          ...model,
          ...Object.fromEntries(days.map(([cell]) => [cell, `202${String(4 + Math.floor(choices.next() * 3))}-0${String(1 + Math.floor(choices.next() * 9))}-15`])), // oxfmt-ignore
          ...('casus' in model ? { casus } : {}),
          ...('gemeente' in model ? { gemeente: choices.of(gemeenten) } : {}),
          ...place,
          id: newId(choices),
          bronhouder: choices.of(oins),
        };
      }),
    );
    rich = withRows(rich, part, name, [...rows, ...added]);
  }
  return rich;
}

/** Some adviezen were brought in at the table. */
function bringIn(world: World, casus: string, choices: Choices): World {
  const { ingebrachteAdviezen: known } = world.municipality;
  const given = (['police', 'care'] as const).flatMap((part) =>
    world[part].adviezen.map(({ id, casus: of, datum, bronhouder }) => {
      const soort = part === 'police' ? ('POLITIEADVIES' as const) : ('ZORGADVIES' as const);
      return { id, casus: of, soort, datum, bronhouder };
    }),
  );
  const added = given
    .filter((one) => one.casus === casus && !known.some(({ id }) => id === one.id))
    .filter(() => choices.chance(0.7));
  return { ...world, municipality: { ...world.municipality, ingebrachteAdviezen: [...known, ...added] } };
}

/** Some of what there is its bronhouder will not have given, to this requester or to others. */
function object(world: World, { casus }: Asker, ontvanger: string, { partners }: Contract, choices: Choices): World {
  const persons = world.municipality.betrokkenheden.filter((one) => one.casus === casus).map(({ persoon }) => persoon);
  let rich = world;
  for (const part of ['police', 'care', 'municipality'] as const) {
    const rows = Object.entries(partOf(world, part)).flatMap(([name, all]) =>
      all
        .filter((row) => 'id' in row && 'bronhouder' in row && persons.includes(text(row, 'persoon')))
        // What is sent on most, to be worked out elsewhere, is objected to most.
        .filter(() => choices.chance(name === 'risicos' ? 0.7 : 0.08)),
    );
    const added = rows.map((row): Row => {
      const of = partners.find(({ oin }) => oin === row.bronhouder);
      const alles = choices.chance(0.2);
      const about = alles
        ? { record: null, persoon: text(row, 'persoon') }
        : { record: text(row, 'id'), persoon: null };
      const tegen = choices.of([[ontvanger], ['dimence'], ['dimence'], ['tactus', 'dimence'], ['IEDEREEN']]);
      return { casus, bronhouder: text(row, 'bronhouder'), partner: of?.id ?? '', ...about, tegen };
    });
    rich = withRows(rich, part, 'bezwaren', [...rowsOf(rich, part, 'bezwaren'), ...added]);
  }
  return rich;
}

/** Releases and grounds for this requester, and acties of his. */
function grant(world: World, asker: Asker, ontvanger: string, choices: Choices): World {
  const { casus, doel } = asker;
  const persons = world.municipality.betrokkenheden.filter((one) => one.casus === casus).map(({ persoon }) => persoon);
  const releases = (part: Exclude<Part, 'municipality'>): Row[] =>
    Object.values(partOf(world, part))
      .flat()
      .filter((row) => 'id' in row && (row.casus === casus || persons.includes(text(row, 'persoon'))))
      .filter(() => choices.chance(0.5))
      .map((row) => ({ record: text(row, 'id'), casus, ontvangers: [ontvanger, 'tactus'], ingetrokkenOp: null }));
  const known = new Set(world.care.koppelingen.map(({ persoon }) => persoon));
  const categorieen = [...new Set(world.care.gronden.flatMap((one) => one.categorieen))];
  const grounds = persons
    .filter((persoon) => known.has(persoon))
    .flatMap((persoon) =>
      [...new Set(world.care.gronden.map(({ bronhouder }) => bronhouder))].map((bronhouder) => ({
        persoon,
        bronhouder,
      })),
    ) // oxfmt-ignore
    .filter(() => choices.chance(0.5))
    .map((one) => ({
      ...one,
      id: newId(choices),
      soort: 'TOESTEMMING' as const,
      ontvangers: [ontvanger],
      categorieen: categorieen.filter(() => choices.chance(0.8)),
      doelen: [doel as Doel],
      van: '2020-01-01',
      tot: '2999-01-01',
      ingetrokkenOp: null,
    }));
  const acties = world.municipality.acties.map((one) => {
    if (one.casus !== casus) return one;
    return choices.chance(0.4) ? { ...one, relevantVoor: [...one.relevantVoor, ontvanger] } : one;
  });
  let given: World = { ...world, municipality: { ...world.municipality, acties } };
  for (const part of ['police', 'care'] as const) {
    given = withRows(given, part, 'vrijgaven', [...rowsOf(given, part, 'vrijgaven'), ...releases(part)]);
  }
  return withRows(given, 'care', 'gronden', [...rowsOf(given, 'care', 'gronden'), ...grounds]);
}
