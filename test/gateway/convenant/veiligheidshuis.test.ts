import { join } from 'node:path';
import { readConvenanten } from '../../../gateway/convenant/readConvenanten';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { OP_AANWIJZING } from '../../../schema/domain/onderwerp';
import { readKetenpartners } from '../../../schema/partners';

const map = join(__dirname, '../../../schema/convenanten');
const catalogus = readGegevenscatalogus();
const partners = readKetenpartners();
const convenanten = readConvenanten(map, catalogus, partners);
const convenant = convenanten.find(({ id }) => id === 'veiligheidshuis-ijsselland');
if (convenant === undefined) throw new Error('no convenant');
const { verstrekkingen } = convenant;

/** Every verstrekking of this category to this receiver. */
const van = (categorie: string, ontvanger: string) =>
  verstrekkingen.filter((v) => v.gegevens.includes(categorie) && v.aan.includes(ontvanger));

describe('the example convenant of the Veiligheidshuis IJsselland', () => {
  it('numbers its verstrekkingen without gaps', () => {
    expect(verstrekkingen.map((v) => v.nr)).toEqual(verstrekkingen.map((_, index) => index + 1));
  });

  it('says something of every category of the catalogue that a convenant can grant', () => {
    const genoemd = new Set(verstrekkingen.flatMap((v) => v.gegevens));
    const missing = [...catalogus.values()].filter(({ naam }) => !genoemd.has(naam));
    expect(missing.filter(({ betreft }) => !OP_AANWIJZING.includes(betreft))).toEqual([]);
  });

  it('lets every party know the casus in which it has a seat, in every kader: public from the start, private from VERZAMELEN', () => {
    for (const partij of convenant.partijen) {
      const partner = partners.get(partij);
      const fasen = partner?.wgs === 'PUBLIEK' ? FASEN.slice(0, -1) : FASEN.slice(2, -1);
      for (const fase of fasen) {
        for (const kader of KADERS) {
          const kern = van('casus.kern', partner?.soort ?? '').filter(
            (v) =>
              v.rollen === null &&
              v.doelen.includes('CASUSREGIE') &&
              v.fasen.includes(fase) &&
              v.kaders.includes(kader),
          );
          expect([partij, fase, kader, kern.length > 0]).toEqual([partij, fase, kader, true]);
        }
      }
    }
  });

  it('gives nobody politiegegevens in the kader VRIJWILLIG', () => {
    const politie = verstrekkingen.filter((v) => v.gegevens.some((naam) => catalogus.get(naam)?.wgs === 7));
    expect(politie.flatMap((v) => (v.kaders.includes('VRIJWILLIG') ? [v.nr] : []))).toEqual([]);
  });

  it('never tells the host of care who it is about for a criminal doel', () => {
    const doelen = new Set(van('casus.betrokkenheid', 'GGZ').flatMap((v) => v.doelen));
    expect(doelen).toEqual(new Set(['BESTUURLIJKE_HANDHAVING', 'BEGELEIDING', 'ZORG_EN_HULPVERLENING', 'CASUSREGIE']));
  });

  it('lets hosts be asked without beperkingen, or not at all', () => {
    for (const categorie of ['casus.kern', 'casus.betrokkenheid', 'casus.kring']) {
      for (const host of ['POLITIE', 'GGZ']) {
        expect(van(categorie, host).flatMap((v) => v.beperkingen)).toEqual([]);
      }
    }
  });

  it('keeps content released: no verstrekking of it is without VRIJGEGEVEN', () => {
    const inhoud = verstrekkingen.filter((v) => v.gegevens.some((naam) => catalogus.get(naam)?.vrijgave));
    expect(inhoud.length).toBeGreaterThan(0);
    for (const v of inhoud) expect([v.nr, v.beperkingen.includes('VRIJGEGEVEN')]).toEqual([v.nr, true]);
  });
});
