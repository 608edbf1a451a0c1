import { createHash } from 'node:crypto';
import type { Told } from '../../schema/tracing/known';
import type { Gesnoeid } from './prune';

/**
 * What is told of a question in a trace: which fields of the graph it comes to, as a digest, and how many. Not a digest of
 * its text: who guesses what a client wrote in there could see from it that he guessed right.
 */
export function describeQuestion({ gevraagd, weigeringen }: Pick<Gesnoeid, 'gevraagd' | 'weigeringen'>): Told {
  const { coordinaten } = gevraagd;
  return {
    'ketenhub.operation': createHash('sha256').update(coordinaten.join('\n')).digest('hex'),
    'ketenhub.fields': coordinaten.length,
    'ketenhub.fields.refused': weigeringen.length,
  };
}
