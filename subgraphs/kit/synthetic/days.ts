const DAY = 86_400_000;

/** The fixed today of the synthetic world. Data lies before it; what is valid, is so long after it. */
export const PEILDATUM = '2026-10-01';

/** The day so many days after (or before) an ISO day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one ISO day to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
