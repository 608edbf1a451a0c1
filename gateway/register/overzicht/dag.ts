const AMSTERDAM = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The day on which something happened, as people here count days: ISO date. */
export function dagVan({ tijdstip }: { readonly tijdstip: string }): string {
  return AMSTERDAM.format(new Date(tijdstip));
}
