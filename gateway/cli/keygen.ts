import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readKetenpartners } from '../../schema/partners';
import { onbekendWoord } from '../../schema/woorden';
import { writeVerifier } from '../../schema/signedNote';
import type { AddCommand } from './commands';
import { unusable } from './ended';
import { json } from './json';
import type { Terminal } from './terminal';

interface Options {
  readonly partner: string;
  readonly out: string;
  readonly json?: true;
}

/** `hub keygen`: a key with which a partner signs convenanten; the public part goes into partners.yaml. */
export const addKeygen: AddCommand = (program, terminal) => {
  program
    .command('keygen')
    .description('Maakt de sleutel waarmee een partij convenanten ondertekent.')
    .requiredOption('--partner <id>', 'ketenpartner van wie de sleutel wordt')
    .requiredOption('--out <bestand>', 'waar de geheime sleutel komt (PEM); een bestaand bestand blijft staan')
    .option('--json', 'als JSON: {partner, sleutel, bestand}')
    .addHelpText(
      'after',
      '\nDe geheime sleutel blijft bij de partner. Het openbare deel komt bij "sleutel" in partners.yaml.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- keygen --partner dimence --out dimence.pem',
    )
    .action((options: Options) => {
      keygen(options, terminal);
    });
};

function keygen({ partner, out, json: asJson }: Options, terminal: Terminal): void {
  const ids = [...readKetenpartners().keys()];
  if (!ids.includes(partner)) throw unusable(onbekendWoord('ketenpartner', partner, ids) ?? partner);
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
    writeFileSync(out, pem, { flag: 'wx', mode: 0o600 });
  } catch {
    throw unusable(`${out} kan niet worden geschreven, of bestaat al; een sleutel wordt nooit overschreven.`);
  }
  const sleutel = writeVerifier(partner, privateKey);
  terminal.out(asJson ? json({ partner, sleutel, bestand: out }) : `sleutel: ${sleutel}\n`);
}
