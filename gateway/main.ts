import 'reflect-metadata';
import './libraries';
import { demoGround } from './demo/demoGround';
import { demoKeys } from './demo/demoKeys';
import { type Hubgrond, startHub } from './hub';
import { productionGround } from './production/productionGround';
import { type Settings, readSettings } from './settings';

/** Running requests get this long after SIGTERM; the process is gone within 10 s. */
const DRAIN = 8_000;

async function main(): Promise<void> {
  const settings = readSettings(process.env, 'production');
  const hub = await startHub(await ground(settings));
  const drain = (): void => {
    setTimeout(() => process.exit(1), DRAIN).unref();
    hub.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', drain);
  process.once('SIGINT', drain);
  process.once('disconnect', drain);
  // Only now: who hears that it listens may end it at once.
  if (process.send === undefined) process.stdout.write(`hub: http://${settings.host}:${String(hub.port)}/graphql\n`);
  else process.send('listening');
}

/** The keys of the demo are made on the spot; those of production are given. */
async function ground(settings: Settings): Promise<Hubgrond> {
  if (settings.mode === 'production') return productionGround(settings);
  return demoGround(settings, await demoKeys(settings.dir));
}

main().catch((fout: unknown) => {
  process.stderr.write(`hub: ${fout instanceof Error ? fout.message : 'could not start'}\n`);
  process.exit(2);
});
