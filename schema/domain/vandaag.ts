const IN_NL = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** Today in the Netherlands as an ISO date: agreements, grounds and seats run by its calendar. */
export function vandaag(now: Date = new Date()): string {
  return IN_NL.format(now);
}
