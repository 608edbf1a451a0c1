import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Invoerfout, type Invoermelding } from '../../../schema/invoerfout';
import { type Gelezen, readYaml } from '../../../schema/yaml';
import { type Toetsgevallen, toetsgevalSchema } from '../../inzage/toetsgevallen/toetsgevalSchema';
import { unusable } from '../ended';

interface Gelezenen {
  readonly gelezen: readonly Gelezen<Toetsgevallen>[];
  /** All that is wrong in all of the files. */
  readonly meldingen: readonly Invoermelding[];
}

/** Reads every file of toetsgevallen in a folder. @throws Ended 2 when there is no such folder, or none in it. */
export function readToetsgevallen(dir: string, ...words: Parameters<typeof toetsgevalSchema>): Gelezenen {
  const schema = toetsgevalSchema(...words);
  const meldingen: Invoermelding[] = [];
  const gelezen = listFiles(dir).flatMap((bestand) => {
    try {
      return [readYaml(bestand, schema)];
    } catch (fout) {
      if (!(fout instanceof Invoerfout)) throw fout;
      meldingen.push(...fout.meldingen);
      return [];
    }
  });
  return { gelezen, meldingen };
}

function listFiles(dir: string): string[] {
  let namen: string[];
  try {
    namen = readdirSync(dir).sort();
  } catch {
    throw unusable(`De map ${dir} met toetsgevallen kan niet worden gelezen.`);
  }
  const bestanden = namen.filter((naam) => /\.ya?ml$/i.test(naam)).map((naam) => join(dir, naam));
  if (bestanden.length === 0) throw unusable(`In ${dir} staat geen toetsgeval (een bestand op .yaml).`);
  return bestanden;
}
