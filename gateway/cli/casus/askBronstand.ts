import { z } from 'zod';
import { SUBGRAVEN, type Subgraaf } from '../../../schema/domain/subgraaf';
import type { Bron, Bronstand } from '../../../schema/verloop/bronbesluit';
import { askHub } from '../asking/askHub';
import type { Gesprek } from '../asking/vrager';
import type { DutchCommand } from '../dutchCommand';
import { unusable } from '../ended';
import { readWoord } from '../readWoord';

/** About what it is asked or decided. */
export interface Bronopties {
  readonly bron: Subgraaf;
  readonly record?: string;
  readonly persoon?: string;
}

export function addBron(command: DutchCommand): DutchCommand {
  command
    .requiredOption(
      '--bron <bron>',
      `gegevensbron waar het staat: ${SUBGRAVEN.join(', ')}`,
      readWoord('bron', SUBGRAVEN),
    )
    .option('--record <verwijzing>', 'het record, zoals de bron het in "record" noemt, of een advies')
    .option('--persoon <id>', 'in plaats van --record: al wat de eigen organisatie van deze persoon heeft');
  return command;
}

export function readBron({ bron, record: given, persoon: who }: Bronopties): Bron {
  const [record, persoon] = [given ?? null, who ?? null];
  if ((record === null) === (persoon === null)) throw unusable('Noem --record of --persoon: een van beide.');
  return { bron, record, persoon };
}

const bronstandSchema: z.ZodType<Bronstand> = z.object({
  nr: z.number(),
  vrijgegevenAan: z.array(z.string()),
  bezwaarTegen: z.array(z.string()),
});

/** Asks the running hub how it stands for the own organisation. Throws Ended. */
export async function askBronstand({ publicUrl, kop }: Gesprek, bron: Bron): Promise<Bronstand> {
  const question = { operatie: 'bronbesluit', variables: { ...bron } };
  return (await askHub(publicUrl, kop, question, z.object({ bronbesluit: bronstandSchema }))).bronbesluit;
}
