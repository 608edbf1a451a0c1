import type { Toegangsfeiten } from '../../../schema/domain/casusfeiten';
import type { Hubfout } from '../../../schema/domain/hubfout';
import type { Verzoeker } from '../../../schema/domain/verzoeker';
import { type ContextGround, type Kop, openContext } from '../../../gateway/context/openContext';
import { convenant, partners } from '../decide/ground';

const verzoeker: Verzoeker = { medewerker: 'm-1', partner: partners.get('dimence')!, jti: 'j', exp: 0 };
const feiten: Toegangsfeiten = {
  revisie: 'r1',
  casus: {
    casus: 'c1',
    doel: 'CASUSREGIE',
    fase: 'CASUSOVERLEG',
    kader: 'DWANG',
    status: 'LOPEND',
    gemeente: 'Zwolle',
    convenant: convenant.id,
    regie: 'gemeente-zwolle',
    bevestigd: true,
    tafel: [{ partner: 'dimence', medewerker: 'm-1', rol: 'CASUSREGISSEUR' }],
  },
  verloop: { nr: 0, vorige: '0'.repeat(64), begin: null, bevestigdDoor: [] },
  aanwijzingen: [
    { partner: 'dimence', rol: 'CASUSREGISSEUR' },
    { partner: 'tactus', rol: 'DEELNEMER' },
  ],
  besluiten: [],
};
const at = (...tafel: NonNullable<Toegangsfeiten['casus']>['tafel']): Toegangsfeiten => ({
  ...feiten,
  casus: { ...feiten.casus!, tafel },
});

interface Steps {
  readonly ground: ContextGround;
  readonly steps: string[];
}
function ground(told: Toegangsfeiten = feiten, changes: Partial<ContextGround> = {}): Steps {
  const steps: string[] = [];
  return {
    steps,
    ground: {
      facts: {
        read: async (_verzoeker, casus) => {
          steps.push(`feiten ${String(casus)}`);
          return told;
        },
        verloop: () => Promise.reject(new Error('nobody asks for it here')),
      },
      follower: {
        knows: () => true,
        recall: () => Promise.reject(new Error('it is known here')),
        height: () => 3,
        check: async ({ casus }, { nr }, height) => {
          steps.push(`getekend ${casus} ${String(nr)} ${String(height)}`);
        },
      },
      aanwijzer: {
        check: async (told) => {
          steps.push(`aangewezen ${told.map(({ medewerker, rol }) => `${medewerker} ${rol}`).join(', ')}`);
        },
      },
      findConvenant: (id) => {
        steps.push(`convenant ${id}`);
        return convenant;
      },
      isCovered: async (_verzoeker, { rol }, doel) => {
        steps.push(`doel ${doel} ${rol}`);
        return true;
      },
      ...changes,
    },
  };
}
const kop: Kop = { casus: 'c1', doel: 'CASUSREGIE' };
async function open({ ground: given, steps }: Steps, changed: Partial<Kop> = {}) {
  try {
    return { context: await openContext(given, verzoeker, { ...kop, ...changed }), steps };
  } catch (fout) {
    const { code, message } = fout as Hubfout;
    return { code, message, steps };
  }
}

