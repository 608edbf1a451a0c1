import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { readLabels } from '../../../schema/compose/readLabels';
import type { Convenant } from '../../../schema/domain/convenant';
import { readKetenpartners } from '../../../schema/partners';
import { asSigned } from '../../convenant/asSigned';
import { compileTabel } from '../../convenant/compileTabel';
import { readConvenanten } from '../../convenant/readConvenanten';
import { createDecider } from '../../decide/createDecider';
import type { Regelset } from '../../inzage/herbeslissing/decideAgain';

/** The rules to decide with, and those by which was decided as far as they lie here. */
export interface Regelsets {
  readonly digest: string;
  readonly nieuw: Regelset;
  /** The rules of this table; null: they do not lie here. */
  readonly waarmee: (tabel: string | null) => Regelset | null;
}

/** Throws Invoerfout when the convenanten of either folder are wrong. */
export function readRegelsets(met: string, here: string): Regelsets {
  const labels = readLabels(readFileSync(join(__dirname, '../../../schema/supergraph.graphql'), 'utf8'));
  const [catalogus, partners] = [readGegevenscatalogus(), readKetenpartners()];
  const read = (
    dir: string,
    choose: (versies: readonly Convenant[], versie: string | null) => Convenant | undefined,
  ) => {
    // In order of their date.
    const convenanten = readConvenanten(dir, catalogus, partners).map(asSigned);
    const { digest } = compileTabel(labels, catalogus, partners, convenanten);
    const decider = createDecider({ labels, catalogus, partners, digest });
    const set: Regelset = {
      ...{ labels, catalogus, partners, decider },
      versieVoor: ({ convenant, versie }) =>
        choose(
          convenanten.filter(({ id }) => id === convenant),
          versie,
        ) ?? null,
    };
    return { digest, set };
  };
  const nieuw = read(met, (versies) => versies.at(-1));
  const oud = read(here, (versies, versie) => versies.find((one) => one.versie === versie));
  return { digest: nieuw.digest, nieuw: nieuw.set, waarmee: (tabel) => (tabel === oud.digest ? oud.set : null) };
}
