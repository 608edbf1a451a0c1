import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readGegevenscatalogus } from '../../schema/catalogus';
import { readLabels } from '../../schema/compose/readLabels';
import { readKetenpartners } from '../../schema/partners';
import { compileTabel } from '../convenant/compileTabel';
import { readConvenantbestanden } from '../convenant/readConvenanten';
import { convenantDigest } from '../convenant/signatures/convenantDigest';
import { convenantNote, signedDigest } from '../convenant/signatures/convenantNote';
import { type SignedNote, formatNote, parseNote, signNote, writeVerifier } from '../../schema/signedNote';
import type { AddCommand } from './commands';
import { unusable } from './ended';
import { json } from './json';
import { readPrivateKey } from './readPrivateKey';
import type { Terminal } from './terminal';
import { writeWhole } from './writeWhole';

interface Options {
  readonly partner: string;
  readonly key: string;
  readonly opnieuw?: true;
  readonly json?: true;
}

/** `hub sign`: a partij signs one version of a convenant, as it is compiled now. */
export const addSign: AddCommand = (program, terminal) => {
  program
    .command('sign')
    .description('Ondertekent een convenant namens een partij: over de gecompileerde tabel, in BESTAND.sig ernaast.')
    .argument('<bestand>', 'het convenant (.yaml)')
    .requiredOption('--partner <id>', 'partij die ondertekent')
    .requiredOption('--key <bestand>', 'haar geheime sleutel (PEM, Ed25519), zie "keygen"')
    .option('--opnieuw', 'als de tabel sinds eerdere handtekeningen is gewijzigd: begin opnieuw, zonder die')
    .option('--json', 'als JSON: {convenant, versie, digest, partner, ondertekend}')
    .addHelpText(
      'after',
      '\nWie niet heeft ondertekend geeft niets en krijgt niets. Wijzigt een label, de catalogus of het convenant, dan' +
        '\ngelden de handtekeningen niet meer. "diff" laat zien wat er dan open- of dichtgaat.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- sign schema/convenanten/mijn-huis.yaml --partner dimence --key dimence.pem',
    )
    .action((bestand: string, options: Options) => {
      sign(bestand, options, terminal);
    });
};

function sign(given: string, { partner, key, opnieuw, json: asJson }: Options, terminal: Terminal): void {
  const catalogus = readGegevenscatalogus();
  const partners = readKetenpartners();
  const labels = readLabels(readFileSync(join(__dirname, '../../schema/supergraph.graphql'), 'utf8'));
  const gelezen = readConvenantbestanden(dirname(resolve(given)), catalogus, partners);
  const found = gelezen.find(({ bestand }) => basename(bestand) === basename(given));
  if (found === undefined) throw unusable(`${given} is geen convenant.`);
  const { convenant } = found;
  if (convenant.voorbeeld) throw unusable(`${convenant.id} is een voorbeeld en wordt nooit ondertekend.`);
  if (!convenant.partijen.includes(partner)) throw unusable(`"${partner}" is geen partij van ${convenant.id}.`);
  const privateKey = readPrivateKey(key);
  if (partners.get(partner)?.sleutel !== writeVerifier(partner, privateKey)) {
    throw unusable(`Deze sleutel is niet die van "${partner}" in partners.yaml.`);
  }
  const all = gelezen.map((one) => one.convenant);
  const { tabel } = compileTabel(labels, catalogus, partners, all);
  const digest = convenantDigest(tabel, convenant);
  const text = convenantNote(convenant, digest);
  const file = `${found.bestand}.sig`;
  const earlier = opnieuw ? [] : signaturesSoFar(file, text, digest);
  const others = earlier.filter(({ name }) => name !== partner);
  const signatures = [...others, signNote(text, partner, privateKey)];
  writeWhole(file, formatNote({ text, signatures }));
  const ondertekend = signatures.map(({ name }) => name);
  terminal.out(
    asJson
      ? json({ convenant: convenant.id, versie: convenant.versie, digest, partner, ondertekend })
      : `${convenant.id} ${convenant.versie}, tabel ${digest}\nondertekend door: ${ondertekend.join(', ')}\n`,
  );
}

function signaturesSoFar(file: string, text: string, digest: string): SignedNote['signatures'] {
  if (!existsSync(file)) return [];
  const note = parseNote(readFileSync(file, 'utf8'));
  if (note === null) throw unusable(`${file} is geen ondertekende tekst; met --opnieuw wordt het vervangen.`);
  if (note.text === text) return note.signatures;
  const signed = signedDigest(note.text) ?? 'iets anders';
  throw unusable(`${file} ondertekent ${signed}, maar nu geldt ${digest}. Bekijk "diff"; teken daarna met --opnieuw.`);
}
