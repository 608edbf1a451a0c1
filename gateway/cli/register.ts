import type { AddCommand } from './commands';
import { addExport } from './register/export';
import { addReplay } from './register/replay';
import { addSample } from './register/sample';
import { addVerify } from './register/verify';

/** Subcommands of `hub register`, in the order of the help. */
const SUBCOMMANDS: readonly AddCommand[] = [addVerify, addSample, addReplay, addExport];

/** `hub register`: what was disclosed, checked and looked into. */
export const addRegister: AddCommand = (program, terminal) => {
  const register = program
    .command('register')
    .description('Het register van wat er verstrekt is.')
    .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht');
  for (const add of SUBCOMMANDS) add(register, terminal);
};
