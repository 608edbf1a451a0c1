import type { ApolloServerPlugin } from '@apollo/server';
import type { SubgraphContext } from '../SubgraphContext';

/** Tells the hub, beside the answer, out of whose rows its values were worked out, about whom a record is, and what may not be sent on. Nothing of it is in the answer itself. */
export const tellHerkomst: ApolloServerPlugin<SubgraphContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue }) => {
        const herkomst = contextValue.herkomst.lijst();
        const betreft = contextValue.herkomst.personen();
        const nietDoorgeven = contextValue.herkomst.nietDoorgeven();
        const told = herkomst.length + betreft.length + nietDoorgeven.length > 0;
        if (response.body.kind === 'single' && told) {
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, herkomst, betreft, nietDoorgeven };
        }
        return Promise.resolve();
      },
    }),
};
