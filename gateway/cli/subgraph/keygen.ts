import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { AddCommand } from '../commands';
import { unusable } from '../ended';
import { json } from '../json';
import { jwksOf } from './bron/proefsleutel';

/** `hub subgraph keygen`: a key with which a partner plays the hub before his own source. */
export const addSubgraphKeygen: AddCommand = (subgraph, terminal) => {
  subgraph
    .command('keygen')
    .description('Maakt een proefsleutel: waarmee "subgraph check" zich voor de hub uitgeeft.')
    .requiredOption('--out <bestand>', 'waar de geheime sleutel komt (PEM); een bestaand bestand blijft staan')
    .addHelpText(
      'after',
      '\nToont het openbare deel als JWKS: dat krijgt de bron zoals de sleutels van de hub, bij de kit in het bestand van' +
        '\nHUB_JWKS_FILE. Wie de geheime sleutel heeft, is voor die bron de hub: alleen voor een bron met proefgegevens.' +
        '\n\nVoorbeeld:\n  npm run --silent hub -- subgraph keygen --out proef.pem > proef.jwks.json',
    )
    .action(({ out }: { readonly out: string }) => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      try {
        writeFileSync(out, privateKey.export({ format: 'pem', type: 'pkcs8' }), { flag: 'wx', mode: 0o600 });
      } catch {
        throw unusable(`${out} kan niet worden geschreven, of bestaat al; een sleutel wordt nooit overschreven.`);
      }
      terminal.out(json(jwksOf(privateKey)));
    });
};
