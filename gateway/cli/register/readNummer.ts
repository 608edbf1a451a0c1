import { readDossiernummer } from '../../../schema/domain/dossiernummer';
import { unusable } from '../ended';

/** The number of a dossier as it was typed. Throws Ended. */
export function readNummer(typed: string): string {
  const nummer = readDossiernummer(typed);
  if (nummer === null) throw unusable(`"${typed}" is geen dossiernummer, zoals D-7K3M-9QXT-4HWP.`);
  return nummer;
}
