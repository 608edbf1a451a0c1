import { type KeyObject, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeVerifier } from '../../../schema/signedNote';
import { type Regelgrond, readRegels } from '../../../gateway/regels/readRegels';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { readLabels } from '../../../schema/compose/readLabels';
import type { Ketenpartners } from '../../../schema/domain/ketenpartner';
import { readKetenpartners } from '../../../schema/partners';
import { hub } from '../cli/onTerminal';

const SCHEMA = join(__dirname, '../../../schema');

/** A folder with one convenant that is no example, and partners with keys of the test; `drop` clears it away. */
export function signedHouse() {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-regels-'));
  const bestand = join(dir, 'huis.yaml');
  const example = readFileSync(join(SCHEMA, 'convenanten/veiligheidshuis-ijsselland.yaml'), 'utf8');
  writeFileSync(bestand, example.replace(/^voorbeeld: true\n/m, ''));
  const keys = new Map<string, KeyObject>();
  const partners: Ketenpartners = new Map(
    [...readKetenpartners()].map(([id, partner]) => {
      const { privateKey } = generateKeyPairSync('ed25519');
      keys.set(id, privateKey);
      writeFileSync(join(dir, `${id}.pem`), privateKey.export({ format: 'pem', type: 'pkcs8' }));
      return [id, { ...partner, sleutel: writeVerifier(id, privateKey) }];
    }),
  );
  const partnersFile = join(dir, 'partners.json');
  const asYaml = [...partners.values()].map(({ subgraaf, uitgever: _, ...rest }) => ({
    ...rest,
    ...(subgraaf === null ? {} : { subgraaf }),
  }));
  writeFileSync(partnersFile, JSON.stringify({ partners: asYaml }, null, 1));
  const labels = readLabels(readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8'));
  const grond: Regelgrond = {
    labels,
    catalogus: readGegevenscatalogus(),
    partners,
    dir,
    mode: 'production',
    code: 'code',
    sleutels: [],
  };
  return {
    dir,
    bestand,
    partners,
    partnersFile,
    keys,
    grond,
    read: (changes: Partial<Regelgrond> = {}) => readRegels({ ...grond, ...changes }),
    /** As the partij itself would: on the command line. */
    sign: async (partner: string, ...more: string[]) => {
      const before = process.env['PARTNERS_FILE'];
      process.env['PARTNERS_FILE'] = partnersFile;
      try {
        return await hub(['sign', bestand, '--partner', partner, '--key', join(dir, `${partner}.pem`), ...more]);
      } finally {
        if (before === undefined) delete process.env['PARTNERS_FILE'];
        else process.env['PARTNERS_FILE'] = before;
      }
    },
    drop: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
