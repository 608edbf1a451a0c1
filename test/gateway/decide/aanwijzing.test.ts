import { HUB_ALS_BRON } from '../../../schema/domain/deelgraaf';
import { REGISTERRECHTEN } from '../../../schema/domain/registerrecht';
import { ROLLEN } from '../../../schema/domain/rol';
import { decideByAanwijzing } from '../../../gateway/decide/decideByAanwijzing';
import { catalogus, convenant, partners, situatie } from './ground';

type Wie = Parameters<typeof decideByAanwijzing>[1];

const huis = [...partners.values()].find(({ subgraaf }) => subgraaf === 'municipality')!;
const hosts = new Map([['municipality' as const, huis]]);
const nobody: Wie = { aangewezen: true, rol: null, partner: null, casus: null, convenant: null };
const chair: Wie = { ...nobody, rol: 'PROCESREGISSEUR', partner: huis, casus: situatie().casus, convenant };
const about = (naam: string) => catalogus.get(naam)!;
const reden = (naam: string, wie: Wie, at: typeof hosts = hosts, over = {}): string | null => {
  const besluit = decideByAanwijzing({ ...about(naam), ...over }, wie, at);
  return besluit.uitkomst === 'DENY' ? besluit.reden : null;
};
const granted = (naam: string, bronhouder: string, artikel: string) => ({
  uitkomst: 'ALLOW',
  artikel,
  toekenningen: [{ categorie: naam, bronhouder, eigen: true, beperkingen: [], artikel, voorwaarden: [] }],
  categorieen: [naam],
});

describe('what rests on a designation', () => {
  test('is granted whole: whose it is, under which article, and without conditions', () => {
    expect(decideByAanwijzing(about('zetel.eigen'), nobody, hosts)).toEqual(
      granted('zetel.eigen', huis.oin, 'WGS 1.8 lid 2'),
    );
    const auditor: Wie = { ...nobody, rol: 'AUDITOR' };
    expect(decideByAanwijzing(about('hub.regels'), auditor, hosts)).toEqual(
      granted('hub.regels', HUB_ALS_BRON, 'BGS 1.18'),
    );
    expect(decideByAanwijzing(about('hub.verslag'), chair, hosts)).toEqual(
      granted('hub.verslag', HUB_ALS_BRON, REGISTERRECHTEN['hub.verslag']!.artikel),
    );
  });

  test('is nothing for who is not designated, whatever he is', () => {
    for (const { naam } of [...catalogus.values()].filter(({ subgraaf }) => subgraaf === 'hub')) {
      for (const rol of ROLLEN) expect(reden(naam, { ...chair, rol, aangewezen: false })).toBe('ROL_NIET_GEDEKT');
    }
  });

  test('of a source that has no host it is nothing', () => {
    expect(reden('zetel.eigen', nobody, new Map())).toBe('ROL_NIET_GEDEKT');
  });

  test('of the register it is what the list of rights names, of categories that are about the register', () => {
    const officer: Wie = { ...nobody, rol: 'PRIVACY_OFFICER', partner: huis };
    expect(reden('hub.dossier', officer)).toBeNull();
    expect(reden('hub.dossier', officer, hosts, { betreft: 'CASUS' })).toBe('ROL_NIET_GEDEKT');
    for (const naam of ['hub.verzonnen', 'toString', '__proto__']) {
      for (const rol of ROLLEN) {
        const besluit = decideByAanwijzing({ ...about('hub.dossier'), naam }, { ...officer, rol }, hosts);
        expect(besluit).toEqual({ uitkomst: 'DENY', reden: 'ROL_NIET_GEDEKT', artikel: null, categorieen: [naam] });
      }
    }
    // A look of the house needs a house, and to be of it.
    expect(reden('hub.inzageverzoek', officer)).toBeNull();
    expect(reden('hub.inzageverzoek', { ...officer, partner: null })).toBe('PARTNER_NIET_GEDEKT');
    expect(reden('hub.inzageverzoek', officer, new Map())).toBe('PARTNER_NIET_GEDEKT');
    expect(reden('hub.inzageverzoek', { ...officer, partner: null }, new Map())).toBe('PARTNER_NIET_GEDEKT');
  });

  test('in a casus it needs that casus, its convenant and a partner, all of them in order', () => {
    expect(reden('hub.verslag', chair)).toBeNull();
    for (const lacking of ['partner', 'casus', 'convenant'] as const) {
      expect([lacking, reden('hub.verslag', { ...chair, [lacking]: null })]).toEqual([lacking, 'ROL_NIET_GEDEKT']);
    }
    const { casus } = situatie();
    for (const [over, why] of [
      [{ casus: { ...casus, status: 'AFGESCHERMD' } }, 'CASUS_AFGESCHERMD'],
      [{ casus: { ...casus, fase: 'AFSLUITING' } }, 'CASUS_AFGESCHERMD'],
      [{ casus: { ...casus, bevestigd: false } }, 'CASUS_NIET_BEVESTIGD'],
      [{ convenant: { ...convenant, partijen: [] } }, 'GEEN_PARTIJ'],
      [{ convenant: { ...convenant, getekend: [] } }, 'NIET_ONDERTEKEND'],
    ] as [Partial<Wie>, string][]) {
      expect([why, reden('hub.verslag', { ...chair, ...over })]).toEqual([why, why]);
    }
  });
});
