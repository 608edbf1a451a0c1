import { z } from 'zod';
import type { Gegevenscatalogus } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import { convenantSchema } from './convenantSchema';

/**
 * The JSON Schema of a convenant file, for editors: schema/convenanten/convenant.schema.json, kept the same by a test.
 * It offers the words and catches typing mistakes; whether a convenant may stand is for readConvenanten to say.
 */
export function convenantJsonSchema(catalogus: Gegevenscatalogus, partners: Ketenpartners): string {
  const schema = z.toJSONSchema(convenantSchema(catalogus, partners), { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ title: 'Convenant', ...schema }, null, 2)}\n`;
}
