import { DOELEN } from '../../../../schema/domain/doel';
import { readKetenpartners } from '../../../../schema/partners';
import { createWorld } from '../../../../subgraphs/kit/synthetic/createWorld';
import { demoOverview } from '../../../../subgraphs/kit/synthetic/demoOverview';

const world = createWorld({ seed: 1, size: 'demo' });
const partners = readKetenpartners();
const overview = (day: string) => demoOverview(world, partners, new Date(`${day}T12:00:00Z`));

describe('the overview of the demo', () => {
  const now = overview('2026-11-21');

  test('has the fields that are relied on, and no others', () => {
    expect(Object.keys(now)).toEqual(['partners', 'casussen', 'doelen']);
    expect(Object.keys(now.partners[0] ?? {})).toEqual(['id', 'naam', 'soort', 'oin', 'medewerkers']);
    expect(Object.keys(now.partners[0]?.medewerkers[0] ?? {})).toEqual(['id', 'rollen']);
    expect(Object.keys(now.casussen[0] ?? {})).toEqual(['id', 'doel', 'fase', 'kader', 'status', 'convenant', 'tafel']);
    expect(Object.keys(now.casussen[0]?.tafel[0] ?? {})).toEqual(['partner', 'medewerker', 'rol']);
    expect(now.doelen).toEqual(DOELEN);
  });

  test('names every partner, with nobody for a party without account', () => {
    expect(now.partners.map(({ id }) => id)).toEqual([...partners.keys()]);
    for (const { id, medewerkers } of now.partners) {
      expect(medewerkers.length > 0).toBe(partners.get(id)?.account);
      for (const { rollen } of medewerkers) expect(rollen.length).toBeGreaterThan(0);
    }
  });

  test('seats nobody whom the list of partners does not know in that rol', () => {
    const rollen = new Map(
      now.partners.flatMap(({ id, medewerkers }) => medewerkers.map((one) => [`${id} ${one.id}`, one.rollen] as const)),
    );
    for (const { partner, medewerker, rol } of now.casussen.flatMap(({ tafel }) => tafel)) {
      expect(rollen.get(`${partner} ${medewerker}`)).toContain(rol);
    }
  });

  test('shows the seats of the day: from van, and not on tot', () => {
    const at = (day: string): string[] => overview(day).casussen[0]?.tafel.map(({ medewerker }) => medewerker) ?? [];
    expect(at('2026-05-31')).toContain('m-politie-3');
    expect(at('2026-05-31')).not.toContain('m-politie-1');
    expect(at('2026-06-01')).toContain('m-politie-1');
    expect(at('2026-06-01')).not.toContain('m-politie-3');
    expect(at('2026-11-21')).not.toContain('m-rvdk-1');
    expect(at('2029-01-01')).toContain('m-rvdk-1');
  });

  test('leaves out a medewerker whose designation ended', () => {
    const tactus = now.partners.find(({ id }) => id === 'tactus');
    expect(tactus?.medewerkers.map(({ id }) => id)).toEqual(['m-tactus-1']);
  });

  test('has nothing of a person in it', () => {
    const text = JSON.stringify(now);
    for (const { id, bsn } of world.municipality.personen) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(bsn);
    }
  });
});
