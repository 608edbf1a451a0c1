import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Regels } from '../../../gateway/regels/readRegels';
import { type Regelwacht, watchRegels } from '../../../gateway/regels/watchRegels';
import { signedHouse } from './ground';

describe('a newer version of the convenanten', () => {
  let huis: ReturnType<typeof signedHouse>;
  let wacht: Regelwacht;
  let first: Regels;
  const renewed: string[] = [];
  const refused: (readonly string[])[] = [];
  beforeEach(() => {
    huis = signedHouse();
    renewed.length = refused.length = 0;
    wacht = watchRegels(huis.dir, () => huis.read({ mode: 'demo' }), {
      renewed: ({ digest }) => renewed.push(digest),
      refused: (meldingen) => refused.push(meldingen),
    });
    first = wacht.current();
  });
  afterEach(() => {
    wacht.stop();
    huis.drop();
  });
  const rewrite = (change: (text: string) => string): void => {
    writeFileSync(huis.bestand, change(readFileSync(huis.bestand, 'utf8')));
    wacht.look();
  };

  test('that is good takes over whole', () => {
    rewrite((text) => text.replace("versie: '2026.1'", "versie: '2026.2'"));
    expect(wacht.current().convenanten[0]!.versie).toBe('2026.2');
    expect([renewed, wacht.achterstand()]).toEqual([[wacht.current().digest], []]);
    expect(wacht.current().digest).not.toBe(first.digest);
  });

  test.each([
    ['broken YAML', (text: string) => `${text}\n  - nr: [`],
    ['a grant past the floor', (text: string) => text.replace('van: [GEMEENTE]', 'van: [HALT]')],
    ['an unknown doel', (text: string) => text.replace('doelen: [CASUSREGIE]', 'doelen: [CASUSREGI]')],
    ['nothing at all', () => ''],
  ])('with %s never replaces one that works, and says so with file and line', (_name, change) => {
    const good = readFileSync(huis.bestand, 'utf8');
    rewrite(change);
    expect(wacht.current()).toBe(first);
    expect(wacht.achterstand().length).toBeGreaterThan(0);
    expect(wacht.achterstand()[0]).toMatch(/huis\.yaml:\d+:\d+ /);
    expect([renewed.length, refused.length]).toEqual([0, 1]);
    wacht.look();
    expect(refused).toHaveLength(1);
    rewrite(() => good);
    expect([wacht.achterstand(), wacht.current().digest]).toEqual([[], first.digest]);
  });

  test('that is gone altogether leaves the last good one in force', () => {
    rmSync(huis.bestand);
    wacht.look();
    expect(wacht.current()).toBe(first);
    expect(wacht.achterstand().join()).toContain('geen convenant');
    renameSync(huis.dir, `${huis.dir}-weg`);
    wacht.look();
    expect(wacht.current()).toBe(first);
    renameSync(`${huis.dir}-weg`, huis.dir);
  });

  test('there must be a good one to begin with', () => {
    writeFileSync(huis.bestand, 'kapot');
    expect(() =>
      watchRegels(huis.dir, () => huis.read({ mode: 'demo' }), { renewed: () => undefined, refused: () => undefined }),
    ).toThrow();
  });
});
