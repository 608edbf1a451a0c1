import fc from 'fast-check';
import type { Zetel } from '../../../schema/domain/casusfeiten';
import { CASUSSTATUSSEN } from '../../../schema/domain/casusstatus';
import { FASEN, type Fase } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { ROLLEN, type Rol } from '../../../schema/domain/rol';
import type { Casusstand } from '../../../schema/verloop/casusstand';
import { STAPPEN, type Stap } from '../../../schema/verloop/stap';
import type { Wereld } from './naiveMachine';

/** Four partners, one of which takes no part, and three medewerkers of each, who are called alike everywhere. */
const PARTNERS = { a: 'PUBLIEK', b: 'PUBLIEK', c: 'PRIVAAT' };
const MEDEWERKERS = ['a', 'b', 'c', 'd'].flatMap((partner) =>
  ['m1', 'm2', 'm3'].map((medewerker) => `${partner} ${medewerker}`),
);

const wie = fc.constantFrom(...MEDEWERKERS);
const often = fc.constantFrom<Rol>('PROCESREGISSEUR', 'PROCESREGISSEUR', 'CASUSREGISSEUR', 'DEELNEMER', 'MELDER');
const rol = fc.oneof({ arbitrary: often, weight: 4 }, { arbitrary: fc.constantFrom(...ROLLEN), weight: 1 });

const tafel = fc
  .uniqueArray(fc.tuple(wie, rol), { selector: ([one]) => one, minLength: 1, maxLength: 5 })
  .map((seats) =>
    seats.map(([one, held]): Zetel => {
      const [partner = '', medewerker = ''] = one.split(' ');
      return { partner, medewerker, rol: held };
    }),
  );

const bevestigd = fc.oneof(fc.constant(['a', 'b']), fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }));

/** A casus as it could be, also as no machine would ever leave it. */
const stand: fc.Arbitrary<Casusstand> = fc.record({
  fase: fc.constantFrom(...FASEN),
  kader: fc.constantFrom(...KADERS),
  status: fc.oneof(
    { arbitrary: fc.constant('LOPEND' as const), weight: 6 },
    { arbitrary: fc.constantFrom(...CASUSSTATUSSEN), weight: 1 },
  ),
  bevestigdDoor: bevestigd,
  tafel,
});

/** Anything that somebody can say, about seats that are there and seats that are not. */
const said = fc.record({
  // Those that most stands in the way of, more often.
  naam: fc.constantFrom(...STAPPEN, 'PLAATS_GEVEN', 'PLAATS_GEVEN', 'DOELTOETSEN', 'DOELTOETSEN'),
  positief: fc.boolean(),
  criteria: fc.constantFrom([], ['een'], ['een', 'twee']),
  fase: fc.constantFrom(...FASEN),
  kader: fc.constantFrom(...KADERS),
  zetel: wie,
  door: wie,
  rol,
});

export interface Geval {
  readonly stand: Casusstand;
  readonly wie: string;
  readonly stap: Stap;
  readonly wereld: Wereld;
}

export const geval: fc.Arbitrary<Geval> = fc
  .record({
    stand,
    said,
    byChair: fc.boolean(),
    wie,
    ofTable: fc.nat(4),
    about: fc.nat(4),
    undesignated: fc.subarray(MEDEWERKERS, { maxLength: 2 }),
    extra: fc.array(fc.tuple(wie, rol), { maxLength: 6 }),
  })
  .map(({ stand: one, said: words, byChair, wie: any, ofTable, about, undesignated, extra }) => {
    const seats = one.tafel.map(({ partner, medewerker }) => `${partner} ${medewerker}`);
    const chair = one.tafel.findIndex((seat) => seat.rol === 'PROCESREGISSEUR');
    const seated = seats[ofTable] ?? any;
    const held = one.tafel.map(({ partner, medewerker, rol: as }) => `${partner} ${medewerker} ${as}`);
    // A colleague of who sits there is often designated in the same rol.
    const colleagues = one.tafel.flatMap(({ partner, rol: as }) => ['1', '2'].map((nr) => `${partner} m${nr} ${as}`));
    // And so is, often, whom somebody wants to give a seat.
    const wanted = words.positief ? [`${words.zetel} ${words.rol}`] : [];
    const aangewezen = [...held, ...colleagues, ...wanted, ...extra.map(([who, as]) => `${who} ${as}`)];
    return {
      stand: one,
      wie: byChair ? (seats[chair] ?? seated) : seated,
      stap: toStap(
        ofTable % 2 === 0 && words.naam !== 'PLAATS_GEVEN' ? { ...words, zetel: seats[about] ?? words.zetel } : words,
        one.fase,
      ),
      wereld: {
        wgs: PARTNERS,
        aangewezen: aangewezen.filter((way) => !undesignated.some((who) => way.startsWith(who))),
      },
    };
  });

function toStap({ naam, positief, criteria, fase, kader, zetel, door, rol: as }: Said, is: Fase): Stap {
  const [zetelPartner = '', zetelMedewerker = ''] = zetel.split(' ');
  const about = { zetelPartner, zetelMedewerker };
  if (naam === 'DOELTOETSEN') return { stap: naam, positief, criteria, toelichting: '' };
  // Often to the next one, which has a chance.
  if (naam === 'NAAR_FASE') return { stap: naam, fase: positief ? (FASEN[FASEN.indexOf(is) + 1] ?? fase) : fase };
  if (naam === 'WIJZIG_KADER') return { stap: naam, kader };
  if (naam === 'PLAATS_GEVEN') return { stap: naam, ...about, rol: as };
  if (naam === 'VERLATEN') return { stap: naam, ...about };
  if (naam === 'VERVANGEN' && positief) return { stap: naam, ...about, door: criteria.length === 0 ? 'm1' : 'm2' };
  if (naam === 'VERVANGEN') return { stap: naam, ...about, door: door.split(' ')[1] ?? '' };
  return { stap: naam };
}

type Said = typeof said extends fc.Arbitrary<infer Words> ? Words : never;
