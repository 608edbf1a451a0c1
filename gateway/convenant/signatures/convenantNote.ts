import type { Convenant } from '../../../schema/domain/convenant';

/** The text that the partijen of a convenant sign: which version, when, and the digest of its compiled table. */
export function convenantNote({ id, versie, van, tot }: Convenant, digest: string): string {
  return `ketenhub.convenant/v1\n${id}\nversie ${versie}\ngeldig ${van} tot ${tot}\nsha256 ${digest}\n`;
}

/** The digest that a signed text names; null when it names none. */
export function signedDigest(text: string): string | null {
  return /^sha256 ([0-9a-f]{64})$/m.exec(text)?.[1] ?? null;
}
