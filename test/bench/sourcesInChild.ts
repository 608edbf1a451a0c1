import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import { startSources } from '../harness/startSources';

/** The three subgraphs in a process of their own; prints where they are, and ends with its parent. */
void startSources(createWorld({ seed: 1, size: 'demo' }), process.env as Readonly<Record<string, string>>).then(
  ({ sources }) => {
    process.stdout.write(`${JSON.stringify(sources)}\n`);
    process.stdin.on('end', () => process.exit(0)).resume();
  },
);
