import fc from 'fast-check';
import { OP_AANWIJZING } from '../../../schema/domain/onderwerp';
import { PARTNERSOORTEN } from '../../../schema/domain/partnersoort';
import { REGISTERRECHTEN } from '../../../schema/domain/registerrecht';
import { FASEN } from '../../../schema/domain/fase';
import { ROLLEN, type Rol } from '../../../schema/domain/rol';
import { SUBGRAVEN } from '../../../schema/domain/subgraaf';
import type { Beperking } from '../../../schema/domain/beperking';
import { createDecider } from '../../../gateway/decide/createDecider';
import { decideCategorie } from '../../../gateway/decide/decideCategorie';
import type { Situatie } from '../../../gateway/decide/situatie';
import { type Situatie as Naive, decideCategorie as naively, decideField } from '../../oracle/besluit';
import { ofMutant, runs } from '../../harness/runs';
import { readContract } from '../../oracle/contract';
import { aanwijzing, casus as naiveCasus, smallWorld, zetel } from '../../oracle/smallWorld';
import { catalogus, convenant, labels, partners, situatie } from './ground';
import { anyConvenant, situatieUnder } from './situaties';

const contract = readContract();
const decider = () => createDecider({ catalogus, partners, labels, digest: 'test' });
const casusCategories = [...catalogus.values()].filter(({ betreft }) => !OP_AANWIJZING.includes(betreft));
const ofPartners = [...labels.values()].filter(({ subgraaf }) => subgraaf !== 'hub');

const meldend = (partner: string) => ({ partner, medewerker: '', rol: 'MELDER' as const });

/** The same situation as the oracle would read it from data. */
function toNaive({ ontvanger, rol, doel, casus, convenant: under, aangewezen }: Situatie): Naive {
  const tafel = casus.tafel.map(({ partner, rol: role }) => zetel(partner, role));
  // What the hub is told of a table are the seats that are held; whether he himself is designated at all is apart.
  const own = { partner: ontvanger.id, medewerker: 'm', rol, van: '2026-01-01', tot: null };
  return {
    contract,
    convenant: {
      convenant: under.id,
      regime: under.regime,
      geldig: { van: under.van, tot: under.tot },
      doelen: under.doelen,
      partijen: under.partijen,
      verstrekkingen: under.verstrekkingen.map(({ rollen, ...rest }) => (rollen === null ? rest : { ...rest, rollen })),
    },
    world: smallWorld({
      municipality: { zetels: tafel, aanwijzingen: [...tafel.map(aanwijzing), ...(aangewezen ? [own] : [])] },
    }),
    casus: {
      ...naiveCasus,
      fase: casus.fase,
      kader: casus.kader,
      status: casus.status,
      bevestigdDoor: casus.bevestigd ? ['politie-oost-nederland', 'gemeente-zwolle'] : [],
    },
    partner: contract.partners.find(({ id }) => id === ontvanger.id)!,
    medewerker: 'm',
    rol,
    doel,
    today: '2026-06-15',
    getekend: under.getekend,
  };
}

/** That of the house, also while only some of its partijen have signed it, or any at all. */
const someConvenant = fc.oneof(
  fc.constant(convenant),
  fc.subarray([...convenant.partijen], { minLength: 3 }).map((getekend) => ({ ...convenant, getekend })),
  anyConvenant,
);

