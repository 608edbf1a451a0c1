import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './settings';

/**
 * What keeps this hub from starting in production, a line each. Until keys of partners and signatures under convenanten
 * can be verified there is always something: the hub would rather not start than trust what it can't check.
 */
export function productionGaps(settings: Settings): string[] {
  const files = readdirSync(settings.convenantenDir).filter((file) => file.endsWith('.yaml'));
  const unsigned = files.filter((file) => !existsSync(join(settings.convenantenDir, `${file}.sig`)));
  return [
    'KETENHUB_MODE=production does not start (for the demo: KETENHUB_MODE=demo):',
    ...unsigned.map((file) => `- ${file}: no signatures of its parties (expected ${file}.sig beside it)`),
    '- signatures under a convenant can not be verified by this version yet',
    '- issuers and keys of the partners can not be configured by this version yet; demo keys are refused',
  ];
}
