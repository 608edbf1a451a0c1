import fc from 'fast-check';
import { readKetenpartners } from '../../../../schema/partners';
import { passesElfproef } from '../../../../subgraphs/kit/synthetic/bsn';
import { createWorld } from '../../../../subgraphs/kit/synthetic/createWorld';
import type { World } from '../../../../subgraphs/kit/synthetic/world';
import { personRecords, stringsOf } from './rowsOf';

const partners = readKetenpartners();
const byOin = new Map([...partners.values()].map((partner) => [partner.oin, partner]));
const LARGER = createWorld({ seed: 11, size: 1_500 });
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/** The promise must hold for the demo of any seed, and for a larger world. */
function forAnyWorld(check: (world: World) => void): void {
  fc.assert(
    fc.property(seeds, (seed) => check(createWorld({ seed, size: 'demo' }))),
    { numRuns: 5 },
  );
  check(LARGER);
}

/** Not one of `values` is missing from `known`; says which. */
function expectKnown(values: readonly string[], known: ReadonlySet<string>): void {
  expect(values.filter((value) => !known.has(value))).toEqual([]);
}

describe('everything refers to something', () => {
  test('rows of a casus name a casus that exists', () => {
    forAnyWorld(({ municipality, police, care }) => {
      const casussen = new Set(municipality.casussen.map(({ id }) => id));
      const { zetels, doeltoetsen, overleggen, plannen, acties, betrokkenheden } = municipality;
      for (const rows of [zetels, doeltoetsen, overleggen, plannen, acties, betrokkenheden]) {
        expectKnown(rows.map(({ casus }) => casus), casussen); // oxfmt-ignore
      }
      for (const rows of [police.adviezen, police.vrijgaven, care.adviezen, care.vrijgaven]) {
        expectKnown(rows.map(({ casus }) => casus), casussen); // oxfmt-ignore
      }
    });
  });

  test('what came of an overleg names an overleg, an actie one of its own casus', () => {
    forAnyWorld(({ municipality }) => {
      const { overleggen, overlegbesluiten, opschalingen, overlegacties, acties, casussen } = municipality;
      const of = new Map(overleggen.map(({ id, casus }) => [id, casus]));
      const holder = new Map(casussen.map(({ id, bronhouder }) => [id, bronhouder]));
      for (const { overleg, bronhouder } of [...overlegbesluiten, ...opschalingen]) {
        expect(holder.get(of.get(overleg) ?? '')).toBe(bronhouder);
      }
      const casusOf = new Map(acties.map(({ id, casus }) => [id, casus]));
      for (const { overleg, actie } of overlegacties) expect(of.get(overleg)).toBe(casusOf.get(actie));
      expect(overlegacties.length).toBeGreaterThan(10);
      expect(new Set(opschalingen.map(({ naar }) => naar)).size).toBeGreaterThan(1);
    });
  });

  test('an advies that was brought in is one of that casus and bronhouder, or is there no more', () => {
    forAnyWorld(({ municipality: { ingebrachteAdviezen, overleggen }, police, care }) => {
      const given = { POLITIEADVIES: police.adviezen, ZORGADVIES: care.adviezen };
      const met = new Set(overleggen.map(({ casus }) => casus));
      let gone = 0;
      for (const { id, casus, soort, datum, bronhouder } of ingebrachteAdviezen) {
        const advies = given[soort].find((one) => one.id === id);
        expect(met.has(casus)).toBe(true);
        if (advies === undefined) gone += 1;
        else expect(advies).toMatchObject({ casus, datum, bronhouder });
      }
      expect(gone).toBeLessThan(ingebrachteAdviezen.length / 2);
    });
  });

  test('rows of a person name a person that exists', () => {
    forAnyWorld((world) => {
      const { municipality, police, care } = world;
      const personen = new Set(municipality.personen.map(({ id }) => id));
      const naming = [
        ...personRecords(world),
        ...municipality.betrokkenheden,
        ...police.koppelingen,
        ...care.koppelingen,
        ...care.gronden,
      ];
      expectKnown(naming.map(({ persoon }) => persoon), personen); // oxfmt-ignore
      expectKnown(municipality.relaties.flatMap(({ van, naar }) => [van, naar]), personen); // oxfmt-ignore
    });
  });

  test('a bronhouder is a partner of the kind that holds such records', () => {
    forAnyWorld((world) => {
      const soorten = (rows: readonly { readonly bronhouder: string }[]): string[] =>
        [...new Set(rows.map(({ bronhouder }) => byOin.get(bronhouder)?.soort ?? bronhouder))].sort();
      const { municipality, police, care } = world;
      const { casussen, personen, acties, inkomens, schulden, woonsituaties, voorzieningen, schoolgangen } =
        municipality;
      for (const rows of [casussen, personen, acties, woonsituaties, voorzieningen, schoolgangen]) {
        expect(soorten(rows)).toEqual(['GEMEENTE']);
      }
      for (const rows of [inkomens, schulden]) {
        expectKnown(soorten(rows), new Set(['GEMEENTE', 'UWV', 'SVB', 'BELASTINGDIENST']));
      }
      const { aandachtsvestigingen, meldingen, incidenten, verdenkingen, risicos, adviezen } = police;
      for (const rows of [aandachtsvestigingen, meldingen, incidenten, verdenkingen, risicos, adviezen]) {
        expect(soorten(rows)).toEqual(['POLITIE']);
      }
      const medisch = new Set(['GGD', 'GGZ', 'VERSLAVINGSZORG']);
      expectKnown(soorten([...care.trajecten, ...care.diagnosen, ...care.crisiscontacten, ...care.gronden]), medisch);
      expectKnown(
        soorten([...care.bekendheden, ...care.risicotaxaties, ...care.adviezen]),
        medisch.add('VEILIG_THUIS'),
      );
      expect(soorten(care.veiligThuisMeldingen)).toEqual(['VEILIG_THUIS']);
    });
  });

  test('the records of a person with the gemeente have his own gemeente as bronhouder, or who else pays him', () => {
    forAnyWorld(({ municipality }) => {
      const personen = new Map(municipality.personen.map((person) => [person.id, person]));
      const { inkomens, schulden, woonsituaties, voorzieningen, schoolgangen } = municipality;
      for (const row of [...inkomens, ...schulden, ...woonsituaties, ...voorzieningen, ...schoolgangen]) {
        if (byOin.get(row.bronhouder)?.soort !== 'GEMEENTE') continue;
        expect(row.bronhouder).toBe(personen.get(row.persoon)?.bronhouder);
      }
      for (const person of municipality.personen) {
        expect(byOin.get(person.bronhouder)?.werkgebied).toContain(person.gemeente);
      }
    });
  });

  test('who has police or care records has a koppeling, once', () => {
    forAnyWorld(({ police, care }) => {
      const known = police.koppelingen.map(({ persoon }) => persoon);
      expect(new Set(known).size).toBe(known.length);
      const { aandachtsvestigingen, meldingen, incidenten, verdenkingen, risicos } = police;
      const rows = [...aandachtsvestigingen, ...meldingen, ...incidenten, ...verdenkingen, ...risicos];
      expectKnown(rows.map(({ persoon }) => persoon), new Set(known)); // oxfmt-ignore

      const clients = care.koppelingen.map(({ persoon }) => persoon);
      expect(new Set(clients).size).toBe(clients.length);
      const bekend = new Set(care.bekendheden.map(({ persoon, bronhouder }) => `${persoon} ${bronhouder}`));
      const { trajecten, diagnosen, crisiscontacten, veiligThuisMeldingen, risicotaxaties, adviezen } = care;
      const afspraken = care.huisbezoekafspraken;
      for (const list of [
        trajecten,
        diagnosen,
        crisiscontacten,
        veiligThuisMeldingen,
        risicotaxaties,
        adviezen,
        afspraken,
      ]) {
        expectKnown(list.map(({ persoon, bronhouder }) => `${persoon} ${bronhouder}`), bekend); // oxfmt-ignore
      }
      expectKnown(care.bekendheden.map(({ persoon }) => persoon), new Set(clients)); // oxfmt-ignore
    });
  });

  test('a release is of a record of someone in that casus', () => {
    forAnyWorld((world) => {
      const { betrokkenheden } = world.municipality;
      const inCasus = new Set(betrokkenheden.map(({ casus, persoon }) => `${casus} ${persoon}`));
      const persoonVan = new Map(personRecords(world).map(({ id, persoon }) => [id, persoon]));
      for (const { record, casus, ontvangers } of [...world.police.vrijgaven, ...world.care.vrijgaven]) {
        expect(inCasus.has(`${casus} ${persoonVan.get(record)}`)).toBe(true);
        expect(ontvangers.filter((id) => partners.get(id)?.account !== true)).toEqual([]);
        expect(ontvangers.length).toBeGreaterThan(0);
      }
    });
  });

  test('a seat is for someone designated in that rol by that partner, all the time he sits', () => {
    forAnyWorld(({ municipality: { zetels, aanwijzingen, medewerkers } }) => {
      const people = new Set(medewerkers.map(({ id }) => id));
      expect(people.size).toBe(medewerkers.length);
      expectKnown(aanwijzingen.map(({ medewerker }) => medewerker), people); // oxfmt-ignore
      const held = new Map(aanwijzingen.map((row) => [`${row.partner} ${row.medewerker} ${row.rol}`, row]));
      for (const { partner, medewerker, rol, van, tot } of zetels) {
        expect(partners.get(partner)?.account).toBe(true);
        const held_ = held.get(`${partner} ${medewerker} ${rol}`);
        if (held_ === undefined) throw new Error(`${medewerker} sits as ${rol} without a designation`);
        expect(held_.van <= van).toBe(true);
        expect(held_.tot === null || (tot !== null && tot <= held_.tot)).toBe(true);
      }
    });
  });

  test('nobody sits twice at one table, or was at an overleg without a seat', () => {
    forAnyWorld(({ municipality: { zetels, overleggen } }) => {
      const seats = new Map(zetels.map((row) => [`${row.casus} ${row.medewerker}`, row]));
      expect(seats.size).toBe(zetels.length);
      for (const { casus, datum, aanwezigen } of overleggen) {
        expect(aanwezigen.length).toBeGreaterThan(0);
        for (const { partner, medewerker } of aanwezigen) {
          const zetel = seats.get(`${casus} ${medewerker}`);
          expect(zetel?.partner).toBe(partner);
          expect(zetel !== undefined && zetel.van <= datum && (zetel.tot === null || datum < zetel.tot)).toBe(true);
        }
      }
    });
  });

  test('acties are done by someone at the table', () => {
    forAnyWorld(({ municipality: { zetels, acties } }) => {
      const seats = new Set(zetels.map((row) => `${row.casus} ${row.partner} ${row.medewerker}`));
      expectKnown(acties.map((row) => `${row.casus} ${row.uitvoerder} ${row.medewerker}`), seats); // oxfmt-ignore
    });
  });

  test('only public partners confirm a casus, and the gemeente has the regie', () => {
    forAnyWorld(({ municipality: { casussen } }) => {
      for (const casus of casussen) {
        expect(casus.bevestigdDoor.filter((id) => partners.get(id)?.wgs !== 'PUBLIEK')).toEqual([]);
        expect(partners.get(casus.regie)?.werkgebied).toEqual([casus.gemeente]);
        expect(partners.get(casus.regie)?.oin).toBe(casus.bronhouder);
      }
    });
  });

  test('a person is of one kind in a casus', () => {
    forAnyWorld(({ municipality: { betrokkenheden } }) => {
      expect(new Set(betrokkenheden.map(({ casus, persoon }) => `${casus} ${persoon}`)).size).toBe(
        betrokkenheden.length,
      );
    });
  });

  test('relations go both ways, but for help', () => {
    const omgekeerd: Record<string, string> = { OUDER: 'KIND', KIND: 'OUDER' };
    forAnyWorld(({ municipality: { relaties } }) => {
      const known = new Set(relaties.map(({ van, naar, soort }) => `${van} ${naar} ${soort}`));
      expect(known.size).toBe(relaties.length);
      const back = relaties
        .filter(({ soort }) => soort !== 'HULPVERLENER')
        .map(({ van, naar, soort }) => `${naar} ${van} ${omgekeerd[soort] ?? soort}`);
      expectKnown(back, known);
    });
  });
});

