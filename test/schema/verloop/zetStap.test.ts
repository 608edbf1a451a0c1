import fc from 'fast-check';
import { STAPPEN } from '../../../schema/verloop/stap';
import { STAPREDENEN } from '../../../schema/verloop/stapreden';
import { type Stapgrond, stappenVoor, wgsVan, zetStap } from '../../../schema/verloop/zetStap';
import { counted, runs } from '../../harness/runs';
import { type Geval, geval } from './drawStand';
import { naiveStap } from './naiveMachine';

const groundOf = ({ wereld: { wgs, aangewezen } }: Geval): Stapgrond => ({
  wgsOf: (partner) => (Object.hasOwn(wgs, partner) ? (wgs[partner] as 'PUBLIEK') : null),
  isAangewezen: (partner, medewerker, rol) => aangewezen.includes(`${partner} ${medewerker} ${rol}`),
});
const zetterOf = ({ wie }: Geval) => {
  const [partner = '', medewerker = ''] = wie.split(' ');
  return { partner, medewerker };
};

describe('the state machine of a casus', () => {
  test('takes a stap when a naive reader of the law does, and then leads where he says', () => {
    const taken: Record<string, number> = {};
    const refused = new Set<string>();
    fc.assert(
      fc.property(geval, (one) => {
        const next = zetStap(one.stand, zetterOf(one), one.stap, groundOf(one));
        const naive = naiveStap(one.stand, one.wie, one.stap, one.wereld);
        if (typeof next === 'string') {
          refused.add(next);
          expect({ ...one, naive }).toEqual({ ...one, naive: null });
        } else {
          taken[one.stap.stap] = (taken[one.stap.stap] ?? 0) + 1;
          expect(next).toEqual(naive);
        }
      }),
      // Each of them takes next to nothing, so a mutant is tried as often as the code itself.
      counted(20_000),
    );
    // It was tried indeed: each stap was taken, and each reason given.
    for (const stap of STAPPEN) expect({ stap, often: (taken[stap] ?? 0) > runs(10) }).toEqual({ stap, often: true });
    expect([...refused].sort()).toEqual(Object.keys(STAPREDENEN).sort());
  });

  test('says of every stap beforehand whether there is a way to take it with this seat', () => {
    fc.assert(
      fc.property(geval, (one) => {
        const offered = stappenVoor(one.stand, zetterOf(one), groundOf(one));
        const next = zetStap(one.stand, zetterOf(one), one.stap, groundOf(one));
        if (typeof next !== 'string') expect(offered).toContain(one.stap.stap);
        if (!offered.includes(one.stap.stap)) expect(typeof next).toBe('string');
        const seated = one.stand.tafel.some(({ partner, medewerker }) => `${partner} ${medewerker}` === one.wie);
        if (!seated || one.stand.status !== 'LOPEND') expect(offered).toEqual([]);
        if (one.stand.fase !== 'AFSLUITING') expect(offered).not.toContain('AFSCHERMEN');
      }),
      { numRuns: runs(5_000) },
    );
  });

  test('one partner alone never brings a casus to where it is confirmed, whatever it does and however long', () => {
    fc.assert(
      fc.property(fc.array(geval, { minLength: 1, maxLength: 60 }), (cases) => {
        const [first] = cases;
        let stand = { ...first!.stand, fase: 'AANMELDING' as const, bevestigdDoor: ['a'] } as Geval['stand'];
        for (const one of cases) {
          if (!one.wie.startsWith('a ')) continue;
          const next = zetStap(stand, zetterOf(one), one.stap, groundOf(one));
          if (typeof next !== 'string') stand = next;
        }
        expect(new Set(stand.bevestigdDoor)).toEqual(new Set(['a']));
        expect(['AANMELDING', 'DOELTOETS']).toContain(stand.fase);
      }),
      { numRuns: runs(500) },
    );
  });
});

test('who has no account takes no part, whatever he is under the act', () => {
  const partners = new Map(
    Object.entries({ a: ['PUBLIEK', true], b: ['PRIVAAT', true], c: ['BUITEN', false] }).map(([id, [wgs, account]]) => {
      return [id, { id, wgs, account }] as const;
    }),
  ) as unknown as Parameters<typeof wgsVan>[0];
  const wgsOf = wgsVan(partners);
  expect(['a', 'b', 'c', 'd', '__proto__'].map(wgsOf)).toEqual(['PUBLIEK', 'PRIVAAT', null, null, null]);
});
