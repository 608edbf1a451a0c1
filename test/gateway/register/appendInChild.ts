import { openRegister } from '../../../gateway/register/openRegister';
import { RegisterFout } from '../../../gateway/register/registerFout';
import { CHECKPOINT, KEY } from './backend';
import { regelWith } from './exampleRegel';

/** A process of its own: appends argv[4] entries and prints each receipt once it holds it. A RegisterFout: exit code 3. */
async function appendInChild([databaseUrl, file, count, atOnce = '1']: string[]): Promise<void> {
  const place = { databaseUrl: databaseUrl || null, file: file ?? '' };
  const register = await openRegister({ ...place, key: KEY, checkpoint: CHECKPOINT });
  process.stdout.write('open\n');
  let left = Number(count);
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { id } = await register.append(regelWith(3));
      process.stdout.write(`${id}\n`);
    }
  };
  await Promise.all(Array.from({ length: Number(atOnce) }, one));
  await register.close();
}

appendInChild(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(String(error instanceof Error ? error.stack : error));
  process.exit(error instanceof RegisterFout ? 3 : 1);
});
