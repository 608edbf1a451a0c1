import { Hubfout } from '../../schema/domain/hubfout';
import type { QuestionLimits } from '../../schema/domain/questionLimits';

/** For how many items a list counts, before anybody knows how many there are. */
const ITEMS = 4;

/**
 * Bounds the work that one operation can ask: of the walker, for what is nested and repeated multiplies, and of the
 * sources, for a list in a list in a list does so too (who is related to who is related to whom).
 */
export class Budget {
  private spent = 0;
  private readonly places = new Set<string>();
  constructor(private readonly limits: Pick<QuestionLimits, 'fields' | 'places'>) {}

  /**
   * @param lists how many lists what is asked stands in.
   * @throws Hubfout HUB_LIMIET when the operation asks more than the hub will work out.
   */
  spend(lists = 0): void {
    this.spent += ITEMS ** lists;
    const most = this.limits.fields;
    if (this.spent > most) {
      throw new Hubfout(
        'HUB_LIMIET',
        `De vraag is te groot: na uitwerking meer dan ${String(most)} velden, een lijst geteld voor ${String(ITEMS)}.`,
        { limit: 'fields' },
      );
    }
  }

  /**
   * Another source is asked for what stands at this place.
   *
   * @throws Hubfout HUB_LIMIET when that is so at more places than the hub will plan.
   */
  turn(place: readonly string[], source: string): void {
    this.places.add(JSON.stringify([place, source]));
    const most = this.limits.places;
    if (this.places.size > most) {
      throw new Hubfout(
        'HUB_LIMIET',
        `De vraag is te groot: op meer dan ${String(most)} plaatsen is een andere bron nodig.`,
        { limit: 'places' },
      );
    }
  }
}
