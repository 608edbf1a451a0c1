import { ACTIESTATUSSEN } from '../../../schema/domain/actiestatus';
import { BEZOEKWIJZEN } from '../../../schema/domain/bezoekwijze';
import { CASUSSTATUSSEN } from '../../../schema/domain/casusstatus';
import { DOELEN } from '../../../schema/domain/doel';
import { ESCALATIENIVEAUS } from '../../../schema/domain/escalatieniveau';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { LEEFGEBIEDEN } from '../../../schema/domain/leefgebied';
import { RELATIESOORTEN } from '../../../schema/domain/relatiesoort';
import { RISICONIVEAUS } from '../../../schema/domain/risiconiveau';
import { ROLLEN } from '../../../schema/domain/rol';
import { THEMAS } from '../../../schema/domain/thema';
import { registerEnum } from './registerEnum';

/** Shared by the partners, so that the same enum has the same text in every subgraph. Only used ones are printed. */
export const Actiestatus = registerEnum(
  'Actiestatus',
  ACTIESTATUSSEN,
  'Hoe een actie van het plan van aanpak ervoor staat.',
);
export const Bezoekwijze = registerEnum(
  'Bezoekwijze',
  BEZOEKWIJZEN,
  'Hoe iemand veilig kan worden bezocht, van gewoon tot voorzichtig.',
);
export const Casusstatus = registerEnum(
  'Casusstatus',
  CASUSSTATUSSEN,
  'Of een casus loopt, is afgeschermd of is afgewezen.',
);
export const Doel = registerEnum(
  'Doel',
  DOELEN,
  'Waarvoor gegevens worden verwerkt: een taak uit WGS 2.25 of de regie op de casus.',
);
export const Escalatieniveau = registerEnum('Escalatieniveau', ESCALATIENIVEAUS, 'Hoe ver een casus is opgeschaald.');
export const Fase = registerEnum('Fase', FASEN, 'Waar een casus staat in de werkwijze van WGS 2.31.');
export const Kader = registerEnum('Kader', KADERS, 'Het kader van de aanpak: vrijwillig, drang of dwang.');
export const Leefgebied = registerEnum(
  'Leefgebied',
  LEEFGEBIEDEN,
  'Een deel van het leven waarop een plan van aanpak ziet.',
);
export const Relatiesoort = registerEnum('Relatiesoort', RELATIESOORTEN, 'Wat de ene persoon van de andere is.');
export const Risiconiveau = registerEnum(
  'Risiconiveau',
  RISICONIVEAUS,
  'Een niveau van risico: de uitkomst, niet de inhoud, van een beoordeling.',
);
export const Rol = registerEnum('Rol', ROLLEN, 'Wat een medewerker is aan de tafel van een casus.');
export const Thema = registerEnum('Thema', THEMAS, 'Het soort problematiek van een casus.');
