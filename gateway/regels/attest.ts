import type { Regels } from './readRegels';

/** What runs, so that it can be held against what was reviewed and signed. Digests are SHA-256, hexadecimal. */
export interface Attest {
  /** Digest of all below it; every decision in the register names it. */
  readonly attest: string;
  /** Of the whole coordinate table. */
  readonly tabel: string;
  /** Of the labels in the SDL of the partners. */
  readonly labels: string;
  readonly code: string;
  /** Keys in force: of the hub by kid, of who issues tokens by issuer. */
  readonly sleutels: readonly string[];
  readonly convenanten: readonly {
    readonly convenant: string;
    readonly versie: string;
    readonly van: string;
    readonly tot: string;
    readonly voorbeeld: boolean;
    /** Of what its partijen sign. */
    readonly digest: string;
    readonly getekend: readonly string[];
    /** Partijen that did not sign it: they neither give nor receive. */
    readonly ontbreekt: readonly string[];
  }[];
}

/** Spells out a revision of the rules. An example is signed by nobody, whatever the demo lets it count for. */
export function attest(regels: Regels): Attest {
  const { digest, labels, code, sleutels, convenanten, digests, handtekeningen } = regels;
  return {
    attest: regels.attest,
    tabel: digest,
    labels,
    code,
    sleutels,
    convenanten: convenanten.map(({ id, versie, van, tot, voorbeeld, partijen }) => ({
      convenant: id,
      versie,
      van,
      tot,
      voorbeeld,
      digest: digests.get(`${id}@${versie}`) ?? '',
      getekend: handtekeningen.get(`${id}@${versie}`) ?? [],
      ontbreekt: partijen.filter((partij) => !handtekeningen.get(`${id}@${versie}`)?.includes(partij)),
    })),
  };
}
