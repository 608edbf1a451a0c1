import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { emptyRegel } from '../../gateway/registering';
import { openRegister } from '../../gateway/register/openRegister';
import { verifyRegister } from '../../gateway/register/verify';
import { writeVerifier } from '../../schema/signedNote';
import { readRegister } from '../harness/readRegister';
import { type Split, startSplit } from '../harness/startSplit';

/** A hub beside one that was started with a newer key of checkpoints, on the same register. */
describe('once a newer hub announced another key of checkpoints', () => {
  let split: Split;
  beforeAll(async () => {
    split = await startSplit({ LOG_LEVEL: 'error' });
  });
  afterAll(() => split.stop());

  test('the hub that has the former one gives nothing more, says why, and is not ready; the register holds', async () => {
    const hub = await split.start();
    const casus = split.world.municipality.casussen[0]!.id;
    const query = 'query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { incidenten { soort } } } }';
    const who = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
    const question = { ...who, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query, variables: { casus } };
    const ready = async (): Promise<unknown> => (await fetch(`${hub.address}/health/ready`)).json();
    expect((await hub.ask(question)).status).toBe(200);
    expect(await ready()).toMatchObject({ register: true });

    const place = { databaseUrl: null, file: join(split.dir, 'register.sqlite') };
    const naam = 'ketenhub/register';
    const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
    const newer = await openRegister({
      ...{ ...place, key: split.keys.register, checkpoint: { naam, pem } },
      formerCheckpoint: { naam, pem: split.keys.checkpoint },
    });
    const checkpointsleutel = writeVerifier(naam, createPrivateKey(pem));
    const stand = { tabel: 't', labels: 'l', code: 'c', sleutels: [], convenanten: {}, checkpointsleutel };
    await newer.append({ ...emptyRegel({ digest: '', attest: '' }), soort: 'START', stand });
    const count = readRegister(split).length;

    expect(await ready()).toMatchObject({ register: false, casusfeiten: true });
    const moved = split.proxies.police.taken().length;
    const { status, body, text } = await hub.ask(question);
    expect({ status, codes: body.errors?.map(({ extensions }) => extensions.code) }).toEqual({
      status: 503,
      codes: ['HUB_REGISTER_ONBESCHIKBAAR'],
    });
    expect(text).not.toContain('ZVH');
    expect(moved).toBeGreaterThan(0);
    expect(split.proxies.police.taken()).toEqual([]);
    expect(readRegister(split)).toHaveLength(count);

    hub.process.kill('SIGTERM');
    await hub.ended;
    expect(hub.output()).toContain('the register stands under a newer checkpoint key: start this hub anew');
    await newer.close();
    expect((await verifyRegister(place)).fout).toBeNull();
  }, 60_000);
});