describe('the context of a request is opened by the facts of this moment', () => {
  test('the seat says the rol; of the designations those by his own partner count', async () => {
    const { context } = await open(ground());
    expect(context).toMatchObject({
      soort: 'CASUS',
      zetel: { rol: 'CASUSREGISSEUR' },
      doel: 'CASUSREGIE',
      revisie: 'r1',
      convenant: { id: convenant.id },
      aanwijzingen: [{ partner: 'dimence', rol: 'CASUSREGISSEUR' }],
    });
  });

  test('casus before doel, and each step once', async () => {
    expect((await open(ground())).steps).toEqual([
      'feiten c1',
      'aangewezen m-1 CASUSREGISSEUR, m-1 CASUSREGISSEUR',
      'getekend c1 0 3',
      `convenant ${convenant.id}`,
      'doel CASUSREGIE CASUSREGISSEUR',
    ]);
  });

  test('what was taken before this hub started is looked up once, and never of a casus that is not his', async () => {
    const meets = (recalled: number, told: readonly number[], tafel = feiten) => {
      let height: number | undefined;
      const nrs = [...told];
      const { ground: plain, steps } = ground(tafel);
      const facts: ContextGround['facts'] = {
        ...plain.facts,
        read: async (wie, casus) => {
          const { verloop, ...rest } = await plain.facts.read(wie, casus);
          return { ...rest, verloop: { ...verloop!, nr: nrs.shift()! } };
        },
      };
      const follower: ContextGround['follower'] = {
        knows: () => height !== undefined,
        recall: async (casus) => {
          steps.push(`register ${casus}`);
          height = recalled;
        },
        height: () => height ?? 0,
        check: plain.follower.check,
      };
      return { ground: { ...plain, facts, follower }, steps };
    };
    const looked = async (steps: Steps) => (await open(steps)).steps.filter((one) => /^(feiten|register|getekend)/.test(one)); // oxfmt-ignore
    expect(await looked(meets(2, [2]))).toEqual(['feiten c1', 'register c1', 'getekend c1 2 0']);
    // A stap came between, or it is told of an earlier stand: asked once more, and held against what is known by then.
    expect(await looked(meets(2, [1, 2]))).toEqual(['feiten c1', 'register c1', 'feiten c1', 'getekend c1 2 2']);
    expect(await looked(meets(2, [1, 1]))).toEqual(['feiten c1', 'register c1', 'feiten c1', 'getekend c1 1 2']);
    expect(await looked(meets(2, [1], at()))).toEqual(['feiten c1']);
    expect(await looked(meets(2, [1], { ...feiten, aanwijzingen: [] }))).toEqual(['feiten c1']);
  });

  test('without a casus only what concerns himself is read', async () => {
    const { context, steps } = await open(ground(), { casus: undefined, doel: undefined });
    expect(context).toEqual({
      soort: 'ZELF',
      verzoeker,
      rol: 'CASUSREGISSEUR',
      revisie: 'r1',
      aanwijzingen: [{ partner: 'dimence', rol: 'CASUSREGISSEUR' }],
    });
    expect(steps).toEqual(['feiten null', 'aangewezen m-1 CASUSREGISSEUR']);
  });

  test('without a doel nothing is read', async () => {
    expect(await open(ground(), { doel: undefined })).toMatchObject({ code: 'HUB_VERZOEK_ONVOLLEDIG', steps: [] });
  });
});

describe('a casus that can not be opened is one casus, whatever the cause', () => {
  const nobody = at();
  const cases: [string, Steps, Partial<Kop>, string][] = [
    ['unknown', ground({ ...feiten, casus: null }), {}, 'c1'],
    ['of others', ground(nobody), {}, 'c1'],
    [
      'of the same medewerker id at another partner',
      ground(at({ partner: 'tactus', medewerker: 'm-1', rol: 'CASUSREGISSEUR' })),
      {},
      'c1',
    ],
    ['of a colleague', ground(at({ partner: 'dimence', medewerker: 'm-2', rol: 'CASUSREGISSEUR' })), {}, 'c1'],
    ['told for another id than was asked', ground({ ...feiten, casus: { ...feiten.casus!, casus: 'c2' } }), {}, 'c1'],
    ['in a seat for which his designation ended', ground({ ...feiten, aanwijzingen: [] }), {}, 'c1'],
    [
      'in a seat of another rol than he is designated in',
      ground({ ...feiten, aanwijzingen: [{ partner: 'dimence', rol: 'DEELNEMER' }] }),
      {},
      'c1',
    ],
    [
      'designated in that rol, but by another partner',
      ground({ ...feiten, aanwijzingen: [{ partner: 'tactus', rol: 'CASUSREGISSEUR' }] }),
      {},
      'c1',
    ],
    ['malformed', ground(), { casus: '../etc/passwd' }, '0'.repeat(32)],
    ['empty', ground(), { casus: '' }, '0'.repeat(32)],
    ['too long', ground(), { casus: 'a'.repeat(65) }, '0'.repeat(32)],
    ['with a line break', ground(), { casus: 'c1\n' }, '0'.repeat(32)],
    ['of others, for a doel that is none', ground(nobody), { doel: 'ONZIN' }, 'c1'],
  ];
  test.each(cases)('%s: the same steps and the same words', async (_name, given, changed, asked) => {
    expect(await open(given, changed)).toEqual({
      code: 'HUB_CASUS_ONTOEGANKELIJK',
      message: 'Deze casus is voor u niet toegankelijk.',
      steps: [`feiten ${asked}`],
    });
  });
});

describe('a doel is covered or it is not', () => {
  test.each<[string, Steps, Partial<Kop>]>([
    ['a doel that nobody knows', ground(), { doel: 'NIEUWSGIERIGHEID' }],
    ['a doel by another case', ground(), { doel: 'casusregie' }],
    ['no convenant in force', ground(feiten, { findConvenant: () => null }), {}],
    ['nothing under this doel for this seat', ground(feiten, { isCovered: async () => false }), {}],
  ])('%s', async (_name, given, changed) => {
    expect(await open(given, changed)).toMatchObject({ code: 'HUB_DOEL_NIET_GEDEKT' });
  });

  test('a fault in deciding it is no answer', async () => {
    const given = ground(feiten, { isCovered: () => Promise.reject(new TypeError('kapot')) });
    await expect(openContext(given.ground, verzoeker, kop)).rejects.toThrow('kapot');
  });
});
