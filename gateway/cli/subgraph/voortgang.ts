import type { Terminal } from '../terminal';

interface Voortgang {
  readonly seen: (tried: number, all: number) => void;
  readonly end: () => void;
}

/** On a terminal a line that is written over; elsewhere nothing: it is done before anybody would ask. */
export function createVoortgang({ err, errIsTty }: Pick<Terminal, 'err' | 'errIsTty'>): Voortgang {
  let shown = false;
  return {
    seen: (tried, all) => {
      if (!errIsTty) return;
      shown = true;
      err(`\r${String(tried)} van ${String(all)} regels beproefd`);
    },
    end: () => {
      if (shown) err('\r\u001b[K');
    },
  };
}
