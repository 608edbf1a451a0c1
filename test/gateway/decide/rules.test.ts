import type { Verstrekking } from '../../../schema/domain/convenant';
import { FASEN, type Fase } from '../../../schema/domain/fase';
import type { Rol } from '../../../schema/domain/rol';
import { createDecider } from '../../../gateway/decide/createDecider';
import { decideCategorie } from '../../../gateway/decide/decideCategorie';
import { isCovered } from '../../../gateway/decide/isCovered';
import { catalogus, convenant, labels, partners, situatie } from './ground';

/** Each rule by itself: what it lets through, and what it stops with everything else in order. */
const om = partners.get('om-oost-nederland')!;
const full = situatie().casus.tafel;
const seat = (partner: string, rol: Rol) => ({ partner, medewerker: `m-${partner}`, rol });
const one = (over: Partial<Verstrekking>): typeof convenant => ({
  ...convenant,
  verstrekkingen: [
    {
      ...convenant.verstrekkingen[0]!,
      van: ['POLITIE'],
      aan: ['OM'],
      rollen: null,
      gegevens: ['politie.incidenten'],
      doelen: ['STRAFRECHTELIJKE_HANDHAVING'],
      fasen: ['CASUSOVERLEG'],
      kaders: ['DWANG'],
      beperkingen: [],
      voorwaarden: [],
      ...over,
    },
  ],
});
const reden = async (changes: Parameters<typeof situatie>[0], naam = 'politie.incidenten'): Promise<string | null> => {
  const besluit = await decideCategorie(situatie({ ontvanger: om, ...changes }), catalogus.get(naam)!, partners);
  return besluit.uitkomst === 'DENY' ? besluit.reden : besluit.uitkomst === 'ALLOW' ? null : 'UNDECIDED';
};

