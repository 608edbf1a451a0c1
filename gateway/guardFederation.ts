import type { GatewayGraphQLRequestContext, GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError, getOperationAST } from 'graphql';
import { toGraphQLError } from './http/formatError';
import { readScalars } from './readScalars';
import { refuseUnread } from './refusing';
import { type Rooms, type Verzoek, answer } from './request';

/**
 * The federation with the way of one request around its executor: no operation reaches the planner but by `answer`.
 *
 * @param during does the work of one request, if there is room for it.
 */
export function guardFederation(
  federation: GatewayInterface,
  rooms: Rooms,
  during: <T>(verzoek: Verzoek, work: () => Promise<T>) => Promise<T>,
): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) =>
      federation.onSchemaLoadOrUpdate((loaded) => {
        callback({ ...loaded, apiSchema: readScalars(loaded.apiSchema) });
      }),
    stop: () => federation.stop(),
    load: async (options) => {
      const { executor } = await federation.load(options);
      if (executor === null) throw new Error('the federation did not load');
      return {
        executor: async (apollo: GatewayGraphQLRequestContext) => {
          try {
            if (getOperationAST(apollo.document, apollo.request.operationName) === null) {
              // Apollo answers under this code what names no operation.
              await refuseUnread(rooms, apollo.context as Verzoek, 'OPERATION_RESOLUTION_FAILURE');
              return { errors: [new GraphQLError('Noem in "operationName" een van de vragen.')] };
            }
            const verzoek = apollo.context as Verzoek;
            return await during(verzoek, () => answer(rooms, verzoek, apollo, executor));
          } catch (fout) {
            throw toGraphQLError(fout);
          }
        },
      };
    },
  };
}
