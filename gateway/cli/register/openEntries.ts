import { type RegisterReader, openReader } from '../../register/reader/openReader';
import { unusable } from '../ended';
import type { Terminal } from '../terminal';
import { NO_REGISTER, findRegister } from './findRegister';

/** Reading entries as they stand needs no key: nothing here asks for a person or a medewerker. */
export type Entries = Omit<RegisterReader, 'personKey' | 'medewerker' | 'pointedTo'>;

/**
 * Reads the register that the environment names, and closes it again.
 *
 * @throws Ended 2 when there is none, or it can't be read; what `work` throws of its own accord.
 */
export async function withEntries<Result>(
  terminal: Terminal,
  work: (entries: Entries) => Promise<Result>,
): Promise<Result> {
  const place = findRegister(terminal);
  const entries = openReader(place, new Uint8Array());
  try {
    // What a database says of itself may hold its address and account.
    await entries.size().catch(() => {
      throw unusable(NO_REGISTER);
    });
    return await work(entries);
  } finally {
    await entries.close();
  }
}
