import { readRegister } from '../harness/readRegister';
import { type House, type Question, startHouse } from '../harness/startHouse';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Of both sources; each answers for itself. */
const QUERY = `query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { bekendBijPolitie bekendBijZorg { sinds } } } }`;
const PAUSE = 600;

describe('a source that fails', () => {
  let house: House;
  let question: Question;
  beforeAll(async () => {
    house = await startHouse({ env: { SOURCE_FAILURES: '3', SOURCE_PAUSE: String(PAUSE) } });
    const casus = house.world.municipality.casussen[0]!.id;
    const who = { partner: 'dimence', medewerker: 'm-dimence-1' };
    question = { ...who, casus, doel: 'ZORG_EN_HULPVERLENING', query: QUERY, variables: { casus } };
  });
  afterEach(() => {
    house.proxies.police.behave('normal');
  });
  afterAll(() => house.stop());

  const ask = async () => {
    house.traffic();
    const { status, body } = await house.ask(question);
    const { kenmerk, hoofdbetrokkenen } = (body.data as { casus: Casus }).casus;
    const toPolice = house.traffic().filter(({ subgraaf }) => subgraaf === 'police').length;
    const told = (body.errors ?? []).map(({ extensions: { code, subgraaf } }) => `${code} ${String(subgraaf)}`);
    const police = hoofdbetrokkenen.map(({ bekendBijPolitie }) => bekendBijPolitie !== null);
    const care = hoofdbetrokkenen.map(({ bekendBijZorg }) => bekendBijZorg !== null);
    return { status, kenmerk, toPolice, police, care, told: [...new Set(told)] };
  };

  test('once is asked once more, and nobody notices; what it was told is in the register once', async () => {
    const whole = await ask();
    expect(whole).toMatchObject({ status: 200, toPolice: 1, told: [] });
    expect([whole.police.includes(true), whole.care.includes(true)]).toEqual([true, true]);
    const before = readRegister(house).length;
    let arrived = 0;
    house.proxies.police.behave({
      before: async () => {
        if ((arrived += 1) === 1) throw new Error('gone');
      },
    });
    expect(await ask()).toEqual({ ...whole, toPolice: 2 });
    const lines = readRegister(house, before).filter(({ soort }) => soort === 'VOORNEMEN');
    const police = house.partners.get('politie-oost-nederland')!.oin;
    expect(lines.filter(({ naar }) => naar === police)).toHaveLength(1);
  });

  test('again and again is left alone, told as missing at once, and asked again when it is there; others never notice', async () => {
    const whole = await ask();
    house.proxies.police.behave('error');
    const missing = { ...whole, police: whole.police.map(() => false), told: ['HUB_PARTNER_ONBEREIKBAAR police'] };
    const bronnen = async (): Promise<unknown> => {
      const ready = await fetch(`${house.address}/health/ready`);
      return [ready.status, ((await ready.json()) as { bronnen: unknown }).bronnen];
    };
    const asked = { police: 'GEVRAAGD', care: 'GEVRAAGD', municipality: 'GEVRAAGD' };
    for (let time = 0; time < 3; time += 1) {
      expect(await bronnen()).toEqual([200, asked]);
      expect(await ask()).toEqual({ ...missing, toPolice: 1 });
    }
    expect(await bronnen()).toEqual([200, { ...asked, police: 'MET_RUST' }]);
    // It could answer again, and is not asked yet.
    house.proxies.police.behave('normal');
    expect(await ask()).toEqual({ ...missing, toPolice: 0 });
    await sleep(PAUSE + 100);
    expect(await ask()).toEqual(whole);
    expect(await bronnen()).toEqual([200, asked]);
    expect(await ask()).toEqual(whole);
  });
});

interface Casus {
  readonly kenmerk: string;
  readonly hoofdbetrokkenen: readonly { readonly bekendBijPolitie: unknown; readonly bekendBijZorg: unknown }[];
}
