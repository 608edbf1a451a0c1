import { MEDEWERKER_ID } from '../schema/domain/medewerkerId';
import { readBesluit } from '../schema/verloop/aanwijzingsbesluit';
import type { Stapsleutels } from '../schema/verloop/handtekening';
import type { FactsDoor } from './context/factsDoor';
import type { Aanwijzer } from './context/followAanwijzingen';
import type { Fetching } from './fetching';
import type { Aanwijzingvelden } from './hubgraph/aanwijzingvelden';
import { keepBesluit, overtaken, refusedBesluit, unusable } from './keepBesluit';

interface Grond {
  readonly facts: Pick<FactsDoor, 'read' | 'designate'>;
  readonly aanwijzer: Pick<Aanwijzer, 'lastOf' | 'taken'>;
  /** Under which keys a partner signs; null: it has none, and so designates nobody. */
  readonly sleutelsVan: (partner: string) => Stapsleutels | null;
}

const ARTIKEL = 'BGS 1.11';

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
    wijsAan: async ({ besluit: tekst, handtekening }, fetching) => {
      const { context, registering, span } = fetching;
      const { verzoeker } = context;
      const besluit = readBesluit(tekst);
      if (besluit === null) throw unusable('Dit besluit is niet te lezen (schema/verloop/README.md).');
      const { partner, medewerker, nr } = besluit;
      if (partner !== verzoeker.partner.id)
        throw refusedBesluit('het gaat over een medewerker van een andere organisatie', ARTIKEL);
      if (medewerker === verzoeker.medewerker) throw refusedBesluit('niemand wijst zichzelf aan', ARTIKEL);
      const hand = async (): Promise<string> => {
        const taken = await facts.designate(verzoeker, { tekst, handtekening }, span);
        if (taken.uitkomst === 'ACHTERHAALD') throw overtaken('deze medewerker');
        aanwijzer.taken(besluit);
        fetching.gezet = { casus: null, revisie: context.revisie };
        return taken.handtekening;
      };
      const { digest, ...bewijs } = await keepBesluit(
        { tekst, handtekening },
        {
          stap: 'AANWIJZEN',
          typ: 'aanwijzing+jws',
          nr,
          sleutels: sleutelsVan(partner),
          artikel: ARTIKEL,
          registering,
          hand,
        },
      );
      return { ...bewijs, besluit: digest };
    },
  };
}
