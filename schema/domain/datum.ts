const VORM = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A day of the calendar as the graph writes it: an ISO date.
 *
 * @throws Error that says the rule and never repeats the value, which may be personal data.
 */
export function parseDatum(value: unknown): string {
  if (typeof value === 'string' && VORM.test(value)) {
    const moment = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value)) return value;
  }
  throw new Error('Een Datum is een bestaande dag, geschreven als JJJJ-MM-DD.');
}
