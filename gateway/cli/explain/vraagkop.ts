/** The headers with which a query is put to the hub. */
export type Vraagkop = Readonly<Record<string, string>>;
