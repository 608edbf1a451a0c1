import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisterSource } from '../../register/verifier/openTables';
import { readSettings } from '../../settings';
import { unusable } from '../ended';
import type { Terminal } from '../terminal';

export const NO_REGISTER = 'Er is geen register dat gelezen kan worden: de bron antwoordt niet of bevat er geen.';

/** The register that the environment names: REGISTER_DATABASE_URL, or a file. Throws Ended when there is none. */
export function findRegister({ env }: Terminal): RegisterSource {
  const { registerUrl, dir } = readSettings(env, 'demo');
  const file = join(dir, 'register.sqlite');
  if (registerUrl === null && !existsSync(file)) throw unusable(`Er is geen register: ${file} bestaat niet.`);
  return { databaseUrl: registerUrl, file };
}
