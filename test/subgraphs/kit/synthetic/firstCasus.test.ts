import { readKetenpartners } from '../../../../schema/partners';
import { createWorld } from '../../../../subgraphs/kit/synthetic/createWorld';
import { holds, personRecords, personsOf } from './rowsOf';

const oin = (partner: string): string => readKetenpartners().get(partner)?.oin ?? '';

describe.each([1, 99])('the first casus of seed %i', (seed) => {
  const world = createWorld({ seed, size: 'demo' });
  const { municipality, police, care } = world;
  const casus = municipality.casussen[0]!;
  const hoofd = personsOf(world, casus.id, 'HOOFDBETROKKENE');
  const kring = personsOf(world, casus.id, 'KRINGLID');
  const [pleger = '', slachtoffer = ''] = hoofd;
  const of = <T extends { persoon: string }>(rows: readonly T[], persoon: string): T[] =>
    rows.filter((row) => row.persoon === persoon);

  test('is a running CASUSOVERLEG on HUISELIJK_GEWELD of Zwolle, in the kader DWANG, confirmed by two', () => {
    expect(casus).toMatchObject({
      fase: 'CASUSOVERLEG',
      status: 'LOPEND',
      kader: 'DWANG',
      thema: 'HUISELIJK_GEWELD',
      gemeente: 'Zwolle',
    });
    expect(casus.bevestigdDoor).toHaveLength(2);
  });

  test('seats police, care and municipality first, and the two chain rollen', () => {
    const tafel = municipality.zetels.filter((zetel) => zetel.casus === casus.id && holds(zetel));
    expect(tafel.slice(0, 3).map(({ partner, rol }) => [partner, rol])).toEqual([
      ['politie-oost-nederland', 'DEELNEMER'],
      ['dimence', 'DEELNEMER'],
      ['gemeente-zwolle', 'CASUSREGISSEUR'],
    ]);
    expect(tafel.map(({ partner }) => partner)).toEqual(
      expect.arrayContaining(['om-oost-nederland', 'veilig-thuis-ijsselland', 'tactus', 'reclassering-nederland']),
    );
    expect(tafel.map(({ rol }) => rol)).toEqual(expect.arrayContaining(['PROCESREGISSEUR', 'INFORMATIEMAKELAAR']));
    expect(tafel.length).toBeLessThanOrEqual(10);
  });

  test('has something in every kind of record', () => {
    const inCasus = new Set([...hoofd, ...kring]);
    const { inkomens, schulden, woonsituaties, voorzieningen, schoolgangen } = municipality;
    for (const rows of [inkomens, schulden, woonsituaties, voorzieningen, schoolgangen]) {
      expect(rows.some(({ persoon }) => inCasus.has(persoon))).toBe(true);
    }
    const { aandachtsvestigingen, meldingen, incidenten, verdenkingen, risicos } = police;
    for (const rows of [aandachtsvestigingen, meldingen, incidenten, verdenkingen, risicos]) {
      expect(of<(typeof rows)[number]>(rows, pleger).length).toBeGreaterThan(1);
    }
    const { bekendheden, trajecten, diagnosen, crisiscontacten, veiligThuisMeldingen, risicotaxaties } = care;
    for (const rows of [bekendheden, trajecten, diagnosen, crisiscontacten, veiligThuisMeldingen, risicotaxaties]) {
      expect(of<(typeof rows)[number]>(rows, pleger).length).toBeGreaterThan(1);
    }
    for (const rows of [police.adviezen, care.adviezen, municipality.acties, municipality.overleggen]) {
      expect(rows.filter((row) => row.casus === casus.id).length).toBeGreaterThan(1);
    }
    expect(municipality.plannen.some((row) => row.casus === casus.id)).toBe(true);
    expect(municipality.doeltoetsen.some((row) => row.casus === casus.id && row.positief)).toBe(true);
  });

  test('has an indication of debts for one and not for another', () => {
    expect(of(municipality.schulden, pleger).length).toBeGreaterThan(0);
    expect(of(municipality.schulden, slachtoffer)).toEqual([]);
  });

  test('has diagnoses of Dimence and of Tactus, released and not', () => {
    const bronnen = of(care.diagnosen, pleger).map(({ bronhouder }) => bronhouder);
    expect(new Set(bronnen)).toEqual(new Set([oin('dimence'), oin('tactus')]));
    const released = new Set(care.vrijgaven.filter((row) => row.casus === casus.id).map(({ record }) => record));
    expect(of(care.diagnosen, pleger).some(({ id }) => released.has(id))).toBe(true);
    expect(of(care.diagnosen, pleger).some(({ id }) => !released.has(id))).toBe(true);
  });

  test('has incidents inside and outside the area of Zwolle', () => {
    expect(new Set(of(police.incidenten, pleger).map(({ gemeente }) => gemeente)).size).toBeGreaterThan(1);
  });

  test('has police records released to all, to some, to nobody, and withdrawn', () => {
    const here = police.vrijgaven.filter((row) => row.casus === casus.id);
    expect(here.some(({ ontvangers }) => ontvangers.length >= 6)).toBe(true);
    expect(here.some(({ ontvangers }) => ontvangers.length === 2)).toBe(true);
    expect(here.some(({ ingetrokkenOp }) => ingetrokkenOp !== null)).toBe(true);
    const released = new Set(here.map(({ record }) => record));
    expect(of(police.incidenten, pleger).some(({ id }) => !released.has(id))).toBe(true);
  });

  test('has a record that was released in another casus only', () => {
    const here = new Set(police.vrijgaven.filter((row) => row.casus === casus.id).map(({ record }) => record));
    const mine = new Set(personRecords(world).filter(({ persoon }) => persoon === pleger).map(({ id }) => id)); // oxfmt-ignore
    const elsewhere = police.vrijgaven.filter(({ record }) => mine.has(record) && !here.has(record));
    expect(elsewhere.length).toBeGreaterThan(0);
  });

  test('has grounds that hold far ahead, and that are withdrawn, expired or not begun', () => {
    const about = care.gronden.filter(({ persoon }) => hoofd.includes(persoon));
    const valid = about.filter((grond) => grond.ingetrokkenOp === null && holds(grond));
    expect(valid.some(({ tot }) => tot >= '2030-01-01')).toBe(true);
    expect(about.some(({ ingetrokkenOp }) => ingetrokkenOp !== null)).toBe(true);
    expect(about.some(({ tot }) => tot < '2026-10-01')).toBe(true);
    expect(about.some(({ van }) => van > '2028-01-01')).toBe(true);
    // Zwolle: Dimence's about one, not about the other, where consent ran out.
    const forZwolle = valid.filter(
      ({ bronhouder, ontvangers }) => bronhouder === oin('dimence') && ontvangers.includes('gemeente-zwolle'),
    );
    expect(new Set(forZwolle.map(({ persoon }) => persoon))).toEqual(new Set([pleger]));
    expect(of(care.diagnosen, slachtoffer).length).toBeGreaterThan(0);
  });

  test('has children in the directe kring, and relations in both directions', () => {
    const born = new Map(municipality.personen.map(({ id, geboortedatum }) => [id, geboortedatum]));
    const children = kring.filter((id) => (born.get(id) ?? '') > '2010-01-01');
    expect(children.length).toBeGreaterThanOrEqual(2);
    for (const child of children) {
      expect(municipality.relaties).toContainEqual({ van: pleger, naar: child, soort: 'KIND' });
      expect(municipality.relaties).toContainEqual({ van: child, naar: pleger, soort: 'OUDER' });
    }
  });

  test('hides the address of the second person, and of the children who live there', () => {
    const person = new Map(municipality.personen.map((row) => [row.id, row]));
    const secret = person.get(slachtoffer);
    expect(secret?.geheimhouding).toBe(true);
    expect(person.get(pleger)?.geheimhouding).toBe(false);
    const housemates = municipality.personen.filter(
      ({ straat, huisnummer, postcode }) =>
        straat === secret?.straat && huisnummer === secret.huisnummer && postcode === secret.postcode,
    );
    expect(housemates.length).toBeGreaterThan(2);
    expect(housemates.every(({ geheimhouding }) => geheimhouding)).toBe(true);
  });

  test('relates a person of it to someone in no casus, of whom there is data', () => {
    const placed = new Set(municipality.betrokkenheden.map(({ persoon }) => persoon));
    const outsiders = municipality.personen.filter(({ id }) => !placed.has(id));
    expect(outsiders).toHaveLength(1);
    expect(municipality.relaties.some(({ van, naar }) => van === pleger && naar === outsiders[0]?.id)).toBe(true);
    expect(of(police.meldingen, outsiders[0]?.id ?? '')).toHaveLength(1);
  });
});
