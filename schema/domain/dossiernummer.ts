/** Letters and digits that nobody mistakes for another, or reads as a word (Crockford's base32). */
const TEKENS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const NUMMER = /^D(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/**
 * A number of a dossier, to be read out and typed over: `D-7K3M-9QXT-4HWP`. Its 60 bits can't be guessed by asking.
 *
 * @param random 12 random bytes.
 */
export function makeDossiernummer(random: Uint8Array): string {
  const signs = [...random.subarray(0, 12)].map((byte) => TEKENS[byte % TEKENS.length] ?? '').join('');
  return `D-${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
}

/** The number that somebody typed, in whatever case and with the letters that are not in it; null: it is none. */
export function readDossiernummer(typed: string): string | null {
  const signs = typed.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/[\s-]/g, '');
  const nummer = signs.replace(/^D(.{4})(.{4})(.{4})$/, 'D-$1-$2-$3');
  return NUMMER.test(nummer) ? nummer : null;
}