describe('the compiled table and the rules never differ', () => {
  test('one decider, asked about many situations, answers each as the rules do afresh', async () => {
    const shared = decider();
    await fc.assert(
      fc.asyncProperty(situatieUnder(fc.constant(convenant)), async (s) => {
        await shared.decide(s);
        const table = await shared.decide(s);
        for (const categorie of casusCategories) {
          expect(table.categorie(categorie.naam)).toEqual(await decideCategorie(s, categorie, partners));
        }
      }),
      { numRuns: runs(10) },
    );
  });

  test('each coordinate is decided as a naive reading of the same convenant does, with the same reason', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(situatieUnder(someConvenant), async (s) => {
        const table = await decider().decide(s);
        const naive = toNaive(s);
        for (const { coordinaat } of ofPartners) {
          const [type = '', naam = ''] = coordinaat.split('.');
          const { reden } = decideField(naive, type, naam, []);
          const besluit = table.coordinaat(coordinaat);
          seen.add(reden ?? 'ALLOW');
          expect({ coordinaat, reden: besluit.uitkomst === 'DENY' ? besluit.reden : null }).toEqual({
            coordinaat,
            reden,
          });
          expect(besluit.uitkomst).toBe(reden === null ? 'ALLOW' : 'DENY');
        }
      }),
      { numRuns: runs(30), seed: 9 },
    );
    if (ofMutant) return;
    // The property says something only if all of it came by.
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        'ALLOW',
        'BRON_NIET_AAN_TAFEL',
        'BRON_NIET_MELDER',
        'CASUS_AFGESCHERMD',
        'GEEN_VERSTREKKING',
        'NIET_ONDERTEKEND',
      ]),
    );
    expect(seen.size).toBeGreaterThan(8);
  });

  test('what is granted is granted from the same bronhouders under the same beperkingen', async () => {
    const bare = (grants: readonly { bronhouder: string; eigen: boolean; beperkingen: readonly string[] }[]) =>
      [
        ...new Set(
          grants.map((g) => `${g.bronhouder} ${String(g.eigen)} ${[...new Set(g.beperkingen)].sort().join()}`),
        ),
      ].sort();
    await fc.assert(
      fc.asyncProperty(situatieUnder(someConvenant), async (s) => {
        const naive = toNaive(s);
        for (const categorie of casusCategories) {
          const besluit = await decideCategorie(s, categorie, partners);
          const expected = naively(naive, categorie.naam);
          if (besluit.uitkomst !== 'ALLOW' || !expected.allow) {
            expect({ naam: categorie.naam, allow: besluit.uitkomst === 'ALLOW' }).toEqual({
              naam: categorie.naam,
              allow: expected.allow,
            });
            continue;
          }
          expect(bare(besluit.toekenningen)).toEqual(bare(expected.grants));
        }
      }),
      { numRuns: runs(12) },
    );
  });

  test('who did not sign gives nothing and gets nothing, and for the others nothing changes', async () => {
    const lost: string[] = [];
    for (const naam of ['politie.incidenten', 'zorg.advies', 'persoon.naam', 'casus.kern']) {
      const categorie = catalogus.get(naam)!;
      const signed = await decideCategorie(situatie(), categorie, partners);
      if (signed.uitkomst !== 'ALLOW') throw new Error(`${naam} is expected to be given here`);
      const own = situatie().ontvanger.id;
      for (const id of convenant.partijen) {
        const getekend = convenant.partijen.filter((one) => one !== id);
        const s = situatie({ convenant: { ...convenant, getekend } });
        const besluit = await decideCategorie(s, categorie, partners);
        if (id === own) {
          expect(besluit).toMatchObject({ uitkomst: 'DENY', reden: 'NIET_ONDERTEKEND' });
          continue;
        }
        const left = signed.toekenningen.filter(({ bronhouder }) => bronhouder !== partners.get(id)!.oin);
        expect(besluit.uitkomst === 'ALLOW' ? besluit.toekenningen : []).toEqual(left);
        if (left.length < signed.toekenningen.length) lost.push(id);
      }
    }
    expect(new Set(lost).size).toBeGreaterThan(3);
    const [only] = [convenant.partijen.filter((id) => partners.get(id)!.soort !== 'GEMEENTE')];
    const unsigned = await decideCategorie(situatie({ convenant: { ...convenant, getekend: only } }), catalogus.get('casus.kern')!, partners); // oxfmt-ignore
    expect(unsigned).toMatchObject({ uitkomst: 'DENY', reden: 'BRON_NIET_ONDERTEKEND' });
  });

  test('what the category demands comes on top of what the verstrekking says', async () => {
    const given = async (naam: string, van: string[], own: Beperking[] = []) => {
      const one = { ...convenant.verstrekkingen[0]!, gegevens: [naam], van, aan: ['POLITIE'], beperkingen: own };
      const s = situatie({ convenant: { ...convenant, verstrekkingen: [{ ...one, doelen: convenant.doelen }] } });
      const besluit = await decideCategorie(s, catalogus.get(naam)!, partners);
      return besluit.uitkomst === 'ALLOW' ? besluit.toekenningen.map(({ beperkingen }) => beperkingen.join()) : [];
    };
    expect(await given('zorg.trajecten', ['GGZ'])).toEqual(['MET_GROND']);
    expect(await given('veiligthuis.meldingen', ['VEILIG_THUIS'])).toEqual(['']);
    expect(await given('zorg.diagnosen', ['GGZ'], ['WERKGEBIED'])).toEqual(['MET_GROND,VRIJGEGEVEN,WERKGEBIED']);
    expect(await given('veiligthuis.oordeel', ['VEILIG_THUIS'])).toEqual(['VRIJGEGEVEN']);
  });

  test('each thing that a decision may depend on makes a table of its own', async () => {
    const changes: Parameters<typeof situatie>[0][] = [
      {},
      { ontvanger: partners.get('om-oost-nederland')! },
      { rol: 'MELDER' },
      { doel: 'CASUSREGIE' },
      { aangewezen: false },
      { convenant: { ...convenant, versie: 'later' } },
      { convenant: { ...convenant, id: 'ander' } },
      { casus: { fase: 'UITVOERING' } },
      { casus: { kader: 'DRANG' } },
      { casus: { status: 'AFGESCHERMD' } },
      { casus: { bevestigd: false } },
      { casus: { tafel: [] } },
      { casus: { fase: 'DOELTOETS' } },
      { casus: { fase: 'DOELTOETS', tafel: [...situatie().casus.tafel, meldend('dimence')] } },
      { casus: { fase: 'DOELTOETS', tafel: [...situatie().casus.tafel, meldend('tactus')] } },
    ];
    const shared = decider();
    const sleutels = new Set<string>();
    for (const change of changes) sleutels.add((await shared.decide(situatie(change))).sleutel);
    expect(sleutels.size).toBe(changes.length);
    const renamed = createDecider({ catalogus, partners, labels, digest: 'other' });
    expect(sleutels).not.toContain((await renamed.decide(situatie())).sleutel);
  });

  test('the rules run once per distinct situation', async () => {
    const shared = decider();
    expect(await shared.decide(situatie())).toBe(await shared.decide(situatie()));
  });
});