describe('nothing in it can be anyone', () => {
  test('the elfproef tells a well-formed number from one that is not', () => {
    expect(passesElfproef('111222333')).toBe(true);
    expect(passesElfproef('111222334')).toBe(false);
  });

  test('no BSN passes the elfproef, and each is given once', () => {
    forAnyWorld(({ municipality: { personen } }) => {
      for (const { bsn } of personen) {
        expect(bsn).toMatch(/^[0-9]{9}$/);
        expect(passesElfproef(bsn)).toBe(false);
      }
      expect(new Set(personen.map(({ bsn }) => bsn)).size).toBe(personen.length);
    });
  });

  test('postcodes, telephone numbers, addresses of mail and incident codes are of kinds that are not handed out', () => {
    forAnyWorld(({ municipality: { personen }, police: { incidenten } }) => {
      for (const { postcode, telefoon, email } of personen) {
        expect(postcode).toMatch(/^[0-9]{4} S[AD]$/);
        expect(telefoon).toMatch(/^06 00[0-9]{6}$/);
        if (email !== null) expect(email).toMatch(/^[a-z.]+@[a-z-]+\.invalid$/);
      }
      for (const { code } of incidenten) expect(code).toMatch(/^VB-/);
    });
  });

  test('ids are opaque and unique over all kinds of row', () => {
    forAnyWorld((world) => {
      const { municipality, police, care } = world;
      const ids = [
        ...municipality.casussen,
        ...municipality.personen,
        ...municipality.overleggen,
        ...municipality.acties,
        ...municipality.overlegbesluiten,
        ...municipality.opschalingen,
        ...police.adviezen,
        ...care.gronden,
        ...personRecords(world),
      ].map(({ id }) => id);
      expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });
});

describe('texts', () => {
  test('no free text names a person or keeps a placeholder', () => {
    forAnyWorld(({ municipality, police, care }) => {
      const { doeltoetsen, overleggen, plannen, acties, personen } = municipality;
      const texts = new Set(
        stringsOf([
          doeltoetsen.map(({ toelichting }) => toelichting),
          overleggen.map(({ besluit }) => besluit),
          [...municipality.overlegbesluiten, ...municipality.opschalingen].map(({ reden }) => reden),
          plannen,
          acties.map(({ omschrijving, terugkoppeling }) => [omschrijving, terugkoppeling]),
          police.meldingen.map(({ omschrijving }) => omschrijving),
          police.incidenten.map(({ omschrijving }) => omschrijving),
          police.aandachtsvestigingen.map(({ instructie }) => instructie),
          police.adviezen.map(({ advies }) => advies),
          care.diagnosen.map(({ omschrijving }) => omschrijving),
          care.crisiscontacten.map(({ aanleiding }) => aanleiding),
          care.veiligThuisMeldingen.map(({ oordeel }) => oordeel),
          care.trajecten.map(({ behandelstatus }) => behandelstatus),
          care.adviezen.map(({ advies }) => advies),
        ]),
      );
      const words = new Set([...texts].flatMap((text) => text.split(/[^\p{L}-]+/u)));
      expect(personen.filter(({ voornamen }) => words.has(voornamen)).map(({ voornamen }) => voornamen)).toEqual([]);
      expect([...texts].filter((text) => text.trim() === '' || /[{}]/.test(text))).toEqual([]);
    });
  });

  test('all dates are days, and what happened lies before the fixed today', () => {
    forAnyWorld(({ municipality, police, care }) => {
      const days = [
        ...municipality.doeltoetsen.map(({ datum }) => datum),
        ...municipality.overleggen.map(({ datum }) => datum),
        ...municipality.personen.map(({ geboortedatum }) => geboortedatum),
        ...[...police.meldingen, ...police.incidenten, ...police.verdenkingen].map(({ datum }) => datum),
        ...police.risicos.map(({ peildatum }) => peildatum),
        ...care.diagnosen.map(({ gesteldOp }) => gesteldOp),
        ...[...care.crisiscontacten, ...care.veiligThuisMeldingen, ...care.risicotaxaties].map(({ datum }) => datum),
      ];
      expect(days.filter((day) => !/^\d{4}-\d\d-\d\d$/.test(day) || day >= '2026-10-01')).toEqual([]);
    });
  });
});
