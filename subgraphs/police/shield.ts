import { rule } from 'graphql-shield';
import type { PartnerLock } from '../kit';
import type { PoliceContext } from './resolvers/PoliceContext';

/** Police data goes to a named casus and a named doel only, whatever the hub says (Wpg 20; WGS 2.25). */
const binnenCasus = rule('binnenCasus', { cache: 'no_cache' })(
  (_parent, _args, { delegatie }: PoliceContext) => delegatie.casus !== null && delegatie.doel !== null,
);

/** The police's own rules, on top of the labels. */
export const lock: PartnerLock = {
  Hoofdbetrokkene: {
    bekendBijPolitie: binnenCasus,
    aandachtsvestigingen: binnenCasus,
    meldingen: binnenCasus,
    incidenten: binnenCasus,
    verdenkingen: binnenCasus,
    veiligheidsrisico: binnenCasus,
    bezoekadvies: binnenCasus,
  },
  Kringlid: { bekendBijPolitie: binnenCasus },
  Casus: { politieadviezen: binnenCasus },
  // Also asked by its key, past the casus.
  Politieadvies: { bronhouder: binnenCasus, datum: binnenCasus, strekking: binnenCasus, advies: binnenCasus },
};
