import type { Terminal } from '../terminal';

interface Progress {
  readonly seen: (regels: number) => void;
  readonly end: () => void;
}

/** On a terminal a line that is written over; elsewhere a line a second, for a register that takes longer than that. */
export function createProgress({ err, errIsTty }: Terminal): Progress {
  const pause = errIsTty ? 100 : 1000;
  const begun = performance.now();
  let last = begun;
  let shown = false;
  return {
    seen: (regels) => {
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      shown = true;
      const rate = Math.round((regels / (now - begun)) * 1000);
      const line = `${String(regels)} regels nagerekend (${String(rate)} per seconde)`;
      err(errIsTty ? `\r${line}` : `${line}\n`);
    },
    end: () => {
      if (shown && errIsTty) err('\r\u001b[K');
    },
  };
}
