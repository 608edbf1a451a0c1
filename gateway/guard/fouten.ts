import type { Deelgraaf } from '../../schema/domain/deelgraaf';

/** Why a field is missing through no rule: with its path in the answer. */
export interface Fout {
  readonly code: 'HUB_ONBESLIST' | 'HUB_PARTNER_ONBEREIKBAAR' | 'HUB_NIET_DOORGEGEVEN';
  readonly pad: readonly (string | number)[];
  readonly subgraaf: Deelgraaf | null;
}

/** The faults of one answer, in the order in which they were met. */
export class Fouten {
  readonly alle: Fout[] = [];

  undecided(pad: Fout['pad']): void {
    this.alle.push({ code: 'HUB_ONBESLIST', pad, subgraaf: null });
  }

  notSentOn(pad: Fout['pad']): void {
    this.alle.push({ code: 'HUB_NIET_DOORGEGEVEN', pad, subgraaf: null });
  }

  unreachable(pad: Fout['pad'], subgraaf: Deelgraaf): void {
    this.alle.push({ code: 'HUB_PARTNER_ONBEREIKBAAR', pad, subgraaf });
  }

  /** Told once of a list, however many of it are missing: their number is a datum. `subgraaf` null: undecided. */
  incomplete(pad: Fout['pad'], subgraaf: Deelgraaf | null): void {
    const code = subgraaf === null ? 'HUB_ONBESLIST' : 'HUB_PARTNER_ONBEREIKBAAR';
    const fout: Fout = { code, pad, subgraaf };
    if (!this.alle.some((one) => JSON.stringify(one) === JSON.stringify(fout))) this.alle.push(fout);
  }

  /** Null where none may be is a fault of the source, told once: where it arose, not again at what it bubbled to. */
  lacks(pad: Fout['pad'], subgraaf: Deelgraaf | null): void {
    const within = ({ code, pad: at }: Fout): boolean =>
      code === 'HUB_PARTNER_ONBEREIKBAAR' && pad.every((key, index) => key === at[index]);
    if (!this.alle.some(within)) this.alle.push({ code: 'HUB_PARTNER_ONBEREIKBAAR', pad, subgraaf });
  }
}
