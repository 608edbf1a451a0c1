import { deriveHash } from './verifier/deriveHash';
import { openSource, type RegisterSource } from './verifier/openSource';
import type { Source, StoredLine, StoredVerstrekking } from './verifier/stored';

export interface VerifyOptions {
  /** A head (hash) noted earlier, outside the register: it must still be in the chain. */
  readonly kop?: string;
  /** Lines read at a time. */
  readonly pageSize?: number;
}

export interface Verification {
  /** Entries found right, from the first on. */
  readonly regels: number;
  /** Hash of the last of them: note it elsewhere, to pass as `kop` another time. */
  readonly kop: string | null;
  /** The first wrong entry. */
  readonly fout: null | { readonly seq: number; readonly melding: string };
}

const BEGIN = '0'.repeat(64);

/**
 * Derives every hash of a register anew and names the first entry that is wrong: edited, removed, moved, slipped in, or
 * with verstrekkingen edited, removed or added. Not found without `kop`: whole entries cut off, or added in good form,
 * at the end, and a chain rewritten from some entry on. Throws when the register cannot be read.
 */
export async function verifyRegister(
  source: RegisterSource,
  onProgress: (regels: number) => void = () => undefined,
  options: VerifyOptions = {},
): Promise<Verification> {
  const opened = openSource(source);
  try {
    return await follow(opened, onProgress, options);
  } finally {
    await opened.close();
  }
}

async function follow(
  source: Source,
  onProgress: (regels: number) => void,
  { kop, pageSize = 500 }: VerifyOptions,
): Promise<Verification> {
  let regels = 0;
  let head = BEGIN;
  let kopSeen = kop === undefined;
  const verification = (fout: Verification['fout']): Verification => ({
    regels,
    kop: regels === 0 ? null : head,
    fout,
  });

  for (;;) {
    const page = await source.page(regels === 0 ? null : regels, pageSize);
    if (page.lines.length === 0) break;
    let next = 0;
    for (const line of page.lines) {
      const from = next;
      while (page.verstrekkingen[next]?.logregel_seq === line.seq) next += 1;
      const stray = from === next ? strayBefore(regels + 1, page.verstrekkingen[next]) : null;
      const fout = stray ?? faultOf(line, regels + 1, head, page.verstrekkingen.slice(from, next));
      if (fout !== null) return verification(fout);
      regels += 1;
      head = line.hash ?? BEGIN;
      kopSeen ||= head === kop;
    }
    onProgress(regels);
  }

  const orphan = await source.orphan(regels);
  if (orphan !== null) return verification(strayFault(orphan));
  if (!kopSeen) {
    return verification({
      seq: regels + 1,
      melding:
        'de eerder genoteerde kop komt in de keten niet voor: het einde is verwijderd of de keten is herschreven',
    });
  }
  return verification(null);
}

/** Verstrekkingen come in order: one before the entry that is due belongs to none. (One in a gap: the gap is the fault.) */
function strayBefore(seq: number, row: StoredVerstrekking | undefined): Verification['fout'] {
  return row === undefined || Number(row.logregel_seq) >= seq ? null : strayFault(row.logregel_seq);
}

function strayFault(seq: string | null): Verification['fout'] {
  return { seq: Number(seq), melding: `verstrekking bij regel ${seq ?? '?'}, die niet bestaat` };
}

function faultOf(
  line: StoredLine,
  seq: number,
  vorige: string,
  verstrekkingen: readonly StoredVerstrekking[],
): Verification['fout'] {
  if (line.seq !== String(seq)) {
    const found = Number(line.seq);
    if (line.seq !== null && found < seq) return { seq: found, melding: `regel ${line.seq} hoort niet in de keten` };
    return { seq, melding: `regel ${seq} ontbreekt: na regel ${seq - 1} volgt regel ${line.seq ?? '?'}` };
  }
  if (line.vorige !== vorige) {
    return { seq, melding: `regel ${seq} sluit niet aan op regel ${seq - 1}: vorige hash is een andere` };
  }
  if (line.hash !== deriveHash(vorige, line, verstrekkingen)) {
    return { seq, melding: `regel ${seq} of een verstrekking daarbij is gewijzigd: hash klopt niet` };
  }
  return null;
}
