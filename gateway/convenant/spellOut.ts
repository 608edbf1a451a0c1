import type { Convenant, Verstrekking } from '../../schema/domain/convenant';
import { FASEN } from '../../schema/domain/fase';
import { KADERS } from '../../schema/domain/kader';
import type { Convenanttekst } from './convenantSchema';

/** `alle` fasen are those in which anything can be given: after AFSLUITING everything is denied (WGS 2.31). */
const OPEN_FASEN = FASEN.filter((fase) => fase !== 'AFSLUITING');

/** A convenant with every `alle` written out, so that nobody after this has to know what it means. */
export function spellOut(tekst: Convenanttekst): Convenant {
  return {
    id: tekst.convenant,
    versie: tekst.versie,
    titel: tekst.titel,
    voorbeeld: tekst.voorbeeld,
    regime: tekst.regime,
    van: tekst.geldig.van,
    tot: tekst.geldig.tot,
    doelen: tekst.doelen,
    partijen: tekst.partijen,
    getekend: [],
    verstrekkingen: tekst.verstrekkingen.map((v): Verstrekking => ({
      nr: v.nr,
      gegevens: v.gegevens,
      van: v.van,
      aan: v.aan,
      rollen: v.rollen ?? null,
      doelen: v.doelen === 'alle' ? tekst.doelen : v.doelen,
      fasen: v.fasen === 'alle' ? OPEN_FASEN : v.fasen,
      kaders: v.kaders === 'alle' ? KADERS : v.kaders,
      beperkingen: v.beperkingen ?? [],
      voorwaarden: v.voorwaarden ?? [],
      grondslag: v.grondslag,
      artikel: v.artikel,
    })),
  };
}
