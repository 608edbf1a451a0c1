import type { Thema } from '../../../../schema/domain/thema';
import { fraude } from './fraude';
import { huiselijkGeweld } from './huiselijkGeweld';
import { jeugdEnVeiligheid } from './jeugdEnVeiligheid';
import { mensenhandel } from './mensenhandel';
import { nazorgDetentie } from './nazorgDetentie';
import { onbegrepenGedrag } from './onbegrepenGedrag';
import type { ThemaTeksten } from './themaTeksten';
import { veelpleger } from './veelpleger';

const TEKSTEN: Readonly<Record<Thema, ThemaTeksten>> = {
  HUISELIJK_GEWELD: huiselijkGeweld,
  VEELPLEGER: veelpleger,
  ONBEGREPEN_GEDRAG: onbegrepenGedrag,
  JEUGD_EN_VEILIGHEID: jeugdEnVeiligheid,
  MENSENHANDEL: mensenhandel,
  NAZORG_DETENTIE: nazorgDetentie,
  FRAUDE: fraude,
};

export function findThemaTeksten(thema: Thema): ThemaTeksten {
  return TEKSTEN[thema];
}
