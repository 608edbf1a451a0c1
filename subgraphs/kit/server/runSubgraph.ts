import type { SubgraphDefinition } from '../SubgraphDefinition';
import { startSubgraph } from './startSubgraph';

/** Running requests get this long; the process must be gone within 10 s of SIGTERM. */
const DRAIN_MS = 8000;

/** The process of a subgraph: starts, and on SIGTERM or SIGINT answers what runs and ends. */
export async function runSubgraph<DB, Loaders>(definition: SubgraphDefinition<DB, Loaders>): Promise<void> {
  try {
    const running = await startSubgraph(definition);
    const drain = (): void => {
      setTimeout(() => process.exit(1), DRAIN_MS).unref();
      running.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGTERM', drain);
    process.once('SIGINT', drain);
    process.once('disconnect', drain);
    // Whoever started it hears that it was this process that took the port.
    process.send?.('listening');
  } catch (error) {
    // No data was read yet that a message could hold; who starts it must know what to mend.
    process.stderr.write(`${definition.subgraaf}: ${error instanceof Error ? error.message : 'could not start'}\n`);
    process.exitCode = 2;
  }
}
