import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import type { Convenant } from '../../schema/domain/convenant';
import type { Gegevenscatalogus } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import type { Coordinaatlabel } from '../../schema/domain/labels';
import { Invoerfout, type Invoermelding } from '../../schema/invoerfout';
import { asSigned } from '../convenant/asSigned';
import { type Coordinatentabel, compileTabel } from '../convenant/compileTabel';
import { readConvenantbestanden } from '../convenant/readConvenanten';
import { convenantDigest } from '../convenant/signatures/convenantDigest';
import { readSignatures } from '../convenant/signatures/readSignatures';
import { type Decider, createDecider } from '../decide/createDecider';

/** One revision of the rules: what is in force of the convenanten, and what decides by it. */
export interface Regels {
  /** Digest of the whole coordinate table. */
  readonly digest: string;
  readonly tabel: Coordinatentabel;
  readonly decider: Decider;
  readonly convenanten: readonly Convenant[];
  /** The versions of each convenant, by its id. */
  readonly versies: ReadonlyMap<string, readonly Convenant[]>;
  /** Digest of what its partijen sign, by `id@versie`. */
  readonly digests: ReadonlyMap<string, string>;
  /** Who really signed each, by `id@versie`: in the demo others count as well. */
  readonly handtekeningen: ReadonlyMap<string, readonly string[]>;
  /** Digests of the labels and of the code, and the names of the keys in force. */
  readonly labels: string;
  readonly code: string;
  readonly sleutels: readonly string[];
  /** Digest of all that decides here: table, signatures that hold, labels, code and keys. Every decision names it. */
  readonly attest: string;
}

export interface Regelgrond {
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  readonly catalogus: Gegevenscatalogus;
  readonly partners: Ketenpartners;
  readonly dir: string;
  /** In the demo examples count as signed by all; in production they stop the start, as does what nobody signed. */
  readonly mode: 'demo' | 'production';
  /** Digest of the code that decides. */
  readonly code: string;
  /** Names of the keys in force: of the hub, of the issuers, of the register. */
  readonly sleutels: readonly string[];
}

/**
 * Reads the convenanten of a folder into a revision of the rules: validated, compiled, and with the signatures that hold.
 *
 * @throws Invoerfout with all that keeps them from coming into force.
 */
export function readRegels(grond: Regelgrond): Regels {
  const { labels, catalogus, partners, dir, mode, code, sleutels } = grond;
  const gelezen = readConvenantbestanden(dir, catalogus, partners);
  const { tabel, digest } = compileTabel(
    labels,
    catalogus,
    partners,
    gelezen.map(({ convenant }) => convenant),
  );
  const digests = new Map<string, string>();
  const handtekeningen = new Map<string, readonly string[]>();
  const meldingen: Invoermelding[] = [];
  const convenanten = gelezen.map(({ bestand, convenant }): Convenant => {
    const own = convenantDigest(tabel, convenant);
    digests.set(`${convenant.id}@${convenant.versie}`, own);
    try {
      const getekend = readSignatures(bestand, convenant, own, partners);
      handtekeningen.set(`${convenant.id}@${convenant.versie}`, getekend);
      if (mode === 'demo') return getekend.length === 0 ? asSigned(convenant) : { ...convenant, getekend };
      const waarom = whyNotInForce(convenant, getekend);
      if (waarom !== null) meldingen.push({ bestand, regel: 1, kolom: 1, melding: `${waarom} (tabel ${own})` });
      return { ...convenant, getekend };
    } catch (fout) {
      if (!(fout instanceof Invoerfout)) throw fout;
      meldingen.push(...fout.meldingen);
      return convenant;
    }
  });
  if (meldingen.length > 0) throw new Invoerfout(meldingen);
  const labelDigest = sha256(tabel.coordinaten);
  const inForce = { labels: labelDigest, code, sleutels };
  const getekend = Object.fromEntries(handtekeningen);
  const versies = new Map<string, Convenant[]>();
  for (const convenant of convenanten) versies.set(convenant.id, [...(versies.get(convenant.id) ?? []), convenant]);
  return {
    ...inForce,
    digest,
    tabel,
    digests,
    handtekeningen,
    convenanten,
    versies,
    attest: sha256({ tabel: digest, getekend, ...inForce }),
    decider: createDecider({ catalogus, partners, labels, digest }),
  };
}

function whyNotInForce({ voorbeeld }: Convenant, getekend: readonly string[]): string | null {
  if (voorbeeld) return 'een voorbeeld kan in productie niet gelden';
  return getekend.length === 0 ? 'geen enkele partij heeft dit convenant ondertekend' : null;
}

function sha256(value: unknown): string {
  return createHash('sha256')
    .update(stringify(value) ?? '')
    .digest('hex');
}
