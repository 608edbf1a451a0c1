import type { GraphQLDataSource } from '@apollo/gateway';
import type { FederationHooks, LocalExecutor } from './hooks';

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** A part of the graph that is answered in this process: no address, no network, and nobody who is told anything. */
export class LocalSource implements GraphQLDataSource {
  constructor(
    private readonly subgraph: string,
    private readonly executor: LocalExecutor,
    private readonly hooks: FederationHooks,
  ) {}

  async process({ request, context }: ProcessOptions): Promise<Answer> {
    try {
      return {
        data: await this.executor({ operation: request.query ?? '', variables: request.variables ?? {} }, context),
      };
    } catch (fault) {
      this.hooks.failed?.(this.subgraph, context);
      throw new Error(`${this.subgraph} could not answer`, { cause: fault });
    }
  }
}
