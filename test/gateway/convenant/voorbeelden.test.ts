import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConvenanten } from '../../../gateway/convenant/readConvenanten';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import type { Convenant } from '../../../schema/domain/convenant';
import { readKetenpartners } from '../../../schema/partners';

const map = join(__dirname, '../../../schema/convenanten');
const catalogus = readGegevenscatalogus();
const partners = readKetenpartners();
const convenanten = readConvenanten(map, catalogus, partners);

function convenant(id: string): Convenant {
  const found = convenanten.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

/** Names under which this partner receives: its kind and its id. */
const namen = (id: string): readonly string[] => [id, partners.get(id)?.soort ?? ''];
/** All that this partner is given under a convenant, by any verstrekking. */
const krijgt = ({ verstrekkingen }: Convenant, id: string): Set<string> =>
  new Set(verstrekkingen.filter(({ aan }) => aan.some((naam) => namen(id).includes(naam))).flatMap((v) => v.gegevens));
/** Who is given this category. */
const aan = ({ verstrekkingen }: Convenant, naam: string): Set<string> =>
  new Set(verstrekkingen.filter(({ gegevens }) => gegevens.includes(naam)).flatMap((v) => v.aan));

describe('the example convenanten', () => {
  it('are five, of two regimes', () => {
    expect(convenanten.map(({ id, regime }) => [id, regime])).toEqual([
      ['aanpak-loverboys-ijsselland', 'WGS'],
      ['crisisketen-ijsselland', 'EIGEN_WET'],
      ['fraudeteam-ijsselland', 'EIGEN_WET'],
      ['huiselijk-geweld-ijsselland', 'WGS'],
      ['veiligheidshuis-ijsselland', 'WGS'],
    ]);
  });

  it.each(convenanten)('$id says that it is an example: to the hub, in its title and to who opens the file', (one) => {
    expect(one.voorbeeld).toBe(true);
    expect(one.titel).toMatch(/\(voorbeeld\)$/);
    const text = readFileSync(join(map, `${one.id}.yaml`), 'utf8');
    expect(text.split('\n').slice(0, 4).join('\n')).toMatch(/# VOORBEELD\. Dit is geen bestaand convenant; niemand/);
  });

  it.each(convenanten)('$id numbers its verstrekkingen without gaps', ({ verstrekkingen }) => {
    expect(verstrekkingen.map(({ nr }) => nr)).toEqual(verstrekkingen.map((_, index) => index + 1));
  });

  it.each(convenanten)('$id gives something for each of its doelen, and to each of its partijen', (one) => {
    for (const doel of one.doelen) {
      expect([doel, one.verstrekkingen.some(({ doelen }) => doelen.includes(doel))]).toEqual([doel, true]);
    }
    for (const partij of one.partijen) expect([partij, krijgt(one, partij).size > 0]).toEqual([partij, true]);
  });

  it.each(convenanten)('$id lets every party know the casus in which it has a seat', (one) => {
    for (const partij of one.partijen) expect([partij, krijgt(one, partij).has('casus.kern')]).toEqual([partij, true]);
  });

  it('use all that the language has', () => {
    const all = convenanten.flatMap(({ verstrekkingen }) => verstrekkingen);
    expect(new Set(all.flatMap(({ beperkingen }) => beperkingen))).toEqual(
      new Set(['EIGEN_EN_RELEVANT', 'VRIJGEGEVEN', 'WERKGEBIED']),
    );
    expect(new Set(all.flatMap(({ voorwaarden }) => voorwaarden))).toEqual(
      new Set(['NIET_DOORVERSTREKKEN', 'NIET_VASTLEGGEN', 'EERST_OVERLEGGEN']),
    );
    expect(all.some(({ rollen }) => rollen?.join() === 'CASUSREGISSEUR')).toBe(true);
    expect(all.some((v) => v.aan.some((naam) => partners.has(naam)))).toBe(true);
    expect(all.some((v) => v.van.some((naam) => partners.has(naam)))).toBe(true);
  });

  it('are of the WGS only with who takes part under it, and otherwise never name it', () => {
    for (const { regime, partijen, verstrekkingen } of convenanten) {
      const grounds = verstrekkingen.map(({ grondslag, artikel }) => `${grondslag}; ${artikel}`).join('; ');
      if (regime === 'EIGEN_WET') expect(grounds).not.toMatch(/WGS|BGS/);
      else expect(partijen.filter((id) => partners.get(id)?.wgs === 'BUITEN')).toEqual([]);
    }
  });
});

describe('the chain around domestic violence', () => {
  const hg = convenant('huiselijk-geweld-ijsselland');

  it('prosecutes nobody, and does nothing in the kader VRIJWILLIG', () => {
    expect(hg.doelen).not.toContain('STRAFRECHTELIJKE_HANDHAVING');
    expect(hg.verstrekkingen.flatMap(({ kaders }) => kaders)).not.toContain('VRIJWILLIG');
  });

  it('tells Veilig Thuis alone where somebody lives for help, and never further', () => {
    const adres = hg.verstrekkingen.filter(
      (v) => v.gegevens.includes('persoon.adres') && v.doelen.includes('ZORG_EN_HULPVERLENING'),
    );
    expect(adres.map((v) => v.aan)).toEqual([['veilig-thuis-ijsselland']]);
    expect(adres[0]?.voorwaarden).toEqual(['NIET_DOORVERSTREKKEN', 'NIET_VASTLEGGEN']);
  });

  it('lets no risk of the police be merged with that of care', () => {
    for (const v of hg.verstrekkingen.filter(({ gegevens }) => gegevens.includes('politie.risico'))) {
      expect(v.voorwaarden).toContain('NIET_DOORVERSTREKKEN');
    }
  });
});

describe('the chain around loverboys', () => {
  const lb = convenant('aanpak-loverboys-ijsselland');

  it('lets only the informatiemakelaar see who is known, and only while data are collected', () => {
    for (const naam of ['politie.bekend', 'zorg.bekend']) {
      const known = lb.verstrekkingen.filter(({ gegevens }) => gegevens.includes(naam));
      expect(known.map((v) => [v.aan, v.fasen])).toEqual([[['INFORMATIEMAKELAAR'], ['VERZAMELEN']]]);
    }
  });

  it('tells the address to who protects, and to nobody else', () => {
    expect(aan(lb, 'persoon.adres')).toEqual(new Set(['jeugdbescherming-overijssel']));
  });

  it('gives no content of the police to anybody but the OM', () => {
    for (const naam of ['politie.incidenten', 'politie.verdenkingen', 'politie.incidentinhoud']) {
      expect([...aan(lb, naam)].filter((ontvanger) => !namen('om-oost-nederland').includes(ontvanger))).toEqual([]);
    }
  });
});

describe('the crisis chain', () => {
  const crisis = convenant('crisisketen-ijsselland');

  it('serves help in a crisis, and no enforcement', () => {
    expect(crisis.doelen).toEqual(['CRISISHULP', 'CASUSREGIE']);
    expect(crisis.partijen.map((id) => partners.get(id)?.soort)).not.toContain('OM');
  });

  it('lets care know a case from the first moment, unlike a Zorg- en Veiligheidshuis', () => {
    const kern = crisis.verstrekkingen.filter((v) => v.gegevens.includes('casus.kern') && v.aan.includes('GGZ'));
    expect(kern.flatMap(({ fasen }) => fasen)).toContain('AANMELDING');
  });

  it('gives the police nothing of care but that there was a crisis, with conditions, or an advice', () => {
    const zorg = [...krijgt(crisis, 'politie-oost-nederland')].filter((naam) => naam.startsWith('zorg.'));
    expect(new Set(zorg)).toEqual(new Set(['zorg.bekend', 'zorg.crisis', 'zorg.advies']));
    const direct = crisis.verstrekkingen.filter(({ aan: to }) => to.includes('politie-oost-nederland'));
    expect(direct.map(({ voorwaarden }) => voorwaarden)).toEqual([['NIET_DOORVERSTREKKEN', 'NIET_VASTLEGGEN']]);
  });
});

describe('the fraud team', () => {
  const fraude = convenant('fraudeteam-ijsselland');

  it('has neither police nor care at its table, nor any of their data', () => {
    const soorten = new Set(fraude.partijen.map((id) => partners.get(id)?.soort));
    expect(soorten).toEqual(new Set(['GEMEENTE', 'UWV', 'SVB', 'BELASTINGDIENST']));
    const bronnen = fraude.verstrekkingen.flatMap((v) => v.gegevens).map((naam) => catalogus.get(naam)?.subgraaf);
    expect(new Set(bronnen)).toEqual(new Set(['municipality']));
  });

  it('lets what the Belastingdienst knows go with conditions only, and in dwang', () => {
    for (const v of fraude.verstrekkingen.filter(({ van }) => van.includes('BELASTINGDIENST'))) {
      expect(v.voorwaarden).toContain('NIET_DOORVERSTREKKEN');
      expect(v.kaders).toEqual(['DWANG']);
    }
  });

  it('lets the BSN go while data are laid side by side, and then no more', () => {
    const bsn = fraude.verstrekkingen.filter(({ gegevens }) => gegevens.includes('persoon.bsn'));
    expect(bsn.flatMap(({ fasen }) => fasen)).toEqual(['VERZAMELEN']);
  });
});
