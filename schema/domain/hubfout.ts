/** Codes of a whole request refused, with the HTTP status of each. */
export const HUBFOUTCODES = {
  HUB_NIET_AANGEMELD: 401,
  HUB_VERZOEK_ONVOLLEDIG: 400,
  HUB_CASUS_ONTOEGANKELIJK: 403,
  HUB_DOEL_NIET_GEDEKT: 403,
  HUB_OPERATIE_NIET_GEREGISTREERD: 400,
  HUB_LIMIET: 400,
  HUB_TE_VEEL_VERZOEKEN: 429,
  HUB_CONFLICT: 409,
  HUB_STAP_GEWEIGERD: 422,
  HUB_PARTNER_ONBEREIKBAAR: 503,
  HUB_CASUSFEITEN_ONBEREIKBAAR: 503,
  HUB_CASUSFEITEN_ONGETEKEND: 503,
  HUB_REGISTER_ONBESCHIKBAAR: 503,
  HUB_ONBESLIST: 503,
} as const;
export type Hubfoutcode = keyof typeof HUBFOUTCODES;

/** A whole request refused. The message is for the caller: the rule and what was expected, never a person's data. */
export class Hubfout extends Error {
  override readonly name = 'Hubfout';
  readonly status: number;
  readonly wait: number | null;
  readonly limit: string | null;
  constructor(
    readonly code: Hubfoutcode,
    message: string,
    /** Seconds until it is worth to ask again, and the limit that was exceeded. */
    { wait = null, limit = null }: { readonly wait?: number | null; readonly limit?: string | null } = {},
  ) {
    super(message);
    this.status = HUBFOUTCODES[code];
    this.wait = wait;
    this.limit = limit;
  }
}