describe('each rule, with everything else in order', () => {
  test('lets through what is complete (control)', async () => {
    expect(await reden({ convenant: one({}) })).toBeNull();
  });

  test('a seat is that of this partner, in this rol', async () => {
    const under = { convenant: one({}) };
    const hosts = full.filter(({ partner }) => partner !== om.id);
    expect(await reden({ ...under, casus: { tafel: hosts } })).toBe('NIET_AAN_TAFEL');
    expect(await reden({ ...under, casus: { tafel: [...hosts, seat(om.id, 'MELDER')] } })).toBe('NIET_AAN_TAFEL');
    expect(await reden({ ...under, casus: { tafel: [...hosts, seat(om.id, 'DEELNEMER')] } })).toBeNull();
    expect(await reden({ ...under, rol: 'MELDER', casus: { tafel: [...hosts, seat(om.id, 'MELDER')] } })).toBeNull();
  });

  test('a casus is open while it runs, and in no fase otherwise', async () => {
    const given = (fase: Fase, status: 'LOPEND' | 'AFGEWEZEN' | 'AFGESCHERMD') =>
      reden({ convenant: one({ fasen: FASEN }), casus: { fase, status, tafel: [...full, seat(om.id, 'DEELNEMER'), seat('politie-oost-nederland', 'MELDER')] } }); // oxfmt-ignore
    for (const fase of FASEN) {
      expect(await given(fase, 'LOPEND')).toBe(fase === 'AFSLUITING' ? 'CASUS_AFGESCHERMD' : null);
      for (const status of ['AFGEWEZEN', 'AFGESCHERMD'] as const)
        expect(await given(fase, status)).toBe('CASUS_AFGESCHERMD');
    }
  });

  test('before a second public partner has confirmed, only the casus itself and the joint dossier are there', async () => {
    const plain = catalogus.get('politie.incidenten')!;
    const allowed = async (over: Partial<typeof plain>, bevestigd: boolean): Promise<string> => {
      const asked = situatie({ ontvanger: om, convenant: one({}), casus: { bevestigd } });
      const besluit = await decideCategorie(asked, { ...plain, ...over }, partners);
      return besluit.uitkomst === 'DENY' ? besluit.reden : besluit.uitkomst;
    };
    for (const dossier of [false, true]) {
      for (const betreft of ['CASUS', 'HOOFDBETROKKENE', 'KRINGLID', 'PROFESSIONAL'] as const) {
        const early = dossier || betreft === 'CASUS' ? 'ALLOW' : 'CASUS_NIET_BEVESTIGD';
        expect({ dossier, betreft, early: await allowed({ dossier, betreft }, false) }).toEqual({
          dossier,
          betreft,
          early,
        });
        expect(await allowed({ dossier, betreft }, true)).toBe('ALLOW');
      }
    }
  });

  test('until the doeltoets only what the melder has himself is shared, by any who sits for him as such', async () => {
    const [politie, ander] = ['politie-oost-nederland', 'tactus'];
    const given = async (fase: Fase, melders: string[], over: Partial<typeof convenant> = {}, rest: object = {}) => {
      const tafel = [...full, seat(om.id, 'DEELNEMER'), ...melders.map((id) => seat(id, 'MELDER'))];
      const under = { ...one({ fasen: [fase] }), ...over };
      const asked = situatie({ ontvanger: om, convenant: under, casus: { fase, tafel } });
      const besluit = await decideCategorie(asked, { ...catalogus.get('politie.incidenten')!, ...rest }, partners);
      return besluit.uitkomst === 'DENY' ? besluit.reden : besluit.uitkomst;
    };
    for (const fase of FASEN.filter((one) => one !== 'AFSLUITING')) {
      const early = fase === 'AANMELDING' || fase === 'DOELTOETS';
      const no = early ? 'BRON_NIET_MELDER' : 'ALLOW';
      expect([fase, await given(fase, [])]).toEqual([fase, no]);
      expect([fase, await given(fase, [ander])]).toEqual([fase, no]);
      expect([fase, await given(fase, [ander, politie])]).toEqual([fase, 'ALLOW']);
      // What another act is the ground of, that act says.
      expect([fase, await given(fase, [], { regime: 'EIGEN_WET' })]).toEqual([fase, 'ALLOW']);
      for (const rest of [{ dossier: true }, { betreft: 'CASUS' }]) {
        expect([fase, rest, await given(fase, [], {}, rest)]).toEqual([fase, rest, 'ALLOW']);
      }
    }
    // His own data are his own in any fase, and who asks as melder is no source by it.
    const own = { casus: { fase: 'DOELTOETS', tafel: [...full, seat(politie, 'DEELNEMER')] } } as const;
    expect(await reden({ ...own, ontvanger: partners.get(politie)!, convenant: one({}) })).toBeNull();
    const asMelder = { casus: { fase: 'DOELTOETS', tafel: [...full, seat(om.id, 'MELDER')] } } as const;
    expect(await reden({ ...asMelder, rol: 'MELDER', convenant: one({ fasen: ['DOELTOETS'] }) })).toBe(
      'BRON_NIET_MELDER',
    );
  });

  test('until the doeltoets a host, too, is told no more than what the melder has', async () => {
    const told = async (melder: string) => {
      const gives = one({ gegevens: ['persoon.naam'], van: ['GEMEENTE'], aan: ['POLITIE'], fasen: ['DOELTOETS'] });
      const signed = { ...gives, partijen: ['gemeente-zwolle', 'politie-oost-nederland'] };
      const casus = { fase: 'DOELTOETS', tafel: [...full, seat(melder, 'MELDER')] } as const;
      const decider = createDecider({ catalogus, partners, labels, digest: melder });
      return (await decider.decideHost(situatie({ ontvanger: om, convenant: signed, casus }), 'police'))?.categorie(
        'persoon.naam',
      );
    };
    expect(await told('gemeente-zwolle')).toMatchObject({ uitkomst: 'ALLOW' });
    expect(await told('tactus')).toMatchObject({ uitkomst: 'DENY', reden: 'BRON_NIET_MELDER' });
  });

  test('a verstrekking that is narrowed to rollen is for these; a chain rol that it names needs no such', async () => {
    const narrowed = (rollen: Rol[] | null, rol: Rol, aan: string[] = ['OM']) =>
      reden({ convenant: one({ rollen, aan }), rol });
    expect(await narrowed(['CASUSREGISSEUR'], 'DEELNEMER')).toBe('ROL_NIET_GEDEKT');
    expect(await narrowed(['CASUSREGISSEUR'], 'CASUSREGISSEUR')).toBeNull();
    expect(await narrowed(['DEELNEMER', 'MELDER'], 'MELDER')).toBeNull();
    expect(await narrowed(null, 'DEELNEMER')).toBeNull();
    expect(await narrowed(['CASUSREGISSEUR'], 'PROCESREGISSEUR', ['PROCESREGISSEUR'])).toBeNull();
    expect(await narrowed(['PROCESREGISSEUR'], 'PROCESREGISSEUR')).toBe('PARTNER_NIET_GEDEKT');
  });

  test('fase, kader and doel are those of the verstrekking', async () => {
    for (const [over, why] of [
      [{ fasen: ['VERZAMELEN'] }, 'FASE_NIET_GEDEKT'],
      [{ kaders: ['DRANG'] }, 'KADER_NIET_GEDEKT'],
      [{ doelen: ['CASUSREGIE'] }, 'DOEL_NIET_GEDEKT'],
      [{ aan: ['GGZ'] }, 'PARTNER_NIET_GEDEKT'],
      [{ van: ['GGZ'] }, 'BRON_GEEN_PARTIJ'],
    ] as [Partial<Verstrekking>, string][]) {
      expect([why, await reden({ convenant: one(over) })]).toEqual([why, why]);
    }
  });
});

