/* eslint-disable @typescript-eslint/no-require-imports -- a command loads only what it needs: it is to start at once */
import type * as Demo from './demo';
import type { DutchCommand } from './dutchCommand';
import type * as Explain from './explain';
import type * as Matrix from './matrix';
import type * as Register from './register';
import type { Terminal } from './terminal';

/** Hangs a command in the program. */
export type AddCommand = (program: DutchCommand, terminal: Terminal) => void;

/** The commands of `hub`, each loaded when it is called for. */
export const COMMANDS: ReadonlyMap<string, () => AddCommand> = new Map([
  ['demo', () => (require('./demo') as typeof Demo).addDemo],
  ['matrix', () => (require('./matrix') as typeof Matrix).addMatrix],
  ['explain', () => (require('./explain') as typeof Explain).addExplain],
  ['register', () => (require('./register') as typeof Register).addRegister],
]);
