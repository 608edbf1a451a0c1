import { GraphQLError } from 'graphql';
import { Hubfout } from '../schema/domain/hubfout';
import { MEDEWERKER_ID } from '../schema/domain/medewerkerId';
import { digestOfBesluit, readBesluit } from '../schema/verloop/aanwijzingsbesluit';
import { type Stapsleutels, isSigned } from '../schema/verloop/handtekening';
import type { FactsDoor } from './context/factsDoor';
import type { Aanwijzer } from './context/followAanwijzingen';
import type { Fetching } from './fetching';
import type { Aanwijzingvelden } from './hubgraph/aanwijzingvelden';

interface Grond {
  readonly facts: Pick<FactsDoor, 'read' | 'designate'>;
  readonly aanwijzer: Pick<Aanwijzer, 'lastOf' | 'taken'>;
  /** Under which keys a partner signs; null: it has none, and so designates nobody. */
  readonly sleutelsVan: (partner: string) => Stapsleutels | null;
}

/**
 * A partner designates its own medewerkers (BGS 1.11): who hands the besluit in is one of them and no more than that, for it
 * is the signature that says it. Nobody designates himself, whatever was signed.
 */
export function keepAanwijzingen({ facts, aanwijzer, sleutelsVan }: Grond): Aanwijzingvelden<Fetching> {
  return {
    aanwijzing: async ({ medewerker }, { context: { verzoeker }, span }) => {
      if (!MEDEWERKER_ID.test(medewerker)) throw unusable('"medewerker" is het id van een medewerker.');
      const asked = performance.now();
      const { besluiten } = await facts.read({ ...verzoeker, medewerker }, null, span);
      const wie = { partner: verzoeker.partner.id, medewerker };
      const last = await aanwijzer.lastOf(wie, besluiten, asked);
      return { nr: last?.nr ?? 0, rollen: last?.rollen ?? [] };
    },
    wijsAan: async ({ besluit: tekst, handtekening }, { context: { verzoeker }, registering, span }) => {
      const besluit = readBesluit(tekst);
      if (besluit === null) throw unusable('Dit besluit is niet te lezen (schema/verloop/README.md).');
      const { partner, medewerker, nr } = besluit;
      if (partner !== verzoeker.partner.id) throw refused('het gaat over een medewerker van een andere organisatie');
      if (medewerker === verzoeker.medewerker) throw refused('niemand wijst zichzelf aan');
      const sleutels = sleutelsVan(partner);
      const signs = async (one: string): Promise<boolean> =>
        sleutels !== null && isSigned(tekst, one, sleutels, 'aanwijzing+jws');
      if (!(await signs(handtekening))) {
        throw refused('de handtekening is niet die van uw ketenpartner onder precies dit besluit');
      }
      const akte = digestOfBesluit(tekst);
      const regel = { stap: 'AANWIJZEN', nr, akte, handtekening } as const;
      // Before it can have been done: its answer may get lost.
      await registering.inVerloop('VOORNEMEN', regel);
      const taken = await facts.designate(verzoeker, { tekst, handtekening }, span);
      if (taken.uitkomst === 'ACHTERHAALD') {
        throw new Hubfout(
          'HUB_CONFLICT',
          'Over deze medewerker is al een later besluit. Vraag het op en maak dit opnieuw.',
        );
      }
      const kept = taken.handtekening;
      if (kept !== handtekening && !(await signs(kept)))
        throw new Error('the municipality keeps a besluit that nobody signed');
      aanwijzer.taken(besluit);
      const { id, tijdstip } = await registering.inVerloop('STAP', { ...regel, handtekening: kept });
      return { nr, besluit: akte, bewijs: id, tijdstip };
    },
  };
}

function refused(waarom: string): Hubfout {
  return new Hubfout('HUB_STAP_GEWEIGERD', `Dit besluit kan niet: ${waarom} (BGS 1.11).`);
}

function unusable(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
