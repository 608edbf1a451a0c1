import { Hubfout } from '../../schema/domain/hubfout';

/** For how many items a list counts, before anybody knows how many there are. */
const ITEMS = 4;
/** Places at which one operation may turn to another source. What planning costs grows faster than their number. */
const MOST_PLACES = 200;

/**
 * Bounds the work that one operation can ask: of the walker, for what is nested and repeated multiplies, and of the
 * sources, for a list in a list in a list does so too (who is related to who is related to whom).
 */
export class Budget {
  private spent = 0;
  private readonly places = new Set<string>();
  constructor(private readonly most: number) {}

  /**
   * @param lists how many lists what is asked stands in.
   * @throws Hubfout HUB_LIMIET when the operation asks more than the hub will work out.
   */
  spend(lists = 0): void {
    this.spent += ITEMS ** lists;
    if (this.spent > this.most) {
      throw new Hubfout(
        'HUB_LIMIET',
        `De vraag is te groot: na uitwerking meer dan ${String(this.most)} velden, een lijst geteld voor ${String(ITEMS)}.`,
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
    if (this.places.size > MOST_PLACES) {
      throw new Hubfout(
        'HUB_LIMIET',
        `De vraag is te groot: op meer dan ${String(MOST_PLACES)} plaatsen is een andere bron nodig.`,
      );
    }
  }
}
