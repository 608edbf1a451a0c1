import { openRegister } from '../../../gateway/register/openRegister';
import { RegisterFout } from '../../../gateway/register/registerFout';
import { KEY } from './backend';
import { regelWith } from './exampleRegel';

/** A process of its own: appends argv[4] entries and prints each receipt once it holds it. A RegisterFout: exit code 3. */
async function appendInChild([databaseUrl, file, count]: string[]): Promise<void> {
  const register = await openRegister({ databaseUrl: databaseUrl || null, file: file ?? '', key: KEY });
  process.stdout.write('open\n');
  for (let nr = 0; nr < Number(count); nr += 1) {
    const { id } = await register.append(regelWith(3));
    process.stdout.write(`${id}\n`);
  }
  await register.close();
}

appendInChild(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(String(error instanceof Error ? error.stack : error));
  process.exit(error instanceof RegisterFout ? 3 : 1);
});
