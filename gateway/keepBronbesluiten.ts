import type { Betrokkene } from '../schema/domain/betrokkene';
import { KETENROLLEN } from '../schema/domain/ketenrol';
import type { Gegevenscatalogus } from '../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../schema/domain/ketenpartner';
import { SLEUTELCATEGORIEEN } from '../schema/domain/sleutel';
import type { Verzoeker } from '../schema/domain/verzoeker';
import { nearest } from '../schema/nearest';
import type { Span } from '../schema/tracing/span';
import {
  type Bron,
  type Bronbesluit,
  IEDEREEN,
  MEESTE_PERSONEN,
  bronSchema,
  readBronbesluit,
} from '../schema/verloop/bronbesluit';
import type { Stapsleutels } from '../schema/verloop/handtekening';
import type { Brondoor } from './context/brondoor';
import type { FactsDoor } from './context/factsDoor';
import { inaccessible } from './context/openContext';
import type { Fetching } from './fetching';
import type { Bronbesluitvelden } from './hubgraph/bronbesluitvelden';
import { keepBesluit, overtaken, refusedBesluit, unusable } from './keepBesluit';

interface Grond {
  readonly door: Pick<Brondoor, 'read' | 'take'>;
  readonly facts: Pick<FactsDoor, 'betrokkene'>;
  readonly stillSits: (verzoeker: Verzoeker, casus: string, span: Span) => Promise<boolean>;
  readonly partners: Ketenpartners;
  readonly catalogus: Gegevenscatalogus;
  /** Under which keys a partner signs; null: it has none, and so decides nothing. */
  readonly sleutelsVan: (partner: string) => Stapsleutels | null;
}

const ARTIKEL = 'WGS 1.5 lid 1; WGS 2.29 lid 3';

/**
 * A bronhouder decides in a casus to whom he releases what he holds, and to whom he will not have it given. Who sits there for
 * him hands the besluit in; who sits there for the chain decides for nobody. It is kept, and applied, where the data is.
 */
export function keepBronbesluiten(grond: Grond): Bronbesluitvelden<Fetching> {
  const { door, facts, stillSits, partners, catalogus, sleutelsVan } = grond;
  /** As what he stands in this casus, for who may know that; null: for him he is not there. */
  const findBetrokkene = async (persoon: string, fetching: Fetching): Promise<Betrokkene | null> => {
    const { verzoeker, casus } = whoDecides(fetching);
    const soort = await facts.betrokkene(verzoeker, casus, persoon, fetching.span);
    return soort !== null && fetching.mayKnow(SLEUTELCATEGORIEEN[soort] ?? '') ? soort : null;
  };
  /**
   * Who has nothing in a source decides nothing there, and tells its host of nobody; nor does anybody of a person who, for him,
   * is not in this casus.
   */
  const mayBring = async ({ bron, persoon }: Bron, fetching: Fetching): Promise<boolean> => {
    const { verzoeker, casus } = whoDecides(fetching);
    const { soort: van } = verzoeker.partner;
    if (![...catalogus.values()].some(({ subgraaf, bronnen }) => subgraaf === bron && bronnen.includes(van))) return false; // oxfmt-ignore
    const soort = persoon === null ? null : await findBetrokkene(persoon, fetching);
    if (persoon !== null && soort === null) return false;
    const over = persoon === null || soort === null ? [] : [{ __typename: soort, id: persoon }];
    if (await fetching.tellHost(bron, [{ __typename: 'Casus', id: casus }, ...over])) return true;
    throw refusedBesluit('wie deze bron beheert, mag van deze casus of persoon nog niet weten', ARTIKEL);
  };
  return {
    bronbesluit: async ({ bron, record = null, persoon = null }, fetching) => {
      const { verzoeker, casus } = whoDecides(fetching);
      const vraag = bronSchema.safeParse({ bron, record, persoon }).data;
      if (vraag === undefined)
        throw unusable('Noem met "bron" police, care of municipality, en "record" of "persoon": een van beide.');
      if (!(await mayBring(vraag, fetching))) return { nr: 0, vrijgegevenAan: [], bezwaarTegen: [] };
      return door.read(verzoeker, casus, vraag, fetching.span);
    },
    neemBronbesluit: async ({ besluit: tekst, handtekening }, fetching) => {
      const { verzoeker, casus } = whoDecides(fetching);
      const besluit = readBronbesluit(tekst);
      if (besluit === null) throw unusable('Dit besluit is niet te lezen (schema/verloop/README.md).');
      const { partner, medewerker, nr, bron } = besluit;
      const own = partner === verzoeker.partner.id && medewerker === verzoeker.medewerker && besluit.casus === casus;
      if (!own) throw refusedBesluit('het is niet van u, of over een andere casus', ARTIKEL);
      checkOntvangers(besluit, partners);
      const hand = async (): Promise<string> => {
        if (!(await mayBring(besluit, fetching)))
          throw refusedBesluit('uw organisatie heeft daar niets, of deze persoon is niet in deze casus', ARTIKEL);
        // What was decided by who no longer sits there is not brought any more.
        if (!(await stillSits(verzoeker, casus, fetching.span))) throw inaccessible();
        const taken = await door.take(verzoeker, casus, bron, { tekst, handtekening }, fetching.span);
        if (taken.uitkomst === 'ACHTERHAALD') throw overtaken('dit gegeven');
        if (taken.uitkomst === 'GEEN_RECORD')
          throw refusedBesluit('dit record heeft uw organisatie daar niet', ARTIKEL);
        if (taken.uitkomst === 'TE_VEEL')
          throw refusedBesluit(`over ten hoogste ${String(MEESTE_PERSONEN)} personen in een casus`, ARTIKEL);
        if (taken.uitkomst === 'GEEN_VRIJGAVE')
          throw refusedBesluit('in deze bron hoeft niets te worden vrijgegeven', ARTIKEL);
        fetching.gezet = { casus, revisie: fetching.context.revisie };
        return taken.handtekening;
      };
      const { registering } = fetching;
      const { digest, ...bewijs } = await keepBesluit(
        { tekst, handtekening },
        {
          stap: 'BRONBESLUIT',
          typ: 'bronbesluit+jws',
          nr,
          sleutels: sleutelsVan(partner),
          artikel: ARTIKEL,
          registering,
          hand,
        },
      );
      return { ...bewijs, akte: digest };
    },
  };
}

function whoDecides({ context }: Fetching) {
  if (context.soort !== 'CASUS') throw new Error('a bronbesluit outside a casus');
  if (KETENROLLEN.some((rol) => rol === context.zetel.rol))
    throw refusedBesluit('wie voor de keten aan tafel zit, beslist voor geen organisatie', ARTIKEL);
  return { verzoeker: context.verzoeker, casus: context.feiten.casus };
}

/** Whom nobody knows nothing is given to, and nothing kept from: it is a slip. */
function checkOntvangers({ partner, vrijgegevenAan, bezwaarTegen }: Bronbesluit, partners: Ketenpartners): void {
  const known = [...partners.keys(), ...KETENROLLEN];
  for (const [naam, among] of [
    ...vrijgegevenAan.map((one) => [one, known] as const),
    ...bezwaarTegen.map((one) => [one, [...known, IEDEREEN]] as const),
  ]) {
    if (naam === partner) throw refusedBesluit('wat van uw organisatie is, heeft zij zelf altijd', ARTIKEL);
    if (among.includes(naam)) continue;
    const meant = nearest(naam, among);
    throw unusable(`Een ontvanger is een ketenpartner of ketenrol${meant === null ? '.' : `; bedoelde u "${meant}"?`}`);
  }
}
