import { Hubfout } from '../schema/domain/hubfout';
import { refuseUnread } from './refusing';
import { pseudonym } from './register/pseudonym';
import type { Rooms, Verzoek } from './request';
import type { Settings } from './settings';
import { type Counting, Full, type TooMany, openThrottle } from './throttle/openThrottle';

const WHY: Readonly<Record<TooMany['limit'], string>> = {
  medewerker: 'U vraagt te veel in een minuut.',
  partner: 'Uw organisatie vraagt te veel in een minuut.',
  atOnce: 'Uw organisatie vraagt te veel tegelijk.',
};

/** Who lets requests in, as long as they are not too many. */
export interface Admission {
  /** @throws Hubfout HUB_TE_VEEL_VERZOEKEN */
  enter(verzoek: Verzoek): Promise<void>;
  /** @throws Hubfout HUB_TE_VEEL_VERZOEKEN when the partner has too much under way; whatever `work` throws. */
  during<T>(verzoek: Verzoek, work: () => Promise<T>): Promise<T>;
  counting(): Counting;
  close(): void;
}

/**
 * Of a flood the first that is refused is written down, and the rest counted: else a flood of questions would be one of
 * durable writes.
 *
 * @param key of pseudonyms: who asks is a key in Redis.
 * @param exceeded is told of each that is refused, by limit; `changed` when Redis comes and goes.
 */
export function createAdmission(
  { rates, redisUrl }: Pick<Settings, 'rates' | 'redisUrl'>,
  key: Uint8Array,
  rooms: Pick<Rooms, 'register' | 'regels'>,
  { exceeded, changed }: { readonly exceeded: (limit: string) => void; readonly changed: (shared: boolean) => void },
): Admission {
  const throttle = openThrottle(rates, redisUrl, changed);
  const refusal = async (verzoek: Verzoek, { limit, wait, first }: TooMany): Promise<Hubfout> => {
    exceeded(limit);
    const fout = new Hubfout('HUB_TE_VEEL_VERZOEKEN', `${WHY[limit]} Probeer het over ${String(wait)} s weer.`, {
      wait,
    });
    if (first) await refuseUnread(rooms, verzoek, fout.code);
    return fout;
  };
  return {
    enter: async (verzoek) => {
      const { partner, medewerker } = verzoek.verzoeker;
      const tooMany = await throttle.count(partner.id, pseudonym(key, 'medewerker', medewerker));
      if (tooMany !== null) throw await refusal(verzoek, tooMany);
    },
    during: async (verzoek, work) => {
      const outcome = await throttle.during(verzoek.verzoeker.partner.id, work);
      if (outcome instanceof Full) throw await refusal(verzoek, outcome.tooMany);
      return outcome;
    },
    counting: () => throttle.counting(),
    close: () => {
      throttle.close();
    },
  };
}
