import { Hubfout } from '../../schema/domain/hubfout';

/** For how many items a list counts, before anybody knows how many there are. */
const ITEMS = 4;

/**
 * Bounds the work that one operation can ask: of the walker, for what is nested and repeated multiplies, and of the
 * sources, for a list in a list in a list does so too (who is related to who is related to whom).
 */
export class Budget {
  private spent = 0;
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
}
