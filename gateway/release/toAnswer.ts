import { GraphQLError } from 'graphql';
import type { Ontvangstbewijs } from '../../schema/domain/registerregel';
import type { Voorwaardenregel } from './listVoorwaarden';
import type { Weigeringspad } from '../../schema/domain/selectie';

/** An answer as it leaves: data, what is missing and why, and the register's receipt. */
export interface Antwoord {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: {
    readonly verstrekking: Ontvangstbewijs;
    readonly voorwaarden?: readonly Voorwaardenregel[];
  };
}

/** What is missing through no rule. */
interface Fout {
  readonly code: keyof typeof FOUTTEKST;
  readonly pad: readonly (string | number)[];
  readonly subgraaf: string | null;
}

const FOUTTEKST = {
  HUB_ONBESLIST: 'Over dit gegeven kon nu niet worden beslist; daarom wordt het niet verstrekt.',
  HUB_PARTNER_ONBEREIKBAAR: 'De bron van dit gegeven gaf geen (volledig) antwoord.',
  HUB_NIET_DOORGEGEVEN:
    'Dit is niet te bepalen: wat ervoor nodig is mag niet naar de bron die het bepaalt. Dat er niets is, zegt dit niet.',
} as const;

/** @param bewijs the receipt; null for a request outside any casus. */
export function toAnswer(
  data: Record<string, unknown> | null,
  weigeringen: readonly Weigeringspad[],
  fouten: readonly Fout[],
  bewijs: Ontvangstbewijs | null,
  voorwaarden: readonly Voorwaardenregel[] = [],
): Antwoord {
  const errors = [...weigeringen.map(refusal), ...fouten.map(fault)];
  return {
    data,
    ...(errors.length === 0 ? {} : { errors }),
    ...(bewijs === null
      ? {}
      : { extensions: { verstrekking: bewijs, ...(voorwaarden.length === 0 ? {} : { voorwaarden }) } }),
  };
}

function refusal({ pad, coordinaat, besluit }: Weigeringspad): GraphQLError {
  const { categorieen, reden, artikel } = besluit;
  return new GraphQLError(`Niet verstrekt: ${categorieen.join(', ') || coordinaat} (${reden}).`, {
    path: pad,
    extensions: {
      code: 'HUB_GEGEVEN_GEWEIGERD',
      coordinaat,
      categorieen,
      reden,
      ...(artikel === null ? {} : { artikel }),
    },
  });
}

function fault({ code, pad, subgraaf }: Fout): GraphQLError {
  return new GraphQLError(FOUTTEKST[code], {
    path: pad,
    extensions: { code, ...(subgraaf === null ? {} : { subgraaf }) },
  });
}
