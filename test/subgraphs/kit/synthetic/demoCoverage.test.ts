import { join } from 'node:path';
import { readConvenanten } from '../../../../gateway/convenant/readConvenanten';
import { readGegevenscatalogus } from '../../../../schema/catalogus';
import { CASUSSTATUSSEN } from '../../../../schema/domain/casusstatus';
import { DOELEN } from '../../../../schema/domain/doel';
import { FASEN } from '../../../../schema/domain/fase';
import { KADERS } from '../../../../schema/domain/kader';
import { THEMAS } from '../../../../schema/domain/thema';
import { readKetenpartners } from '../../../../schema/partners';
import { createWorld } from '../../../../subgraphs/kit/synthetic/createWorld';
import { groupBy, holds, personsOf } from './rowsOf';

// Another seed must not lose any of it: what the demo shows is written, not drawn.
describe.each([1, 20261001])('the demo of seed %i has', (seed) => {
  const world = createWorld({ seed, size: 'demo' });
  const { municipality } = world;
  const { casussen, zetels, aanwijzingen, betrokkenheden } = municipality;
  const tafel = (casus: string) => zetels.filter((zetel) => zetel.casus === casus && holds(zetel));

  test('fourteen casussen of the Zorg- en Veiligheidshuis and one of each other chain', () => {
    expect(casussen).toHaveLength(18);
    expect(casussen.slice(0, 14).map(({ convenant }) => convenant)).toEqual(
      Array.from({ length: 14 }, () => 'veiligheidshuis-ijsselland'),
    );
    expect(casussen.slice(14).map(({ convenant, doel }) => [convenant, doel])).toEqual([
      ['huiselijk-geweld-ijsselland', 'ZORG_EN_HULPVERLENING'],
      ['aanpak-loverboys-ijsselland', 'BEGELEIDING'],
      ['crisisketen-ijsselland', 'CRISISHULP'],
      ['fraudeteam-ijsselland', 'FRAUDEBESTRIJDING'],
    ]);
  });

  test('every doel, fase, kader, status and thema', () => {
    for (const [field, all] of [
      ['doel', DOELEN],
      ['fase', FASEN],
      ['kader', KADERS],
      ['status', CASUSSTATUSSEN],
      ['thema', THEMAS],
    ] as const) {
      expect(new Set(casussen.map((casus) => casus[field]))).toEqual(new Set(all));
    }
  });

  test('a closed casus that is AFGESCHERMD in the fase AFSLUITING, with its table and data still there', () => {
    const closed = casussen.filter(({ status }) => status === 'AFGESCHERMD');
    expect(closed.map(({ fase }) => fase)).toEqual(['AFSLUITING']);
    expect(tafel(closed[0]?.id ?? '').length).toBeGreaterThan(3);
    expect(municipality.plannen.some(({ casus }) => casus === closed[0]?.id)).toBe(true);
  });

  test('an AFGEWEZEN casus with a negative doeltoets', () => {
    const [rejected] = casussen.filter(({ status }) => status === 'AFGEWEZEN');
    expect(municipality.doeltoetsen.find(({ casus }) => casus === rejected?.id)?.positief).toBe(false);
  });

  test('an unconfirmed AANMELDING with a MELDER', () => {
    const [reported] = casussen.filter(({ bevestigdDoor }) => bevestigdDoor.length === 1);
    expect(reported?.fase).toBe('AANMELDING');
    expect(tafel(reported?.id ?? '').map(({ rol }) => rol)).toContain('MELDER');
  });

  test('casussen of Deventer and Hardenberg, of which that gemeente is the bronhouder', () => {
    const partners = readKetenpartners();
    for (const gemeente of ['Deventer', 'Hardenberg']) {
      const theirs = casussen.filter((casus) => casus.gemeente === gemeente);
      expect(theirs.length).toBeGreaterThan(0);
      for (const { bronhouder } of theirs) {
        expect(bronhouder).toBe(partners.get(`gemeente-${gemeente.toLowerCase()}`)?.oin);
      }
    }
  });

  test('a casus of twenty persons', () => {
    const sizes = casussen.map(({ id }) => betrokkenheden.filter(({ casus }) => casus === id).length);
    expect(Math.max(...sizes)).toBe(20);
    const largest = casussen[sizes.indexOf(20)]?.id ?? '';
    expect(personsOf(world, largest, 'HOOFDBETROKKENE')).toHaveLength(3);
  });

  test('a running CASUSOVERLEG without the police, and one without Dimence', () => {
    for (const partner of ['politie-oost-nederland', 'dimence']) {
      const without = casussen.filter(
        ({ id, fase }) => fase === 'CASUSOVERLEG' && tafel(id).every((zetel) => zetel.partner !== partner),
      );
      expect(without.length).toBeGreaterThan(0);
    }
  });

  test('persons in two casussen, before different tables, and once of another kind', () => {
    const perPerson = groupBy(betrokkenheden, ({ persoon }) => persoon);
    const twice = [...perPerson.values()].filter((rows) => rows.length > 1);
    expect(twice.length).toBeGreaterThan(1);
    const tables = (rows: typeof betrokkenheden): Set<string> =>
      new Set(rows.map(({ casus }) => JSON.stringify(tafel(casus).map(({ partner }) => partner)))); // oxfmt-ignore
    expect(twice.every((rows) => tables(rows).size > 1)).toBe(true);
    expect(twice.some((rows) => new Set(rows.map(({ soort }) => soort)).size > 1)).toBe(true);
  });

  test('a medewerker that left a table, with a successor', () => {
    const left = zetels.filter(({ tot }) => tot !== null && tot < '2026-10-01');
    expect(left.length).toBeGreaterThan(0);
    for (const { casus, medewerker } of left) {
      expect(zetels.some((zetel) => zetel.casus === casus && zetel.vervangt === medewerker && holds(zetel))).toBe(true);
    }
  });

  test('a seat that has not begun', () => {
    expect(zetels.filter(({ van }) => van > '2028-01-01')).toHaveLength(1);
  });

  test('someone at two tables, and someone in another rol at another table', () => {
    const present = groupBy(zetels.filter((zetel) => holds(zetel)), ({ medewerker }) => medewerker); // oxfmt-ignore
    const many = [...present.values()].filter((rows) => rows.length > 1);
    expect(many.length).toBeGreaterThan(0);
    expect(many.some((rows) => new Set(rows.map(({ rol }) => rol)).size > 1)).toBe(true);
    expect(many.some((rows) => new Set(rows.map(({ rol }) => rol)).size === 1)).toBe(true);
  });

  test('a designation that ended, a privacy officer and an auditor', () => {
    expect(aanwijzingen.some(({ tot }) => tot !== null && tot < '2026-10-01')).toBe(true);
    const zwolle = aanwijzingen.filter(({ partner }) => partner === 'gemeente-zwolle').map(({ rol }) => rol);
    expect(zwolle).toEqual(expect.arrayContaining(['PRIVACY_OFFICER', 'AUDITOR']));
  });

  test('a running, confirmed CASUSOVERLEG for each other chain, with parties of its convenant only at the table', () => {
    const convenanten = readConvenanten(
      join(__dirname, '../../../../schema/convenanten'),
      readGegevenscatalogus(),
      readKetenpartners(),
    );
    for (const casus of casussen.slice(14)) {
      expect(casus).toMatchObject({ fase: 'CASUSOVERLEG', status: 'LOPEND' });
      expect(casus.bevestigdDoor).toHaveLength(2);
      const partijen = convenanten.find(({ id }) => id === casus.convenant)?.partijen ?? [];
      const present = new Set(tafel(casus.id).map(({ partner }) => partner));
      expect([...present].filter((partner) => !partijen.includes(partner))).toEqual([]);
      expect(present.size).toBeGreaterThanOrEqual(4);
    }
  });

  test('UWV, SVB and Belastingdienst at the table of the fraud team, and at no table of the WGS', () => {
    const buiten = ['uwv', 'svb', 'belastingdienst'];
    const theirs = zetels.filter(({ partner }) => buiten.includes(partner));
    expect(new Set(theirs.map(({ partner }) => partner))).toEqual(new Set(buiten));
    expect(new Set(theirs.map(({ casus }) => casus))).toEqual(new Set([casussen[17]?.id]));
  });

  test('income of one person from his gemeente, UWV, SVB and Belastingdienst, in one system', () => {
    const partners = readKetenpartners();
    const soort = (oin: string) => [...partners.values()].find((partner) => partner.oin === oin)?.soort;
    const [persoon] = personsOf(world, casussen[17]?.id ?? '', 'HOOFDBETROKKENE');
    const from = municipality.inkomens
      .filter((row) => row.persoon === persoon)
      .map(({ bronhouder }) => soort(bronhouder));
    expect(new Set(from)).toEqual(new Set(['GEMEENTE', 'UWV', 'SVB', 'BELASTINGDIENST']));
    expect(municipality.schulden.some((row) => row.persoon === persoon && soort(row.bronhouder) === 'UWV')).toBe(true);
  });

  test('no seat and no medewerker for who is outside the act', () => {
    const outside = new Set([...readKetenpartners().values()].filter(({ account }) => !account).map(({ id }) => id));
    expect(outside.size).toBe(2);
    expect([...zetels, ...aanwijzingen].filter(({ partner }) => outside.has(partner))).toEqual([]);
  });

  test('seats of 4 to 10 at each running table', () => {
    for (const { id, status } of casussen) {
      if (status !== 'LOPEND') continue;
      expect(tafel(id).length).toBeGreaterThanOrEqual(4);
      expect(tafel(id).length).toBeLessThanOrEqual(10);
    }
  });
});
