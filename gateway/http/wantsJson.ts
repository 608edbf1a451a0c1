import Negotiator from 'negotiator';

/** In which an answer can come: one question has one answer, never in parts. */
export const ANSWERS_IN = ['application/json', 'application/graphql-response+json'];

/**
 * Whether who asks takes what an answer comes in (RFC 9110 12.5.1); who does not say takes all. Apollo looks at that once
 * everything has been done: too late for a change, and for what was written down as given.
 */
export function wantsJson(accept: string | undefined): boolean {
  return accept === undefined || new Negotiator({ headers: { accept } }).mediaType(ANSWERS_IN) !== undefined;
}
