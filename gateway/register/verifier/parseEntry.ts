import { z } from 'zod';

const count = z.int().nonnegative();
const sleutels = z.array(z.object({ id: z.string(), digest: z.string() }));

/** As far as the verifier needs it; the rest of an entry is in its hash. */
const entry = z.object({
  v: z.literal(2),
  id: z.string().min(1),
  tijdstip: z.iso.datetime(),
  soort: z.string().min(1),
  partner: z.string().optional(),
  medewerker: z.string().optional(),
  casus: z.string().optional(),
  personen: z.array(z.object({ sleutel: z.string() })).optional(),
  gevers: z.array(z.string()).optional(),
  naar: z.string().optional(),
  dossier: z.object({ nummer: z.string().optional() }).optional(),
  verloop: z.object({ stap: z.string() }).optional(),
  sleutels: sleutels.optional(),
  stand: z.object({ checkpointsleutel: z.string().optional() }).optional(),
  vernietigd: z
    .object({
      regels: z.array(z.tuple([count, count])).optional(),
      sleutels: z.array(z.string()).optional(),
      blijven: sleutels.optional(),
    })
    .optional(),
});

export type Entry = z.infer<typeof entry>;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** null when the text is no entry. */
export function parseEntry(tekst: Uint8Array): Entry | null {
  try {
    const parsed = entry.safeParse(JSON.parse(utf8.decode(tekst)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

type Pointer = readonly [soort: string, sleutel: string];

/** Keys of persons that an entry announces: made with it, or taken over from a text that it destroyed. */
export function announcedBy({ sleutels = [], vernietigd }: Entry): NonNullable<Entry['sleutels']> {
  return vernietigd?.blijven === undefined ? sleutels : [...sleutels, ...vernietigd.blijven];
}

/** Besluiten that are counted by themselves, and not among the stappen of a casus. */
const NO_STAPPEN: readonly string[] = ['AANWIJZEN', 'BRONBESLUIT'];

/** The pointers to an entry that follow from what it says, each once: kind and key. */
export function pointersOf(entry: Entry): readonly Pointer[] {
  const { soort, personen, casus, medewerker, partner, naar, gevers, dossier, verloop } = entry;
  const each = (kind: string, sleutels: readonly (string | undefined)[] = []): Pointer[] =>
    [...new Set(sleutels)].flatMap((sleutel): Pointer[] => (sleutel === undefined ? [] : [[kind, sleutel]]));
  const isStap = soort === 'STAP' && verloop !== undefined && !NO_STAPPEN.includes(verloop.stap);
  return [
    ...each(
      'persoon',
      personen?.map(({ sleutel }) => sleutel),
    ),
    ...each('casus', [casus]),
    ...each('stap', isStap ? [casus] : []),
    ...each('medewerker', [medewerker]),
    ...each('ontvanger', [partner, naar]),
    ...each('gever', gevers),
    ...each('dossier', [dossier?.nummer]),
  ];
}
