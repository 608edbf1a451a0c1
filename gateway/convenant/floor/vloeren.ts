import type { Regime } from '../../../schema/domain/regime';
import { afsluiting } from './afsluiting';
import { bsn } from './bsn';
import { bsnEigenWet } from './bsnEigenWet';
import { buitenDeWet } from './buitenDeWet';
import { doeltoets } from './doeltoets';
import { doelenEigenWet } from './doelenEigenWet';
import { doelenWgs } from './doelenWgs';
import { doelVanWet } from './doelVanWet';
import { eigenArtikel } from './eigenArtikel';
import { eigenGrondslag } from './eigenGrondslag';
import { eigenZetel } from './eigenZetel';
import { grondslagWgs } from './grondslagWgs';
import { justitielegegevens } from './justitielegegevens';
import { kring } from './kring';
import { medischGeheim } from './medischGeheim';
import { medischGeheimEigenWet } from './medischGeheimEigenWet';
import { partijenEigenWet } from './partijenEigenWet';
import { partijenWgs } from './partijenWgs';
import { politiegegevens } from './politiegegevens';
import { politiegegevensEigenWet } from './politiegegevensEigenWet';
import { privaat } from './privaat';
import { professional } from './professional';
import { type Vloer, volgens } from './vloerregel';
import { wettelijkeCategorie } from './wettelijkeCategorie';
import { zonderEigenWet } from './zonderEigenWet';

/** The floor of each regime. What the law asks of everybody is in both, cited from where it stands for that chain. */
export const VLOEREN: Readonly<Record<Regime, Vloer>> = {
  WGS: {
    doelenWgs,
    partijenWgs,
    grondslagWgs,
    afsluiting,
    buitenDeWet,
    privaat,
    doeltoets,
    politiegegevens,
    justitielegegevens,
    medischGeheim,
    bsn,
    kring,
    professional,
    eigenZetel,
    wettelijkeCategorie,
  },
  EIGEN_WET: {
    doelenEigenWet,
    partijenEigenWet,
    eigenGrondslag,
    eigenArtikel,
    doelVanWet,
    zonderEigenWet,
    afsluiting: volgens('AVG 5 lid 1 onder b en e', afsluiting),
    doeltoets: volgens('AVG 5 lid 1 onder c', doeltoets),
    politiegegevensEigenWet,
    justitielegegevens: volgens('Wjsg 39f', justitielegegevens),
    medischGeheimEigenWet,
    bsnEigenWet,
    kring: volgens('AVG 5 lid 1 onder c', kring),
    professional: volgens('AVG 5 lid 1 onder c', professional),
    eigenZetel: volgens('AVG 5 lid 1 onder f', eigenZetel),
  },
};
