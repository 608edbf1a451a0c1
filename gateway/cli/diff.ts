import { compareStanden } from '../inzage/verschil/compareStanden';
import type { AddCommand } from './commands';
import { printVerschil } from './diff/printVerschil';
import { changedCode } from './diff/readCode';
import { readKant } from './diff/readKant';
import { fallsShort } from './ended';
import { json } from './json';
import type { Terminal } from './terminal';

/** `hub diff OUD NIEUW`: which cells of the compiled table open and which close, each opening with a witness. */
export const addDiff: AddCommand = (program, terminal) => {
  program
    .command('diff')
    .description('Wat er door een wijziging opengaat en dichtgaat: wie wat nu wel of niet meer kan krijgen.')
    .argument('<oud>', 'git-revisie, map (checkout, schema of convenanten) of bestand coordinates.json')
    .argument('<nieuw>', 'hetzelfde; "." is wat er nu staat')
    .option('--json', 'als JSON: {oud, nieuw, opent, sluit, vloer, code}')
    .addHelpText(
      'after',
      '\nVergelijkt de gecompileerde coordinatentabellen, cel voor cel en voor elke situatie: labels, catalogus, partners,' +
        '\nconvenanten en de vloer. Een map wordt gelezen zoals zij er nu staat, ook wat nog niet is gecompileerd: de YAML, en de' +
        '\nSDL van de bronnen in schema/subgraphs. Alsof iedereen heeft getekend en elke bron aan tafel zit. Bij elke' +
        '\nopening staat een getuige: een kleinste vraag die nu iets teruggeeft wat eerst niet kwam. Van een checkout en een revisie wordt ook de code vergeleken die de regels' +
        '\nweegt: wat daar verandert laat geen tabel zien, dus dat houdt op tot iemand die code heeft beoordeeld.' +
        '\nAfloop: 0 er gaat niets open, 1 er gaat iets open of er is code gewijzigd, 2 onbruikbare invoer.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- diff HEAD .\n  npm run --silent hub -- diff main HEAD --json',
    )
    .action((oud: string, nieuw: string, options: { readonly json?: true }) => {
      diff(oud, nieuw, options, terminal);
    });
};

function diff(oud: string, nieuw: string, options: { readonly json?: true }, terminal: Terminal): void {
  const [before, after] = [readKant(oud), readKant(nieuw)];
  const verschil = compareStanden(before, after);
  const sides = {
    oud: { bron: oud, digest: before.stand.digest },
    nieuw: { bron: nieuw, digest: after.stand.digest },
  };
  const { opent, sluit, vloer } = verschil;
  const code = changedCode(before.code, after.code);
  const moved = opent.length + sluit.length + vloer.opent.length + vloer.sluit.length > 0;
  const same = moved || before.stand.digest === after.stand.digest;
  const rest = same
    ? ''
    : 'De tabellen verschillen wel: in wat niet beslist wie iets krijgt, zoals een artikel of een nummer.\n';
  const head = `Van ${oud} (tabel ${before.stand.digest})\nnaar ${nieuw} (tabel ${after.stand.digest})\n\n`;
  terminal.out(
    options.json ? json({ ...sides, ...verschil, code }) : `${head}${printVerschil(verschil)}${rest}${printCode(code)}`,
  );
  const opened = opent.length + vloer.opent.length;
  if (opened > 0) throw fallsShort(`Er gaat iets open (${String(opened)}); een privacy officer moet ermee instemmen.`);
  if (code !== null && code.length > 0) {
    throw fallsShort(`De code die de regels weegt is gewijzigd (${String(code.length)}); laat die beoordelen.`);
  }
}

function printCode(code: readonly string[] | null): string {
  if (code === null || code.length === 0) return '';
  return `\nCODE GEWIJZIGD: hoe de regels worden gewogen; geen tabel laat zien wat dat opent of sluit\n${code.map((file) => `  - ${file}\n`).join('')}`;
}
