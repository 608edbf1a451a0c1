import fc from 'fast-check';
import { OperationTypeNode, getOperationAST, parse, validate } from 'graphql';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { ROLLEN } from '../../../schema/domain/rol';
import { isCovered } from '../../../gateway/decide/isCovered';
import type { Situatiepunt } from '../../../gateway/inzage/cellen/situaties';
import { type Verschil, compareStanden } from '../../../gateway/inzage/verschil/compareStanden';
import type { Groep } from '../../../gateway/inzage/verschil/groep';
import type { Regelstand } from '../../../gateway/inzage/verschil/regelstand';
import { prune } from '../../../gateway/prune/prune';
import { readOperation } from '../../../gateway/prune/readOperation';
import { type Edit, anyEdit } from './edits';
import { type Tabel, changed, deciderOf, schema, situatieOf, small } from './ground';
import { type Gezien, isWider, look } from './naive';
import { counted } from '../../harness/runs';

/** Random changes of a table; many more with KETENHUB_DEEP. */
const RUNS = process.env['KETENHUB_DEEP'] === undefined ? 14 : 2_000;
const PATIENCE = RUNS * 10_000;

const compare = (oud: Regelstand, nieuw: Regelstand): Verschil =>
  compareStanden({ stand: oud, schema }, { stand: nieuw, schema });
const committed = changed(() => undefined);
const opened = (change: (tabel: Tabel) => void): Verschil => compare(committed, changed(change));
const zvh = (tabel: Tabel) => tabel.convenanten.find(({ id }) => id === 'veiligheidshuis-ijsselland')!;
const only = ({ opent }: Verschil, convenant = 'veiligheidshuis-ijsselland'): Groep[] =>
  opent.filter((groep) => groep.convenant === convenant);
const fieldsOf = (groepen: readonly Groep[]): string[] =>
  [...new Set(groepen.flatMap(({ gegevens }) => gegevens.flatMap(({ coordinaten }) => coordinaten)))].sort();

const CASUSZAKEN = [
  'Casus.hoofdbetrokkenen',
  'Casus.directeKring',
  'Query.casus',
  'Hoofdbetrokkene.schulden',
  'Schuld.bedrag',
];

