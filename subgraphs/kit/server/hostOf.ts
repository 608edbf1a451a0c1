import type { Subgraaf } from '../../../schema/domain/subgraaf';
import { readKetenpartners } from '../../../schema/partners';

/** OIN of the partner that hosts a source. Throws Error when nobody does. */
export function hostOf(subgraaf: Subgraaf): string {
  const host = [...readKetenpartners().values()].find((partner) => partner.subgraaf === subgraaf);
  if (host === undefined) throw new Error(`partners.yaml: no partner hosts ${subgraaf}`);
  return host.oin;
}
