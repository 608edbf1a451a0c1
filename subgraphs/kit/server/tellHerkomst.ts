import type { ApolloServerPlugin } from '@apollo/server';
import type { SubgraphContext } from '../SubgraphContext';

/** Tells the hub, beside the answer, out of whose rows its values were worked out. Nothing of it is in the answer itself. */
export const tellHerkomst: ApolloServerPlugin<SubgraphContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue }) => {
        const herkomst = contextValue.herkomst.lijst();
        if (response.body.kind === 'single' && herkomst.length > 0) {
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, herkomst };
        }
        return Promise.resolve();
      },
    }),
};
