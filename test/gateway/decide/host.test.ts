import type { Beperking } from '../../../schema/domain/beperking';
import type { Rol } from '../../../schema/domain/rol';
import { createDecider } from '../../../gateway/decide/createDecider';
import { catalogus, convenant, labels, partners, situatie } from './ground';

/** What the host of care may be told of housing, which the three gemeenten that are party hold. */
const NAAM = 'gemeente.wonen';
const from = (van: string[], beperkingen: Beperking[] = []) => ({
  ...convenant.verstrekkingen[0]!,
  gegevens: [NAAM],
  van,
  aan: ['GGZ'],
  rollen: null,
  doelen: convenant.doelen,
  beperkingen,
});
async function told(verstrekkingen: ReturnType<typeof from>[], rol: Rol = 'DEELNEMER'): Promise<string> {
  const tafel = [{ partner: 'dimence', medewerker: 'm', rol }];
  const s = situatie({ convenant: { ...convenant, verstrekkingen }, casus: { tafel } });
  const host = await createDecider({ catalogus, partners, labels, digest: 'test' }).decideHost(s, 'care');
  return host === null ? 'NIET_AAN_TAFEL' : host.categorie(NAAM).uitkomst;
}

describe('a host is told a category of every supplier without beperking, or not at all', () => {
  test.each<[string, ReturnType<typeof from>[], string]>([
    ['of nobody', [], 'DENY'],
    ['of every supplier', [from(['GEMEENTE'])], 'ALLOW'],
    ['of every supplier, each under a beperking', [from(['GEMEENTE'], ['WERKGEBIED'])], 'DENY'],
    ['of one of the suppliers only', [from(['gemeente-zwolle'])], 'DENY'],
    ['of one free, of the others bound', [from(['gemeente-zwolle']), from(['GEMEENTE'], ['WERKGEBIED'])], 'DENY'],
    [
      'of each by another verstrekking',
      [from(['gemeente-zwolle']), from(['gemeente-deventer', 'gemeente-hardenberg'])],
      'ALLOW',
    ],
    ['bound by one verstrekking, free by another', [from(['GEMEENTE'], ['WERKGEBIED']), from(['GEMEENTE'])], 'ALLOW'],
  ])('%s', async (_name, verstrekkingen, uitkomst) => expect(await told(verstrekkingen)).toBe(uitkomst));

  test('a seat of somebody who acts for the chain, or only looks, does not seat his employer', async () => {
    for (const rol of ['PROCESREGISSEUR', 'INFORMATIEMAKELAAR', 'PRIVACY_OFFICER', 'AUDITOR'] as const) {
      expect(await told([from(['GEMEENTE'])], rol)).toBe('NIET_AAN_TAFEL');
    }
    expect(await told([from(['GEMEENTE'])], 'MELDER')).toBe('ALLOW');
  });
});
