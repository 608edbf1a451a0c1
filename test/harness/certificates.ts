import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 24 * 3_600_000;

/** A certificate and its key, as PEM, and the files in which they are. */
export interface Papers {
  readonly cert: string;
  readonly key: string;
  readonly certFile: string;
  readonly keyFile: string;
}

/** Who signs certificates. */
export interface Authority {
  readonly file: string;
  /** @param names under which it is found; none: of who only asks. */
  issue(naam: string, names?: readonly string[], until?: Date): Promise<Papers>;
}

/** Makes an authority in a folder. */
export async function makeAuthority(dir: string, naam: string): Promise<Authority> {
  // Its types are those of a browser.
  x509.cryptoProvider.set(webcrypto as never);
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const notBefore = new Date(Date.now() - 30 * DAY);
  const own = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${naam}`,
    notBefore,
    notAfter: new Date(Date.now() + 30 * DAY),
    signingAlgorithm: ALGORITHM,
    keys: keys as never,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)], // oxfmt-ignore
  });
  const file = join(dir, `${naam}.ca.pem`);
  writeFileSync(file, own.toString('pem'));
  return {
    file,
    issue: async (subject, names = [], until = new Date(Date.now() + DAY)) => {
      const pair = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
      const made = await x509.X509CertificateGenerator.create({
        subject: `CN=${subject}`,
        issuer: own.subject,
        notBefore,
        notAfter: until,
        signingAlgorithm: ALGORITHM,
        publicKey: pair.publicKey as never,
        signingKey: keys.privateKey as never,
        extensions:
          names.length === 0
            ? []
            : [new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: /^\d/.test(value) ? 'ip' : 'dns', value })))], // oxfmt-ignore
      });
      const cert = made.toString('pem');
      const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', pair.privateKey)).toString('base64');
      const key = `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`;
      const [certFile, keyFile] = [join(dir, `${naam}-${subject}.pem`), join(dir, `${naam}-${subject}.key.pem`)];
      writeFileSync(certFile, cert);
      writeFileSync(keyFile, key);
      return { cert, key, certFile, keyFile };
    },
  };
}
