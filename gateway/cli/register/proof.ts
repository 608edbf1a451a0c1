import { type GeenBewijs, type Regelbewijs, proveEntry } from '../../register/reader/proveEntry';
import { Boomfout, type TreeReader, openTreeReader } from '../../register/reader/openTreeReader';
import type { AddCommand } from '../commands';
import { Ended, fallsShort, unusable } from '../ended';
import { json } from '../json';
import type { Terminal } from '../terminal';
import { writeWhole } from '../writeWhole';
import { NO_REGISTER, findRegister } from './findRegister';

interface Options {
  readonly out?: string;
  readonly json?: true;
}

const NO_PROOF: Readonly<Record<GeenBewijs, string>> = {
  ONBEKEND: 'Er is geen regel met dit ontvangstbewijs.',
  VERNIETIGD: 'De tekst van deze regel is vernietigd; alleen haar hash is er nog.',
  NOG_NIET: 'Er is nog geen checkpoint over deze regel; vraag het over een seconde weer.',
};

/** `hub register proof`: what somebody without this register needs to see that one entry is in it. */
export const addProof: AddCommand = (register, terminal) => {
  register
    .command('proof')
    .description('Geeft een bewijs dat een regel in het register staat, dat een vreemde zelf kan controleren.')
    .argument('<id>', 'het ontvangstbewijs: extensions.verstrekking.id van een antwoord')
    .option('--out <bestand>', 'waar het bewijs komt (.tlog-proof); anders op het scherm')
    .option('--json', 'als JSON: {nr, grootte, bewijs}')
    .addHelpText(
      'after',
      '\nHet bewijs is een C2SP tlog-proof, met de tekst van de regel erin: wie het krijgt, leest haar. Na te gaan met' +
        '\nnode gateway/register/verifier/checkProof.mjs --proof BESTAND --key SLEUTEL, zonder iets anders van de hub.' +
        '\nAfloop: 0 er is een bewijs, 1 er is er geen, 2 er is geen register.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- register proof 3f0c... --out regel.tlog-proof',
    )
    .action((id: string, options: Options) => proof(id, options, terminal));
};

async function proveAndClose(reader: TreeReader, id: string): Promise<Regelbewijs | GeenBewijs> {
  try {
    return await proveEntry(reader, id);
  } catch (fout) {
    if (fout instanceof Boomfout) throw fallsShort('Het register klopt niet; zie "register verify".');
    throw fout instanceof Ended ? fout : unusable(NO_REGISTER);
  } finally {
    await reader.close();
  }
}

async function proof(id: string, { out, json: asJson }: Options, terminal: Terminal): Promise<void> {
  const reader = openTreeReader(findRegister(terminal));
  const found = await proveAndClose(reader, id);
  if (typeof found === 'string') throw fallsShort(NO_PROOF[found]);
  const { nr, grootte, tekst } = found;
  if (out !== undefined) write(out, tekst);
  if (asJson) terminal.out(json({ nr, grootte, bewijs: tekst }));
  else terminal.out(out === undefined ? tekst : `regel ${String(nr)} van ${String(grootte)}, bewezen in ${out}\n`);
}

function write(file: string, tekst: string): void {
  try {
    writeWhole(file, tekst);
  } catch {
    throw unusable(`${file} kan niet worden geschreven.`);
  }
}
