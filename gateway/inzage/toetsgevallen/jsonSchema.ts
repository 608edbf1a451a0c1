import { z } from 'zod';
import type { Gegevenscatalogus } from '../../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../../schema/domain/ketenpartner';
import { toetsgevalSchema } from './toetsgevalSchema';

/** The JSON Schema of a file of toetsgevallen, for editors: test/cases/toetsgeval.schema.json, kept the same by a test. */
export function toetsgevalJsonSchema(
  catalogus: Gegevenscatalogus,
  partners: Ketenpartners,
  convenanten: readonly string[],
): string {
  const schema = z.toJSONSchema(toetsgevalSchema(catalogus, partners, convenanten), { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ title: 'Toetsgevallen', ...schema }, null, 2)}\n`;
}
