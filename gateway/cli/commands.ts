/* oxlint-disable typescript/no-require-imports -- a command loads only what it needs: it is to start at once */
import type * as Aanwijzing from './aanwijzing';
import type * as Attest from './attest';
import type * as Casus from './casus';
import type * as Check from './check';
import type * as Demo from './demo';
import type * as Diff from './diff';
import type { DutchCommand } from './dutchCommand';
import type * as Explain from './explain';
import type * as Keygen from './keygen';
import type * as Matrix from './matrix';
import type * as Register from './register';
import type * as Sign from './sign';
import type * as Subgraph from './subgraph';
import type { Terminal } from './terminal';

/** Hangs a command in the program. */
export type AddCommand = (program: DutchCommand, terminal: Terminal) => void;

/** The commands of `hub`, each loaded when it is called for. */
export const COMMANDS: ReadonlyMap<string, () => AddCommand> = new Map([
  ['demo', () => (require('./demo') as typeof Demo).addDemo],
  ['matrix', () => (require('./matrix') as typeof Matrix).addMatrix],
  ['explain', () => (require('./explain') as typeof Explain).addExplain],
  ['keygen', () => (require('./keygen') as typeof Keygen).addKeygen],
  ['sign', () => (require('./sign') as typeof Sign).addSign],
  ['aanwijzing', () => (require('./aanwijzing') as typeof Aanwijzing).addAanwijzing],
  ['casus', () => (require('./casus') as typeof Casus).addCasus],
  ['check', () => (require('./check') as typeof Check).addCheck],
  ['diff', () => (require('./diff') as typeof Diff).addDiff],
  ['attest', () => (require('./attest') as typeof Attest).addAttest],
  ['subgraph', () => (require('./subgraph') as typeof Subgraph).addSubgraph],
  ['register', () => (require('./register') as typeof Register).addRegister],
]);