describe('who gets nothing', () => {
  test('a coordinate or category that the table does not hold is denied', async () => {
    const table = await decider().decide(situatie());
    const denied = { uitkomst: 'DENY', reden: 'NIET_GECLASSIFICEERD', artikel: null };
    expect(table.coordinaat('Casus.geheim')).toEqual({ ...denied, categorieen: [] });
    expect(table.coordinaat('__proto__')).toEqual({ ...denied, categorieen: [] });
    expect(table.categorie('politie.verzonnen')).toEqual({ ...denied, categorieen: ['politie.verzonnen'] });
    expect(table.toekenningen(['politie.verzonnen'])).toEqual([]);
  });

  test('a label without categories, or with one that the catalogue does not know, is denied', async () => {
    const kenmerk = labels.get('Casus.kenmerk')!;
    const bad = new Map([
      ['Casus.leeg', { ...kenmerk, coordinaat: 'Casus.leeg', categorieen: [] }],
      ['Casus.raar', { ...kenmerk, coordinaat: 'Casus.raar', categorieen: ['casus.kern', 'casus.verzonnen'] }],
    ]);
    const table = await createDecider({ catalogus, partners, labels: bad, digest: 'test' }).decide(situatie());
    expect(table.coordinaat('Casus.leeg')).toMatchObject({ uitkomst: 'DENY', reden: 'NIET_GECLASSIFICEERD' });
    expect(table.coordinaat('Casus.raar')).toMatchObject({ uitkomst: 'DENY', reden: 'NIET_GECLASSIFICEERD' });
  });

  test('a chain rol inherits neither the data nor the verstrekkingen of its employer', async () => {
    const all = (rol: Situatie['rol']) => decider().decide(situatie({ rol }));
    const police = await all('DEELNEMER');
    expect(police.categorie('politie.verdenkingen')).toMatchObject({ toekenningen: [{ eigen: true }] });
    for (const rol of ['PROCESREGISSEUR', 'INFORMATIEMAKELAAR'] as const) {
      const named = { ...convenant, verstrekkingen: convenant.verstrekkingen.filter(({ aan }) => !aan.includes(rol)) };
      const table = await decider().decide(situatie({ rol, convenant: named }));
      for (const { naam } of casusCategories)
        expect({ rol, naam, ...table.categorie(naam) }).toMatchObject({ uitkomst: 'DENY' });
    }
  });

  test('privacy officer and auditor get nothing at a table', async () => {
    for (const rol of ['PRIVACY_OFFICER', 'AUDITOR'] as const) {
      const table = await decider().decide(situatie({ rol }));
      for (const { naam } of casusCategories) expect(table.categorie(naam).uitkomst).toBe('DENY');
    }
  });

  test('outside a casus only what is about oneself, and only when designated', () => {
    const zelf = decider().outsideCasus(true);
    const allowed = [...labels.keys()].filter((naam) => zelf.coordinaat(naam).uitkomst === 'ALLOW');
    expect(
      allowed.every((naam) =>
        /^(Casusverwijzing|Uitleg\w*|Registerstand)\.|^Query\.(mijnCasussen|uitleg|register\w+)$/.test(naam),
      ),
    ).toBe(true);
    expect(allowed).toContain('Query.mijnCasussen');
    const nobody = decider().outsideCasus(false);
    for (const naam of labels.keys()) expect(nobody.coordinaat(naam).uitkomst).toBe('DENY');
  });

  test('the rules are for who is designated as privacy officer or auditor, and acts as one', () => {
    const told = (aangewezen: boolean, rol: Rol | null) => {
      const besluiten = decider().outsideCasus(aangewezen, rol);
      return [...labels.values()]
        .filter(({ coordinaat }) => besluiten.coordinaat(coordinaat).uitkomst === 'ALLOW')
        .flatMap(({ categorieen }) => categorieen);
    };
    for (const rol of [null, ...ROLLEN]) {
      const looks = rol === 'PRIVACY_OFFICER' || rol === 'AUDITOR';
      expect([...new Set(told(true, rol))].sort()).toEqual([
        ...(rol === 'MELDER' ? ['hub.aanmelding'] : []),
        ...(rol === 'PRIVACY_OFFICER' ? ['hub.aanwijzing'] : []),
        ...(looks ? ['hub.besluiten'] : []),
        ...(rol === 'PRIVACY_OFFICER' ? ['hub.datalek', 'hub.dossier', 'hub.ontvangers', 'hub.partnerverkeer'] : []),
        ...(looks ? ['hub.regels'] : []),
        'hub.registerstand',
        'hub.uitleg',
        'zetel.eigen',
      ]);
      expect(told(false, rol)).toEqual([]);
    }
    const refused = decider().outsideCasus(true, 'DEELNEMER').coordinaat('Query.attest');
    expect(refused).toMatchObject({ uitkomst: 'DENY', reden: 'ROL_NIET_GEDEKT', artikel: 'BGS 1.18' });
  });

  test('the register is for whom the list of rights names, on its article, and of an inzageverzoek for the house alone', () => {
    const allowed = (rol: Rol, partner: string) =>
      Object.keys(REGISTERRECHTEN).filter(
        (naam) => decider().outsideCasus(true, rol, { id: partner }).categorie(naam).uitkomst === 'ALLOW',
      );
    const officer = ['hub.aanwijzing', 'hub.dossier', 'hub.datalek', 'hub.ontvangers', 'hub.partnerverkeer'];
    for (const rol of ROLLEN) {
      const others = rol === 'MELDER' ? ['hub.aanmelding'] : [];
      expect(allowed(rol, 'dimence').sort()).toEqual(rol === 'PRIVACY_OFFICER' ? [...officer].sort() : others);
      expect(allowed(rol, 'gemeente-zwolle').sort()).toEqual(rol === 'PRIVACY_OFFICER' ? [...officer, 'hub.inzageverzoek'].sort() : others); // oxfmt-ignore
    }
    for (const [naam, { artikel }] of Object.entries(REGISTERRECHTEN)) {
      expect(catalogus.get(naam)).toMatchObject({ subgraaf: 'hub', betreft: 'REGISTER' });
      expect(decider().outsideCasus(true, 'AUDITOR').categorie(naam)).toMatchObject({ uitkomst: 'DENY', artikel });
    }
    expect([...catalogus.values()].filter(({ betreft }) => betreft === 'REGISTER').map(({ naam }) => naam).sort()).toEqual(Object.keys(REGISTERRECHTEN).sort()); // oxfmt-ignore
    const elsewhere = decider().outsideCasus(true, 'PRIVACY_OFFICER', { id: 'dimence' });
    expect(elsewhere.categorie('hub.inzageverzoek')).toMatchObject({ reden: 'PARTNER_NIET_GEDEKT' });
  });

  test('where a casus stands is for each seat at the table of a running one, confirmed or not, to its very end', async () => {
    const verloop = async (over: Parameters<typeof situatie>[0]) => (await decider().decide(situatie(over))).categorie('hub.verloop'); // oxfmt-ignore
    for (const rol of ROLLEN) {
      const sits = rol !== 'PRIVACY_OFFICER' && rol !== 'AUDITOR';
      expect({ rol, ...(await verloop({ rol })) }).toMatchObject({ rol, uitkomst: sits ? 'ALLOW' : 'DENY' });
      expect(decider().outsideCasus(true, rol, { id: 'dimence' }).categorie('hub.verloop').uitkomst).toBe('DENY');
    }
    for (const casus of [{ bevestigd: false }, ...FASEN.map((fase) => ({ fase }))])
      expect({ casus, ...(await verloop({ casus })) }).toMatchObject({ casus, uitkomst: 'ALLOW', artikel: 'WGS 2.31' });
    for (const [over, reden] of [
      [{ casus: { status: 'AFGESCHERMD' } }, 'CASUS_AFGESCHERMD'],
      [{ casus: { status: 'AFGEWEZEN' } }, 'CASUS_AFGESCHERMD'],
      [{ convenant: { ...convenant, getekend: [] } }, 'NIET_ONDERTEKEND'],
      [{ convenant: { ...convenant, partijen: [] } }, 'GEEN_PARTIJ'],
      [{ aangewezen: false }, 'ROL_NIET_GEDEKT'],
    ] as const)
      expect({ over, ...(await verloop(over)) }).toMatchObject({ over, uitkomst: 'DENY', reden });
  });

  test('minutes are for a regisseur at the table of a running, confirmed casus of a convenant that his partner signed', async () => {
    const minutes = async (over: Parameters<typeof situatie>[0]) => (await decider().decide(situatie(over))).categorie('hub.verslag'); // oxfmt-ignore
    for (const rol of ROLLEN) {
      const chairs = rol === 'PROCESREGISSEUR' || rol === 'CASUSREGISSEUR';
      expect({ rol, ...(await minutes({ rol })) }).toMatchObject({ rol, uitkomst: chairs ? 'ALLOW' : 'DENY' });
      for (const naam of [
        'hub.aanmelding',
        'hub.aanwijzing',
        'hub.dossier',
        'hub.inzageverzoek',
        'hub.datalek',
        'hub.ontvangers',
        'hub.partnerverkeer',
      ])
        expect((await decider().decide(situatie({ rol }))).categorie(naam).uitkomst).toBe('DENY');
    }
    const rol = 'CASUSREGISSEUR' as const;
    const unsigned = { ...convenant, getekend: [] };
    for (const [over, reden] of [
      [{ casus: { status: 'AFGESCHERMD' } }, 'CASUS_AFGESCHERMD'],
      [{ casus: { fase: 'AFSLUITING' } }, 'CASUS_AFGESCHERMD'],
      [{ casus: { bevestigd: false } }, 'CASUS_NIET_BEVESTIGD'],
      [{ convenant: unsigned }, 'NIET_ONDERTEKEND'],
      [{ convenant: { ...unsigned, partijen: [] } }, 'GEEN_PARTIJ'],
      [{ aangewezen: false }, 'ROL_NIET_GEDEKT'],
    ] as const)
      expect(await minutes({ rol, ...over })).toMatchObject({ uitkomst: 'DENY', reden, artikel: 'WGS 2.32' });
  });

  test('no convenant gives the rules, and no host is told them', async () => {
    const all = { ...convenant.verstrekkingen[0]!, gegevens: [...catalogus.keys()], van: [...PARTNERSOORTEN] };
    const given = { ...all, aan: [...PARTNERSOORTEN], rollen: null, doelen: convenant.doelen };
    const s = situatie({ convenant: { ...convenant, verstrekkingen: [given] } });
    expect((await decider().decide(s)).categorie('hub.regels').uitkomst).toBe('DENY');
    for (const subgraaf of SUBGRAVEN) {
      const told = await decider().decideHost(s, subgraaf);
      expect(told?.categorie('casus.kern').uitkomst).toBe('ALLOW');
      for (const naam of ['hub.besluiten', 'hub.regels', 'hub.registerstand', 'hub.uitleg'])
        expect(told?.categorie(naam).uitkomst).toBe('DENY');
    }
  });

  test('in a casus, too, who is not designated gets nothing about himself', async () => {
    const table = await decider().decide(situatie({ aangewezen: false }));
    expect(table.coordinaat('Query.mijnCasussen')).toMatchObject({ uitkomst: 'DENY', reden: 'ROL_NIET_GEDEKT' });
  });

  test('a host that is not at the table may be told nothing', async () => {
    const ontvanger = partners.get('om-oost-nederland')!;
    const tafel = [{ partner: ontvanger.id, medewerker: 'm', rol: 'DEELNEMER' as const }];
    const s = situatie({ ontvanger, casus: { tafel } });
    expect(await decider().decideHost(s, 'care')).toBeNull();
    const table = await decider().decide(s);
    expect(table.coordinaat('Hoofdbetrokkene.verdenkingen')).toMatchObject({ reden: 'BRON_NIET_AAN_TAFEL' });
    const gone = await decider().decide(situatie({ casus: { tafel: [] } }));
    expect(gone.coordinaat('Casus.kenmerk')).toMatchObject({ reden: 'NIET_AAN_TAFEL' });
  });

  test('a host is judged as DEELNEMER of his own partner, never with the rol of who asks', async () => {
    const asRegisseur = await decider().decideHost(situatie({ rol: 'PROCESREGISSEUR' }), 'police');
    const asDeelnemer = await decider().decideHost(situatie(), 'police');
    expect(asRegisseur?.categorie('casus.betrokkenheid')).toEqual(asDeelnemer?.categorie('casus.betrokkenheid'));
  });
});
