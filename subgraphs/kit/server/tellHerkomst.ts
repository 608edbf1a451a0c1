import type { ApolloServerPlugin } from '@apollo/server';
import type { SubgraphContext } from '../SubgraphContext';

/** Tells the hub, beside the answer, out of whose rows its values were worked out and about whom a record is. Nothing of it is in the answer itself. */
export const tellHerkomst: ApolloServerPlugin<SubgraphContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue }) => {
        const herkomst = contextValue.herkomst.lijst();
        const betreft = contextValue.herkomst.personen();
        if (response.body.kind === 'single' && herkomst.length + betreft.length > 0) {
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, herkomst, betreft };
        }
        return Promise.resolve();
      },
    }),
};
