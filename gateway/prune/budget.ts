import { Hubfout } from '../../schema/domain/hubfout';

/** Bounds the work that one operation can ask of the walker: what is nested and repeated multiplies. */
export class Budget {
  private spent = 0;
  constructor(private readonly most: number) {}

  /** @throws Hubfout HUB_LIMIET when the operation asks more than the hub will work out. */
  spend(): void {
    this.spent += 1;
    if (this.spent > this.most) {
      throw new Hubfout('HUB_LIMIET', `De vraag is te groot: na uitwerking meer dan ${String(this.most)} velden.`);
    }
  }
}
