import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import { PARTNERSOORTEN, type Partnersoort } from '../../schema/domain/partnersoort';

/** The kind that a name in `van` or `aan` stands for: its own, or that of the partner. null: a ketenrol. */
export function soortVan(naam: string, partners: Ketenpartners): Partnersoort | null {
  return PARTNERSOORTEN.find((soort) => soort === naam) ?? partners.get(naam)?.soort ?? null;
}
