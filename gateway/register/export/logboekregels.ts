import { createHash } from 'node:crypto';
import { type Verstrekkingsweg, movedBy } from '../overzicht/weg';
import type { Entry } from '../reader/entry';
import { type Namen, partnerUri, verwerkingVan } from './verwerking';

/** A line of the Logboek Dataverwerkingen (1.0.0): one action, about one data subject. It names no user. */
export interface Logboekregel {
  readonly trace_id: string;
  readonly span_id: string;
  readonly status: 'OK';
  readonly name: string;
  /** ISO, UTC. */
  readonly start_time: string;
  readonly end_time: string;
  /** The answer, or the question to a source, that told of more than one. */
  readonly parent_span_id?: string;
  readonly attributes: {
    /** URI. */
    readonly 'dpl.core.processing_activity_id': string;
    /** Id of the key of the person in the register: a pseudonym that says nothing without the register. */
    readonly 'dpl.core.data_subject_id': string;
    readonly 'dpl.core.data_subject_id_type': string;
    /** URI of the ketenpartner that asked. */
    readonly 'dpl.core.foreign_operation.processor': string;
  };
}

/** An answer, and what a question told the host of a source. */
const NAMEN: Readonly<Record<Verstrekkingsweg, string>> = {
  ANTWOORD: 'ketenhub.verstrekking',
  BRON: 'ketenhub.bevraging',
};
/** What kind of pseudonym it is. */
const SOORT = 'urn:ketenhub:persoonsleutel';

/**
 * The lines of an entry: one for each person of whom an answer told who asked, or a question the host of a source; none of
 * another entry. The ids follow from the entry, so that what is sent twice is the same line twice. An entry keeps one
 * moment: that of writing it down.
 */
export function toLogboekregels(entry: Entry, namen: Namen): Logboekregel[] {
  const { id, personen = [], tijdstip, traceId } = entry;
  const moved = movedBy(entry);
  if (moved === null) return [];
  const about = [...new Set(personen.map(({ sleutel }) => sleutel))];
  const parent = about.length > 1 ? { parent_span_id: hexOf(`span\n${id}`, 8) } : {};
  return about.map((sleutel) => ({
    trace_id: traceId ?? hexOf(`trace\n${id}`, 16),
    span_id: hexOf(`span\n${id}\n${sleutel}`, 8),
    status: 'OK',
    name: NAMEN[moved.weg],
    start_time: tijdstip,
    end_time: tijdstip,
    ...parent,
    attributes: {
      'dpl.core.processing_activity_id': verwerkingVan(entry, namen),
      'dpl.core.data_subject_id': sleutel,
      'dpl.core.data_subject_id_type': SOORT,
      'dpl.core.foreign_operation.processor': partnerUri(entry.partner ?? '', namen),
    },
  }));
}

function hexOf(text: string, bytes: number): string {
  return createHash('sha256')
    .update(`ketenhub.logboek.v1\n${text}`)
    .digest('hex')
    .slice(0, bytes * 2);
}
