import type { Convenant } from '../../schema/domain/convenant';
import type { Gegevenscatalogus } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import { Invoerfout } from '../../schema/invoerfout';
import { readYaml, type Gelezen } from '../../schema/yaml';
import { checkSamenhang } from './checkSamenhang';
import { convenantSchema } from './convenantSchema';
import { checkVloer } from './floor/checkVloer';
import { spellOut } from './spellOut';

/** Reads one convenant: its text, its words, whether it hangs together, whether it stays above the floor of the law. */
export function readConvenant(
  bestand: string,
  catalogus: Gegevenscatalogus,
  partners: Ketenpartners,
): Gelezen<Convenant> {
  const gelezen = readYaml(bestand, convenantSchema(catalogus, partners));
  const convenant = spellOut(gelezen.value);
  const bevindingen = [
    ...checkSamenhang(convenant, catalogus, partners),
    ...checkVloer(convenant, catalogus, partners),
  ];
  if (bevindingen.length > 0) throw new Invoerfout(bevindingen.map((b) => gelezen.melding(b.pad, b.melding)));
  return { ...gelezen, value: convenant };
}
