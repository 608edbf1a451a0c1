import type { AddCommand } from './commands';
import { addExport } from './register/export';
import { addProof } from './register/proof';
import { addCase } from './register/case';
import { addDossier } from './register/dossier';
import { addMedewerker } from './register/medewerker';
import { addPartner } from './register/partner';
import { addRecord } from './register/record';
import { addReplay } from './register/replay';
import { addRetention } from './register/retention';
import { addSample } from './register/sample';
import { addSubject } from './register/subject';
import { addVerify } from './register/verify';
import { addWitness } from './register/witness';

/** Subcommands of `hub register`, in the order of the help. */
const SUBCOMMANDS: readonly AddCommand[] = [
  addVerify,
  addProof,
  addWitness,
  addSample,
  addReplay,
  addExport,
  addRetention,
  addDossier,
  addSubject,
  addCase,
  addPartner,
  addMedewerker,
  addRecord,
];

/** `hub register`: what was disclosed, checked and looked into. */
export const addRegister: AddCommand = (program, terminal) => {
  const register = program
    .command('register')
    .description('Het register van wat er verstrekt is.')
    .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht');
  for (const add of SUBCOMMANDS) add(register, terminal);
};
