import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { Environment } from '../../../schema/environment';

/** With what a source shows itself, and by whom the certificate of who asks must be signed: PEM. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

const NAMES = ['TLS_CERT_FILE', 'TLS_KEY_FILE', 'TLS_CLIENT_CA_FILE'] as const;

/**
 * The certificates of mutual TLS; null: none are given, so it speaks plain HTTP.
 *
 * @throws Error naming the file that is missing or can't be used, without what is in it.
 */
export function readTls(env: Environment): Tls | null {
  const files = NAMES.map((name) => [name, env[name] ?? ''] as const);
  if (files.every(([, file]) => file === '')) return null;
  const [cert = '', key = '', ca = ''] = files.map(([name, file]) => {
    if (file === '') throw new Error(`${name}: expected with ${NAMES.filter((one) => one !== name).join(' and ')}`);
    try {
      return readFileSync(file, 'utf8');
    } catch {
      throw new Error(`${name}: ${file} can not be read`);
    }
  });
  try {
    createSecureContext({ cert, key, ca });
  } catch {
    throw new Error(`${NAMES.join(', ')}: expected PEM, and a key that fits its certificate`);
  }
  return { cert, key, ca };
}
