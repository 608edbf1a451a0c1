import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  test('that reads the same is none: nothing is told', () => {
    expect(wacht.achterstand()).toEqual([]);
    rewrite((text) => `${text}\n# gelezen\n`);
    expect([wacht.current(), renewed, refused]).toEqual([first, [], []]);
    expect(wacht.current()).toBe(first);
  });

  test('there must be a good one to begin with', () => {
    writeFileSync(huis.bestand, 'kapot');
    expect(() =>
      watchRegels(huis.dir, () => huis.read({ mode: 'demo' }), { renewed: () => undefined, refused: () => undefined }),
    ).toThrow();
  });
});

describe('the folder of the convenanten is followed', () => {
  let dir: string;
  let reads: number;
  let wacht: Regelwacht;
  const refused: (readonly string[])[] = [];
  beforeEach(() => {
    jest.useFakeTimers();
    dir = mkdtempSync(join(tmpdir(), 'ketenhub-wacht-'));
    writeFileSync(join(dir, 'huis.yaml'), 'a');
    reads = refused.length = 0;
    const read = (): Regels => {
      reads += 1;
      if (reads > 1) throw new Error('niet voor de lezer');
      return { attest: '' } as Regels;
    };
    wacht = watchRegels(dir, read, { renewed: () => undefined, refused: (meldingen) => refused.push(meldingen) });
  });
  afterEach(() => {
    wacht.stop();
    jest.useRealTimers();
    rmSync(dir, { recursive: true, force: true });
  });

  test.each(['other.yaml', 'other.yml', 'huis.yaml.sig', 'huis.yml.sig'])(
    'a new %s is seen by itself, once',
    (naam) => {
      writeFileSync(join(dir, naam), 'b');
      jest.advanceTimersByTime(1_000);
      expect(reads).toBe(2);
      jest.advanceTimersByTime(10_000);
      expect(reads).toBe(2);
    },
  );

  test('what is no convenant is nothing to it, and hides nothing', () => {
    for (const naam of ['huis.yaml.bak', 'huis.yaml.sig~', 'notes.txt']) writeFileSync(join(dir, naam), 'b');
    mkdirSync(join(dir, 'oud'));
    jest.advanceTimersByTime(1_000);
    expect(reads).toBe(1);
    writeFileSync(join(dir, 'huis.yaml'), 'b');
    jest.advanceTimersByTime(1_000);
    expect(reads).toBe(2);
  });

  test('of what is no fault of the writer nothing is told but that', () => {
    writeFileSync(join(dir, 'huis.yaml'), 'b');
    wacht.look();
    expect(refused).toEqual([['de convenanten kunnen niet worden gelezen']]);
    expect(wacht.achterstand()).toEqual(refused[0]);
  });

  test('until it is told to stop', () => {
    wacht.stop();
    writeFileSync(join(dir, 'huis.yaml'), 'b');
    jest.advanceTimersByTime(10_000);
    expect(reads).toBe(1);
  });
});
