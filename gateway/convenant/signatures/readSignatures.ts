import { existsSync, readFileSync } from 'node:fs';
import type { Convenant } from '../../../schema/domain/convenant';
import type { Ketenpartners } from '../../../schema/domain/ketenpartner';
import { Invoerfout } from '../../../schema/invoerfout';
import { convenantNote, signedDigest } from './convenantNote';
import { type SignedNote, parseNote, readVerifier, verifyNote } from '../../../schema/signedNote';

/**
 * Which partijen signed a convenant as it is compiled now, from the signed note beside it (`NAME.yaml.sig`). Somebody
 * may not have signed yet; a signature that does not hold is another matter, and stops whoever reads it.
 *
 * @returns ids of the partijen, in the order of the convenant; none when there is no such file.
 * @throws Invoerfout for a file that is no signed note, that is signed over another digest (naming both), or that holds
 *   a signature of somebody who is no partij, has no known key, or did not make it.
 */
export function readSignatures(
  bestand: string,
  convenant: Convenant,
  digest: string,
  partners: Ketenpartners,
): readonly string[] {
  const file = `${bestand}.sig`;
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const fout = (melding: string, naam?: string): Invoerfout =>
    new Invoerfout([{ bestand: file, regel: lineOf(text, naam), kolom: 1, melding }]);
  const note = parseNote(text);
  if (note === null) throw fout('dit is geen ondertekende tekst (C2SP signed note); maak haar met "hub sign"');
  if (note.text !== convenantNote(convenant, digest)) {
    const signed = signedDigest(note.text);
    throw fout(
      signed === digest
        ? 'de handtekeningen horen bij een ander convenant of een andere versie'
        : `ondertekend is tabel ${signed ?? '(geen)'}, maar nu geldt ${digest}: wat wordt verstrekt is sindsdien gewijzigd`,
    );
  }
  const signers = new Set(note.signatures.map(({ name }) => name));
  for (const name of signers) {
    if (!convenant.partijen.includes(name)) throw fout(`"${name}" is geen partij van dit convenant`, name);
    const ongeldig = whyNot(note, name, partners);
    if (ongeldig !== null) throw fout(`de handtekening van "${name}" geldt niet: ${ongeldig}`, name);
  }
  return convenant.partijen.filter((partij) => signers.has(partij));
}

/** Every signature under a name must hold: one that does not is a forgery or a mistake, and neither is passed over. */
function whyNot({ text, signatures }: SignedNote, name: string, partners: Ketenpartners): string | null {
  const sleutel = partners.get(name)?.sleutel ?? null;
  const verifier = sleutel === null ? null : readVerifier(sleutel);
  if (verifier === null) return 'van deze partij is geen sleutel bekend (sleutel in partners.yaml)';
  const own = signatures.filter((one) => one.name === name);
  return own.every((one) => verifyNote(text, one, verifier)) ? null : 'zij is niet met zijn sleutel gezet';
}

function lineOf(text: string, naam: string | undefined): number {
  const index = naam === undefined ? -1 : text.indexOf(`\n\u2014 ${naam} `);
  return index < 0 ? 1 : text.slice(0, index + 1).split('\n').length;
}
