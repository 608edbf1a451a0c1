import type { AddCommand } from './commands';
import { addSubgraphCheck } from './subgraph/check';
import { addSubgraphKeygen } from './subgraph/keygen';

/** Subcommands of `hub subgraph`, in the order of the help. */
const SUBCOMMANDS: readonly AddCommand[] = [addSubgraphCheck, addSubgraphKeygen];

/** `hub subgraph`: for who runs a source, in whatever stack. */
export const addSubgraph: AddCommand = (program, terminal) => {
  const subgraph = program
    .command('subgraph')
    .description('Voor wie een bron draait: houdt zij zich aan wat de hub van haar vraagt?')
    .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht');
  for (const add of SUBCOMMANDS) add(subgraph, terminal);
};
