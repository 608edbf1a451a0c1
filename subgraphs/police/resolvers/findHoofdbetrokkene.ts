import { elkePersoonMet } from '../../kit';

/** As `elkePersoon`, with what the hub fetched from the municipality. What is neither yes, no nor null counts as not sent. */
export const findHoofdbetrokkene = elkePersoonMet(({ geheimhouding }) =>
  typeof geheimhouding === 'boolean' || geheimhouding === null ? { geheimhouding } : {},
);
