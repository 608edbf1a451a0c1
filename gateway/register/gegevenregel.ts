/** What an answer gave of one category, from one giver: inside an entry, where no table has to hold it. */
export interface Gegevenregel {
  /** OIN of the bronhouder. */
  readonly gever: string;
  readonly categorie: string;
  readonly artikel: string;
  /** The requester's own data: no disclosure. */
  readonly eigen?: true;
  /** Number of values per coordinate; 0: it was told that there are none. */
  readonly velden: Readonly<Record<string, number>>;
  /** Type, keyed reference and keyed version of each record. */
  readonly records?: readonly (readonly [type: string, verwijzing: string, versie: string])[];
}

/** What an entry tells of one person, in bytes, at most: more is not written, so that whatever was can be read. */
export const MOST_BYTES = 8 * 1024 * 1024;
