import type { Ontvangstbewijs, Registerregel, Verstrekkingsregel } from '../../schema/domain/registerregel';
import { canonical } from './canonical';
import type { Entry, EntryVerstrekking } from './entry';
import { pseudonym } from './pseudonym';

/** All of an entry that does not depend on its place in the chain. */
export type UnplacedEntry = Pick<Entry, 'inhoud' | 'verstrekkingen'>;

/** Splits a regel into log line and verstrekkingen, with pseudonyms in place of medewerker and persons. */
export function toEntry(regel: Registerregel, key: Uint8Array): UnplacedEntry {
  const { verstrekkingen, ...line } = regel;
  const medewerker = line.medewerker === null ? null : pseudonym(key, 'medewerker', line.medewerker);
  const persons = new Map<string, string>();
  const personPseudonym = (id: string): string => {
    const known = persons.get(id) ?? pseudonym(key, 'persoon', id);
    persons.set(id, known);
    return known;
  };
  const toRow = (verstrekking: Verstrekkingsregel, nr: number): EntryVerstrekking => ({
    nr,
    gever: verstrekking.bronhouder,
    ontvanger: regel.partner,
    medewerker,
    persoon: verstrekking.persoon === null ? null : personPseudonym(verstrekking.persoon),
    casus: regel.casus,
    doel: regel.doel,
    fase: regel.fase,
    kader: regel.kader,
    categorie: verstrekking.categorie,
    coordinaat: verstrekking.coordinaat,
    artikel: verstrekking.artikel,
    eigen: verstrekking.eigen,
    aantal: verstrekking.aantal,
  });
  return { inhoud: canonical({ ...line, medewerker }), verstrekkingen: verstrekkingen.map(toRow) };
}

/** Gives the entry its place. */
export function placeEntry(entry: UnplacedEntry, seq: number, bewijs: Ontvangstbewijs): Entry {
  return { seq, id: bewijs.id, tijdstip: bewijs.tijdstip, ...entry };
}
