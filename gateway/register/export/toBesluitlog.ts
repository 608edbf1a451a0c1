import type { Entry } from '../reader/entry';
import { groundsOf } from '../reader/besluitgrond';
import { type Namen, verwerkingVan } from './verwerking';

/** A decision as the AuthZEN Authorization API puts it (with what its Dutch profile adds), by pseudonyms only. */
export interface Besluitlogregel {
  readonly subject: { readonly type: string; readonly id: string; readonly properties: object };
  readonly action: { readonly name: string; readonly properties: object };
  readonly resource: { readonly type: string; readonly id: string; readonly properties: object };
  readonly decision: boolean;
  readonly context: object;
}

/**
 * The decision that an entry tells of: an answered request, with what of it was refused, or one that was refused whole.
 * null: an entry of another kind. No person stands in it: who was told of is in the register, sealed.
 *
 * @param casusPseudonym of the id of a casus; of what was tried as one too, since that is the client's to choose.
 */
export function toBesluitlog(
  entry: Entry,
  namen: Namen,
  casusPseudonym: (casus: string) => string,
): Besluitlogregel | null {
  const { soort, id, tijdstip, medewerker, partner, code, casus, traceId, doel } = entry;
  const answered = soort === 'ANTWOORD' || soort === 'INZAGE';
  if (!answered && soort !== 'GEWEIGERD') return null;
  const grond = groundsOf(entry);
  const { rol, aanwijzingen, gevraagd, argumenten, onbeslist, weigeringen, feiten, convenant, versie, tabel, attest } = grond; // oxfmt-ignore
  const oin = partner === undefined || partner === null ? undefined : namen.oinVan(partner);
  return {
    subject: { type: 'medewerker', id: medewerker ?? '', properties: { partner: partner ?? null, oin: oin ?? null, rol, aanwijzingen } }, // oxfmt-ignore
    action: {
      name: 'opvragen',
      properties: { processing_activity_id: verwerkingVan(entry, namen), doel: doel ?? null },
    },
    resource: {
      ...(casus === undefined || casus === null ? { type: 'hub', id: 'ketenhub' } : { type: 'casus', id: casusPseudonym(casus) }), // oxfmt-ignore
      properties: { gevraagd, argumenten },
    },
    decision: answered,
    context: {
      ...{ time: tijdstip, trace_id: traceId ?? null, bewijs: id, soort, code: code ?? null },
      ...{ convenant, versie, tabel, attest, feiten, weigeringen, onbeslist },
    },
  };
}
