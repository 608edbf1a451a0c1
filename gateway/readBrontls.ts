import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { Instelfout, type Settings } from './settings';

/** How the hub shows itself to its sources, and by whom their certificates must be signed: PEM. */
export interface Brontls {
  /** Whatever the environment says of it. */
  readonly rejectUnauthorized: true;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** @throws Instelfout naming the file that can't be used, without what is in it. */
export function readBrontls({ caFile, certFile, keyFile }: Settings['brontls']): Brontls {
  const read = (name: string, file: string | null): string | undefined => {
    if (file === null) return undefined;
    try {
      return readFileSync(file, 'utf8');
    } catch {
      throw new Instelfout(`${name}: ${file} can not be read`);
    }
  };
  const [ca, cert, key] = [
    read('SOURCE_CA_FILE', caFile),
    read('SOURCE_CERT_FILE', certFile),
    read('SOURCE_KEY_FILE', keyFile),
  ];
  if ((cert === undefined) !== (key === undefined)) {
    throw new Instelfout('SOURCE_CERT_FILE, SOURCE_KEY_FILE: expected both, or none');
  }
  const tls = {
    rejectUnauthorized: true as const,
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined || key === undefined ? {} : { cert, key }),
  };
  try {
    createSecureContext(tls);
  } catch {
    throw new Instelfout('SOURCE_CA_FILE, SOURCE_CERT_FILE, SOURCE_KEY_FILE: expected PEM, and a key that fits its certificate'); // oxfmt-ignore
  }
  return tls;
}
