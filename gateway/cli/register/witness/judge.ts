import { type Verifier, verifyNote } from '../../../../schema/signedNote';
import type { Checkpoint } from '../../../register/verifier/checkpoint';
import { provesConsistency } from '../../../register/verifier/proofs';

/** What is wrong with a checkpoint as a statement of this hub; null: nothing. */
export function whyNotOf(hub: Verifier, { origin, note }: Checkpoint): string | null {
  if (origin !== hub.name) return `het checkpoint is van "${origin}", en niet van "${hub.name}"`;
  const own = note.signatures.filter(({ name, keyHash }) => name === hub.name && keyHash === hub.keyHash);
  if (own.length === 0) {
    return 'het checkpoint is niet met de bekende sleutel van de hub ondertekend; heeft hij een nieuwe, geef die dan met --hub';
  }
  return own.every((one) => verifyNote(note.text, one, hub)) ? null : 'de handtekening van de hub klopt niet';
}

/** Why the checkpoint given now does not continue the one that was kept; null: it does. */
export function whyNoGrowth(kept: Checkpoint, now: Checkpoint, proof: readonly Buffer[] | null): string | null {
  const [before, after] = [String(kept.grootte), String(now.grootte)];
  if (now.grootte < kept.grootte) return `het register is gekrompen: eerst waren er ${before} regels, nu ${after}`;
  if (now.grootte === kept.grootte && !now.root.equals(kept.root)) {
    return `het register is herschreven: over dezelfde ${after} regels ondertekende de hub eerst iets anders`;
  }
  if (proof === null) return `de hub bewijst niet dat het register van ${before} naar ${after} regels alleen groeide`;
  if (provesConsistency(kept, now, proof)) return null;
  return `het register is herschreven: wat er nu staat (${after} regels) zet niet voort wat er stond (${before} regels)`;
}
