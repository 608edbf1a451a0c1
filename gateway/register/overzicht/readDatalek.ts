import type { RegisterReader } from '../reader/openReader';
import { inOrder } from './blad';
import { dagVan } from './dag';
import { Loten } from './lot';
import { Opener } from './openAll';

/** What an account saw in one casus. Who the persons are the register can't say: it keeps keys, not ids. */
interface Datalekregel {
  /** null: outside any. */
  readonly casus: string | null;
  readonly personen: number;
  readonly categorieen: readonly string[];
  readonly eerste: string;
  readonly laatste: string;
  readonly antwoorden: number;
}

export interface Datalek {
  /** Of how many persons in all. */
  readonly personen: number;
  readonly regels: readonly Datalekregel[];
}

interface Gezien {
  readonly personen: Set<string>;
  readonly categorieen: Set<string>;
  readonly eerste: string;
  laatste: string;
  antwoorden: number;
}

/**
 * What was answered to an account, data of its own organisation too: whoever used it saw those as well. Not what its
 * questions told the host of a source, which the account did not see.
 *
 * @param partner whose account it is: another partner may have a medewerker of the same name.
 * @param medewerker pseudonym.
 */
export async function readDatalek(reader: RegisterReader, partner: string, medewerker: string): Promise<Datalek> {
  const loten = new Loten(reader);
  const opener = new Opener(reader);
  const perCasus = new Map<string | null, Gezien>();
  for await (const entry of reader.pointedTo('medewerker', medewerker)) {
    if (entry.soort !== 'ANTWOORD' || entry.partner !== partner) continue;
    if ((await loten.of(entry)) === 'NOOIT_WEG') continue;
    const { regels, personen } = await opener.open(entry);
    if (regels.length + personen.length === 0) continue;
    const casus = entry.casus ?? null;
    const dag = dagVan(entry);
    const seen = perCasus.get(casus) ?? { ...NIETS(), eerste: dag, laatste: dag };
    perCasus.set(casus, seen);
    for (const sleutel of personen) seen.personen.add(sleutel);
    for (const { categorie } of regels) seen.categorieen.add(categorie);
    seen.laatste = dag;
    seen.antwoorden += 1;
  }
  const all = new Set([...perCasus.values()].flatMap(({ personen }) => [...personen]));
  const regels = [...perCasus].map(([casus, { personen, categorieen, ...rest }]): Datalekregel => {
    return { casus, personen: personen.size, categorieen: [...categorieen].sort(), ...rest };
  });
  return { personen: all.size, regels: inOrder(regels) };
}

const NIETS = (): Pick<Gezien, 'personen' | 'categorieen' | 'antwoorden'> => {
  return { personen: new Set<string>(), categorieen: new Set<string>(), antwoorden: 0 };
};
