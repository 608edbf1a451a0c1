import type { Periode } from '../../register/reader/findPeriod';
import { unusable } from '../ended';

/** Options of a period, as typed. */
export interface Periodeopties {
  readonly van?: string;
  readonly tot?: string;
}

/** Throws Ended 2 for what is no day. */
export function readPeriode({ van, tot }: Periodeopties): Periode {
  return { van: readDag('--van', van), tot: readDag('--tot', tot) };
}

function readDag(option: string, given: string | undefined): string | null {
  if (given === undefined) return null;
  const read = new Date(`${given}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(read.getTime());
  if (!isDay || read.toISOString().slice(0, 10) !== given) throw unusable(`${option} is een dag als 2026-01-31.`);
  return given;
}

/** A period, in words. */
export function tellPeriode({ van, tot }: Periode): string {
  if (van === null && tot === null) return 'het hele register';
  return [van === null ? '' : `vanaf ${van}`, tot === null ? '' : `tot ${tot}`].filter((one) => one !== '').join(' ');
}
