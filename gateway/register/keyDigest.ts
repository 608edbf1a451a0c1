import { createHash } from 'node:crypto';

/** What an entry says of a key, so that its row can't be changed unseen. */
export function keyDigest({
  id,
  zoek,
  sleutel,
}: {
  readonly id: string;
  readonly zoek: string;
  readonly sleutel: string;
}): { readonly id: string; readonly digest: string } {
  return { id, digest: createHash('sha256').update(`${id}\n${zoek}\n${sleutel}`).digest('hex') };
}