describe('what is kept of a decision', () => {
  const decider = () => createDecider({ catalogus, partners, labels, digest: 'test' });
  const hosts = full.filter(({ partner }) => partner !== om.id);
  const seated = situatie({ ontvanger: om, casus: { tafel: [...hosts, seat(om.id, 'DEELNEMER')] } });

  test.each([
    ['who has no seat, while all hosts have theirs', hosts],
    ['who sits in another rol', [...hosts, seat(om.id, 'MELDER')]],
    ['whose rol another has', [...hosts, seat('dimence', 'DEELNEMER'), seat('tactus', 'DEELNEMER')]],
  ])('is not for %s', async (_who, tafel) => {
    const shared = decider();
    expect((await shared.decide(seated)).categorie('casus.kern').uitkomst).toBe('ALLOW');
    const other = await shared.decide(situatie({ ontvanger: om, casus: { tafel } }));
    expect(other.categorie('casus.kern')).toMatchObject({ uitkomst: 'DENY', reden: 'NIET_AAN_TAFEL' });
    // And the other way about.
    const turned = decider();
    await turned.decide(situatie({ ontvanger: om, casus: { tafel } }));
    expect((await turned.decide(seated)).categorie('casus.kern').uitkomst).toBe('ALLOW');
  });

  test('is another when a host left the table: it may no longer be told', async () => {
    const shared = decider();
    const all = await shared.decide(seated);
    const without = hosts.filter(({ partner }) => partner !== 'dimence');
    const less = await shared.decide(
      situatie({ ontvanger: om, casus: { tafel: [...without, seat(om.id, 'DEELNEMER')] } }),
    );
    expect(all.sleutel).not.toBe(less.sleutel);
    const asked = [...labels.values()].filter(({ vraagt }) => vraagt.some(({ aan }) => aan === 'care'));
    const given = asked.filter(({ coordinaat }) => all.coordinaat(coordinaat).uitkomst === 'ALLOW');
    expect(given.length).toBeGreaterThan(0);
    for (const { coordinaat } of given) {
      expect(less.coordinaat(coordinaat)).toMatchObject({ uitkomst: 'DENY', reden: 'BRON_NIET_AAN_TAFEL' });
    }
  });

  test('holds the grants of each category once, and none of what is denied', async () => {
    const table = await decider().decide(situatie({ ontvanger: om, convenant: one({}) }));
    const [grant, ...more] = table.toekenningen(['politie.incidenten', 'zorg.advies', 'politie.incidenten']);
    expect(grant).toMatchObject({
      categorie: 'politie.incidenten',
      bronhouder: partners.get('politie-oost-nederland')!.oin,
      eigen: false,
      beperkingen: [],
    });
    expect(more.filter(({ categorie }) => categorie !== 'politie.incidenten')).toEqual([]);
    expect(table.toekenningen(['zorg.advies'])).toEqual([]);
    const own = await decider().decide(situatie());
    expect(own.toekenningen(['politie.verdenkingen'])).toEqual([
      expect.objectContaining({ eigen: true, beperkingen: [], voorwaarden: [], artikel: 'eigen gegevens (WGS 1.5)' }),
    ]);
  });
});

describe('whether a seat is given anything for a doel', () => {
  const covered = (over: Partial<Verstrekking>, doel = 'STRAFRECHTELIJKE_HANDHAVING', rol: Rol = 'DEELNEMER') =>
    isCovered({ ontvanger: om, rol, doel: doel as never, convenant: one(over) }, catalogus);

  test('it is by one verstrekking that reaches it, whatever the fase and kader', async () => {
    expect(await covered({})).toBe(true);
    expect(await covered({ fasen: [], kaders: [] })).toBe(true);
    expect(await covered({ aan: ['PROCESREGISSEUR'] }, undefined, 'PROCESREGISSEUR')).toBe(true);
  });

  test.each<[string, Parameters<typeof covered>]>([
    ['for another doel', [{ doelen: ['CASUSREGIE'] }]],
    [
      'for a doel that the verstrekking has and the convenant has not',
      [{ doelen: ['VERZONNEN' as never] }, 'VERZONNEN'],
    ],
    ['to others', [{ aan: ['GGZ'] }]],
    ['for another rol', [{ rollen: ['CASUSREGISSEUR'] }]],
    ['for a chain rol that it does not name', [{}, undefined, 'PROCESREGISSEUR']],
  ])('it is not by one %s', async (_what, asked) => {
    expect(await covered(...asked)).toBe(false);
  });

  test('it is not where nothing is given at all', async () => {
    const empty = { ...convenant, verstrekkingen: [] };
    expect(await isCovered({ ontvanger: om, rol: 'DEELNEMER', doel: 'CASUSREGIE', convenant: empty }, catalogus)).toBe(
      false,
    );
  });
});
