import { Hubfout } from '../schema/domain/hubfout';
import type { RegisterReader } from './register/reader/openReader';
import type { Hoogste } from './context/followVerloop';

/**
 * What the register knows of the last stap of a casus: a hub that starts remembers nothing, and could be told of an earlier
 * stand. Of a casus that was put back, for the municipality lost what came after, no further than that.
 *
 * @throws Hubfout HUB_REGISTER_ONBESCHIKBAAR
 */
export function recallStap(
  reader: Pick<RegisterReader, 'lastStap'>,
  teruggezet: ReadonlyMap<string, number>,
  fault: (what: string) => void,
): (casus: string) => Promise<Hoogste | null> {
  return async (casus) => {
    try {
      const last = await reader.lastStap(casus);
      const nr = teruggezet.get(casus);
      return last !== null && nr !== undefined && nr < last.nr ? { nr, vorige: null } : last;
    } catch {
      fault('the register could not be read');
      throw new Hubfout(
        'HUB_REGISTER_ONBESCHIKBAAR',
        'Het register kan nu niet worden gelezen; zonder register wordt niets verstrekt.',
      );
    }
  };
}