describe('what opens and closes between two tables', () => {
  test('is nothing where nothing changed', () => {
    expect(
      compare(
        committed,
        changed(() => undefined),
      ),
    ).toEqual({
      opent: [],
      sluit: [],
      vloer: { opent: [], sluit: [] },
    });
  });

  test(
    'is exactly what the rules now let be seen and did not, whatever was changed',
    async () => {
      const base = small();
      const punt: fc.Arbitrary<Situatiepunt> = fc.record({
        rol: fc.constantFrom('DEELNEMER', 'DEELNEMER', 'CASUSREGISSEUR', ...ROLLEN),
        doel: fc.constantFrom(...DOELEN.slice(0, 5)),
        fase: fc.constantFrom('CASUSOVERLEG', 'CASUSOVERLEG', ...FASEN),
        kader: fc.constantFrom('DWANG', ...KADERS),
        bevestigd: fc.constantFrom(true, true, false),
      });
      const someone = fc.constantFrom(...zvh(base).partijen, 'politie-oost-nederland', 'dimence', 'slachtofferhulp');
      const sight = fc.array(fc.tuple(someone, punt), { minLength: 2, maxLength: 2 });
      let [news, wider] = [0, 0];
      const oud = changed(() => undefined, small);
      const was = deciderOf(oud);
      const edits = fc.array(anyEdit(base), { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(edits, sight, fc.nat(), async (made: readonly Edit[], looks, pick) => {
          const nieuw = changed((tabel) => {
            for (const { apply } of made) apply(tabel);
          }, small);
          const { opent, sluit } = compare(oud, nieuw);
          // Where something opens must be looked at as well as where nothing is known to.
          const hit = opent.length === 0 ? undefined : opent[pick % opent.length];
          const there = hit === undefined ? [] : [pointIn(hit)];
          const now = deciderOf(nieuw);
          for (const [id, at] of [...looks, ...there]) {
            const same = oud.partners.get(id)?.oin === nieuw.partners.get(id)?.oin;
            const before = await look(oud, schema, was, oud.convenanten[0]!, same ? id : '', at);
            const after = await look(nieuw, schema, now, nieuw.convenanten[0]!, id, at);
            const seen = difference(oud, nieuw, before, after);
            news += seen.nieuw.length;
            wider += seen.ruimer.length;
            expect(told(opent, id, at)).toMatchObject(seen);
            const back = same ? after : { ...after, velden: new Set<string>() };
            const old = await look(oud, schema, was, oud.convenanten[0]!, id, at);
            expect(told(sluit, id, at)).toMatchObject(difference(nieuw, oud, back, old));
            if (same) await expectWithout(oud, nieuw, opent, id, at, pick);
          }
        }),
        counted(RUNS),
      );
      expect(news).toBeGreaterThan(0);
      expect(wider).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  test(
    'each group has a witness, which the rules then answer and did not before',
    async () => {
      const base = small();
      const oud = changed(() => undefined, small);
      const kinds = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.array(anyEdit(base), { minLength: 1, maxLength: 3 }), async (made) => {
          const nieuw = changed((tabel) => {
            for (const { apply } of made) apply(tabel);
          }, small);
          for (const groep of compare(oud, nieuw).opent.slice(0, 5)) {
            if (!groep.zichtbaar) {
              expect(groep.getuige).toBeNull();
              continue;
            }
            kinds.add(groep.soort);
            await expectWitness(oud, nieuw, groep);
          }
        }),
        counted(RUNS),
      );
      expect([...kinds].sort()).toEqual(expect.arrayContaining(['NIEUW', 'RUIMER']));
    },
    PATIENCE,
  );
});

const hostIds = ({ partners }: Regelstand): string[] =>
  [...partners.values()].flatMap(({ id, subgraaf }) => (subgraaf === null ? [] : [id]));

/** At a table where some hosts have no seat, what can be seen and could not was told, as new or as possible without them. */
async function expectWithout(
  oud: Regelstand,
  nieuw: Regelstand,
  opent: readonly Groep[],
  id: string,
  at: Situatiepunt,
  pick: number,
): Promise<void> {
  const missing = hostIds(nieuw).filter((_, index) => (pick >> index) % 2 === 1);
  const tafel = hostIds(nieuw).filter((one) => !missing.includes(one));
  const before = await look(oud, schema, deciderOf(oud), oud.convenanten[0]!, id, at, tafel);
  const after = await look(nieuw, schema, deciderOf(nieuw), nieuw.convenanten[0]!, id, at, tafel);
  const seen = difference(oud, nieuw, before, after).nieuw;
  const groepen = opent.filter(({ zonder }) => zonder.every((host) => missing.includes(host)));
  const known = told(groepen, id, at);
  expect([...known.nieuw, ...known.zonder]).toEqual(expect.arrayContaining([...seen]));
  const exactly = told(
    opent.filter(({ zonder }) => zonder.join() === missing.join()),
    id,
    at,
  );
  expect(seen).toEqual(expect.arrayContaining([...exactly.zonder]));
}

/** A situation of the group, for one of its partners. */
function pointIn({ rollen, doelen, fasen, kaders, bevestigd, partners }: Groep): [string, Situatiepunt] {
  const [rol, doel, fase, kader] = [rollen[0]!, doelen[0]!, fasen[0]!, kaders[0]!];
  return [partners.at(-1) ?? '', { rol, doel, fase, kader, bevestigd: bevestigd[0]! }];
}

interface Verwacht {
  readonly nieuw: readonly string[];
  readonly ruimer: readonly string[];
}
interface Told extends Verwacht {
  readonly zonder: readonly string[];
}

/** What the groups say of one situation, as far as a query gets there. What is about oneself is told once, apart. */
function told(groepen: readonly Groep[], id: string, at: Situatiepunt): Told {
  const here = groepen.filter(
    (groep) =>
      groep.convenant !== null &&
      groep.zichtbaar &&
      groep.partners.includes(id) &&
      groep.rollen.includes(at.rol) &&
      groep.doelen.includes(at.doel) &&
      groep.fasen.includes(at.fase) &&
      groep.kaders.includes(at.kader) &&
      groep.bevestigd.includes(at.bevestigd),
  );
  const of = (soort: Groep['soort']): string[] => fieldsOf(here.filter((groep) => groep.soort === soort));
  return { nieuw: of('NIEUW'), ruimer: of('RUIMER'), zonder: of('ZONDER_BRON') };
}

function difference(oud: Regelstand, nieuw: Regelstand, before: Gezien, after: Gezien): Verwacht {
  // What is about oneself, and can be had outside any casus, is told there.
  const own = (veld: string): boolean =>
    /^(Query\.mijnCasussen|Casusverwijzing\.)/.test(veld) &&
    nieuw.labels.get(veld)?.vraagt.length === 0 &&
    nieuw.labels.get(veld)!.categorieen.every((naam) => nieuw.catalogus.get(naam)?.betreft === 'ZELF') &&
    nieuw.labels.get('Query.mijnCasussen')?.categorieen.join() === 'zetel.eigen' &&
    nieuw.labels.get('Query.mijnCasussen')?.vraagt.length === 0;
  const velden = [...after.velden].filter((veld) => !own(veld)).sort();
  const wider = (veld: string): boolean => isWider(veld, [oud, before], [nieuw, after]);
  return {
    nieuw: velden.filter((veld) => !before.velden.has(veld)),
    ruimer: velden.filter((veld) => before.velden.has(veld) && wider(veld)),
  };
}

/** Puts the witness through the pruning of a live request, by the old rules and by the new. */
async function expectWitness(oud: Regelstand, nieuw: Regelstand, groep: Groep): Promise<void> {
  const { getuige, soort } = groep;
  expect(getuige).not.toBeNull();
  const { query, coordinaat, rol, casus } = getuige!;
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  if (casus === null || rol === null) return;
  const ask = async (stand: Regelstand): Promise<{ inside: boolean; refused: string[]; kept: string }> => {
    const ontvanger = stand.partners.get(casus.partner);
    const convenant = stand.convenanten.find(({ id }) => id === casus.convenant)!;
    if (ontvanger === undefined || !ontvanger.account) return { inside: false, refused: [], kept: '' };
    const situatie = situatieOf(stand, convenant, ontvanger, { ...casus, rol }, casus.tafel);
    const table = await deciderOf(stand).decide(situatie);
    const operation = getOperationAST(document)!;
    expect(operation.operation).toBe(OperationTypeNode.QUERY);
    const gevraagd = readOperation(schema, document, operation, { casus: 'c1' });
    const gesnoeid = prune(schema, gevraagd, {
      labels: stand.labels,
      coordinaat: (naam) => table.coordinaat(naam),
      categorie: (naam) => table.categorie(naam),
    });
    const label = stand.labels.get(coordinaat.split('(')[0]!);
    return {
      inside: await isCovered(situatie, stand.catalogus),
      refused: gesnoeid.weigeringen.map((one) => one.coordinaat),
      kept: JSON.stringify([
        (label?.categorieen ?? []).map((naam) => table.categorie(naam)),
        (label?.vraagt ?? []).map(({ aan, categorie }) => [hostOf(stand, aan), categorie]),
        ontvanger.werkgebied,
        ontvanger.oin,
      ]),
    };
  };
  const [before, after] = [await ask(oud), await ask(nieuw)];
  expect({ inside: after.inside, refused: after.refused }).toEqual({ inside: true, refused: [] });
  const refusedBefore = !before.inside || before.refused.length > 0;
  // What was there before comes by another way, under less, or by telling somebody.
  const other = nieuw.partners.get(casus.partner)?.oin !== oud.partners.get(casus.partner)?.oin;
  expect(soort === 'NIEUW' || soort === 'ZONDER_BRON' ? refusedBefore || other : before.kept !== after.kept).toBe(true);
}

function hostOf({ partners }: Regelstand, subgraaf: string): string | undefined {
  return [...partners.values()].find((one) => one.subgraaf === subgraaf)?.id;
}

describe('a change that a privacy officer must agree to', () => {
  test('a receiver more: who, what, from whom, for what and when, with a query that shows it', () => {
    const verschil = opened((tabel) => {
      for (const one of zvh(tabel).gegevens['gemeente.schulden']!) one.aan.push('POLITIE');
    });
    expect(verschil.sluit).toEqual([]);
    expect(verschil.opent).toHaveLength(1);
    expect(verschil.opent[0]).toMatchObject({
      convenant: 'veiligheidshuis-ijsselland',
      soort: 'NIEUW',
      zichtbaar: true,
      ontvangers: ['POLITIE'],
      rollen: ['DEELNEMER', 'CASUSREGISSEUR'],
      doelen: ['BEGELEIDING'],
      fasen: ['CASUSOVERLEG', 'UITVOERING'],
      kaders: ['VRIJWILLIG', 'DRANG', 'DWANG'],
      bevestigd: [true],
      gegevens: [
        {
          categorieen: ['gemeente.schulden'],
          wegen: [{ van: ['GEMEENTE'], beperkingen: [], artikel: 'WGS 2.30 lid 1 onder 4 en 5' }],
          coordinaten: expect.arrayContaining(['Hoofdbetrokkene.schulden', 'Schuld.bedrag', 'Schuld.soort']) as unknown,
        },
      ],
      getuige: {
        query: 'query Getuige($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { schulden { __typename } } } }',
        coordinaat: 'Hoofdbetrokkene.schulden',
        rol: 'DEELNEMER',
        casus: { partner: 'politie-oost-nederland', doel: 'BEGELEIDING' },
      },
    });
    const cells = 2 * 1 * 2 * 3 * verschil.opent[0]!.gegevens[0]!.coordinaten.length;
    expect(verschil.opent[0]!.cellen).toBe(cells);
  });

  test('a field relabelled: it opens to whoever has the new category', () => {
    const verschil = opened((tabel) => {
      tabel.coordinaten['Incident.omschrijving']!.categorieen = ['politie.incidenten'];
    });
    expect(fieldsOf(verschil.opent)).toEqual(['Incident.omschrijving']);
    expect(only(verschil).map(({ soort }) => soort)).toContain('RUIMER');
    expect(verschil.opent.every(({ zichtbaar, getuige }) => !zichtbaar || getuige !== null)).toBe(true);
  });

  test('a field relabelled under a grond of another category: the grond given for one is not that of the other', () => {
    const verschil = opened((tabel) => {
      const { gegevens } = zvh(tabel);
      gegevens['zorg.risico'] = gegevens['zorg.bekend']!;
      tabel.coordinaten['Hoofdbetrokkene.bekendBijZorg']!.categorieen = ['zorg.risico'];
    });
    expect(fieldsOf(only(verschil).filter(({ soort }) => soort === 'RUIMER'))).toContain(
      'Hoofdbetrokkene.bekendBijZorg',
    );
  });

  test('a field relabelled so that it only closes is no opening', () => {
    const { opent, sluit } = opened((tabel) => {
      tabel.coordinaten['Incident.soort']!.categorieen = ['politie.incidenten', 'politie.incidentinhoud'];
    });
    expect(opent).toEqual([]);
    expect(fieldsOf(sluit)).toEqual(['Incident.soort']);
  });

  test('a release no longer demanded: fewer beperkingen where no convenant asks it, and a lower floor', () => {
    const bare = (tabel: Tabel): void => {
      for (const { gegevens } of tabel.convenanten)
        for (const one of gegevens['veiligthuis.oordeel'] ?? []) one.beperkingen = [];
    };
    const verschil = compare(
      changed(bare),
      changed((tabel) => {
        bare(tabel);
        tabel.gegevens['veiligthuis.oordeel']!.vrijgave = false;
      }),
    );
    expect(fieldsOf(verschil.opent)).toEqual(['VeiligThuisMelding.oordeel']);
    expect(new Set(verschil.opent.map(({ soort }) => soort))).toEqual(new Set(['RUIMER']));
    expect(verschil.vloer.opent).toEqual(['veiligthuis.oordeel: zonder vrijgave van de bronhouder']);
    const asked = opened((tabel) => {
      tabel.gegevens['veiligthuis.oordeel']!.vrijgave = false;
    });
    expect(asked.vloer.opent).toHaveLength(1);
  });

  test('a rule of the floor dropped, a category under another article, a convenant on another floor', () => {
    const dropped = opened((tabel) => {
      delete tabel.vloer!['WGS']!['bsn'];
    });
    expect(dropped.vloer).toEqual({ opent: ['regel bsn van WGS (WGS 2.30 lid 1 onder 2; Wabb 10)'], sluit: [] });
    expect(dropped.opent).toEqual([]);
    const moved = opened((tabel) => {
      tabel.gegevens['politie.incidenten']!.wgs = 1;
      zvh(tabel).regime = 'EIGEN_WET';
    });
    expect(moved.vloer.opent).toEqual([
      'politie.incidenten: WGS 2.30 lid 1 onder 1 in plaats van WGS 2.30 lid 1 onder 7',
      'veiligheidshuis-ijsselland versie 2026.1: op EIGEN_WET, eerder op WGS',
    ]);
    const added = opened((tabel) => {
      tabel.vloer!['WGS']!['nieuw'] = 'WGS 9';
    });
    expect(added.vloer).toEqual({ opent: [], sluit: ['regel nieuw van WGS (WGS 9)'] });
  });

  test('a partner of another kind, and one that works in more places', () => {
    const kind = opened((tabel) => {
      tabel.partners['tactus']!.soort = 'GGZ';
    });
    expect(only(kind).some(({ partners }) => partners.includes('tactus'))).toBe(true);
    const wider = opened((tabel) => {
      tabel.partners['dimence']!.werkgebied.push('Utrecht');
    });
    expect(wider.opent.length).toBeGreaterThan(0);
    for (const { soort, partners, gegevens } of wider.opent) {
      expect([soort, partners]).toEqual(['RUIMER', ['dimence']]);
      expect(gegevens.every(({ wegen }) => wegen.some(({ beperkingen }) => beperkingen.includes('WERKGEBIED')))).toBe(
        true,
      );
    }
    const narrower = opened((tabel) => {
      tabel.partners['dimence']!.werkgebied.pop();
    });
    expect(narrower.opent).toEqual([]);
  });

  test('somebody else behind the same name: another OIN gets all of it anew', () => {
    const verschil = opened((tabel) => {
      tabel.partners['de-kern']!.oin = '00000099000000009999';
    });
    expect(fieldsOf(only(verschil))).toEqual(expect.arrayContaining(['Query.casus', 'Casus.kenmerk']));
    expect(only(verschil).every(({ partners }) => partners.includes('de-kern'))).toBe(true);
  });

  test('a field that no longer tells a source, and one that now does', () => {
    const without = opened((tabel) => {
      const field = tabel.coordinaten['Hoofdbetrokkene.veiligheidsbeeld']!;
      field.vraagt = field.vraagt.filter(({ aan }) => aan !== 'police');
    });
    const [first] = only(without);
    expect(first).toMatchObject({ soort: 'ZONDER_BRON', zonder: ['politie-oost-nederland'] });
    expect(first?.getuige?.casus?.tafel).not.toContain('politie-oost-nederland');
    const telling = opened((tabel) => {
      tabel.coordinaten['Hoofdbetrokkene.schulden']!.vraagt.push({ aan: 'police', categorie: 'casus.betrokkenheid' });
    });
    const [told_] = only(telling);
    expect(told_).toMatchObject({
      soort: 'VERTELT',
      gegevens: [{ vertelt: [{ partner: 'politie-oost-nederland', categorie: 'casus.betrokkenheid' }] }],
    });
  });

  test('an argument that reads less opens the field with that argument', () => {
    const narrow = (tabel: Tabel): void => {
      tabel.coordinaten['Hoofdbetrokkene.incidenten']!.argumenten['vanaf'] = ['politie.incidentinhoud'];
    };
    const verschil = compare(changed(narrow), committed);
    expect(fieldsOf(verschil.opent)).toEqual(['Hoofdbetrokkene.incidenten(vanaf:)']);
    const [groep] = only(verschil).filter(({ soort, zichtbaar }) => soort === 'NIEUW' && zichtbaar);
    expect(groep?.getuige?.query).toBe(
      'query Getuige($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { incidenten(vanaf: "2026-01-01") { __typename } } } }',
    );
  });

  test('a field opens, and a required argument of it does not: it is granted, and no query shows it', () => {
    const { opent } = opened((tabel) => {
      tabel.coordinaten['Query.casus']!.categorieen = ['veiligthuis.meldingen'];
    });
    const early = opent.filter(({ fasen, ontvangers }) => fasen.includes('AANMELDING') && ontvangers.includes('VEILIG_THUIS')); // oxfmt-ignore
    expect(early.map(({ zichtbaar, getuige }) => [zichtbaar, getuige])).toEqual(early.map(() => [false, null]));
    expect(opent.every(({ zichtbaar, getuige }) => zichtbaar === (getuige !== null))).toBe(true);
  });

  test('what stands above it: with the way to a person all that is granted of him opens too', () => {
    const closed = (tabel: Tabel): void => {
      for (const one of zvh(tabel).gegevens['casus.betrokkenheid']!) {
        one.aan = one.aan.filter((naam) => naam !== 'MAATSCHAPPELIJK_WERK');
      }
    };
    const verschil = compare(changed(closed), committed);
    expect(fieldsOf(only(verschil))).toEqual(expect.arrayContaining(CASUSZAKEN.slice(3)));
    expect(only(verschil).every(({ ontvangers }) => ontvangers.join() === 'MAATSCHAPPELIJK_WERK')).toBe(true);
    const granted = compare(
      changed((tabel) => {
        closed(tabel);
        delete zvh(tabel).gegevens['gemeente.inkomen'];
      }),
      changed(closed),
    );
    expect(only(granted).map(({ zichtbaar, getuige }) => [zichtbaar, getuige])).toEqual([[false, null]]);
  });

  test('only the days on which another version is in force', () => {
    const verschil = opened((tabel) => {
      const now = zvh(tabel);
      const next = structuredClone(now);
      Object.assign(next, { versie: '2028', van: '2028-01-01' });
      now.tot = '2028-01-01';
      for (const one of next.gegevens['gemeente.schulden']!) one.aan.push('POLITIE');
      tabel.convenanten.push(next);
    });
    expect(verschil.opent.map(({ van, tot }) => [van, tot])).toEqual([['2028-01-01', '2031-01-01']]);
    expect(verschil.opent[0]?.getuige?.casus?.dag).toBe('2028-01-01');
    const gap = opened((tabel) => {
      zvh(tabel).tot = '2027-01-01';
    });
    expect(gap.opent).toEqual([]);
    expect(new Set(gap.sluit.map(({ van, tot }) => `${String(van)} ${String(tot)}`))).toEqual(
      new Set(['2027-01-01 2031-01-01']),
    );
  });

  test('what rests on a designation opens once, outside any casus', () => {
    const verschil = opened((tabel) => {
      tabel.coordinaten['Casusverwijzing.extra'] = { ...tabel.coordinaten['Casusverwijzing.kenmerk']! };
    });
    expect(verschil.opent).toHaveLength(1);
    expect(verschil.opent[0]).toMatchObject({
      convenant: null,
      ontvangers: ['ELKE_AANGEWEZENE'],
      gegevens: [{ coordinaten: ['Casusverwijzing.extra'] }],
    });
    const rules = compare(
      changed((tabel) => {
        for (const naam of Object.keys(tabel.coordinaten))
          if (naam.startsWith('Attest.')) Reflect.deleteProperty(tabel.coordinaten, naam);
      }),
      committed,
    );
    expect(rules.opent.map(({ ontvangers, getuige }) => [ontvangers, getuige?.query])).toEqual([
      [['PRIVACY_OFFICER'], 'query Getuige { attest { attest } }'],
      [['AUDITOR'], 'query Getuige { attest { attest } }'],
    ]);
  });

  test('a whole new convenant: in groups, and not in cells', () => {
    const { opent } = opened((tabel) => {
      const copy = structuredClone(zvh(tabel));
      tabel.convenanten.push({ ...copy, id: 'ander' });
    });
    expect(opent.every(({ convenant }) => convenant === 'ander')).toBe(true);
    const cells = opent.reduce((total, { cellen }) => total + cellen, 0);
    expect(cells).toBeGreaterThan(50_000);
    expect(opent.length).toBeLessThan(300);
  });
});
