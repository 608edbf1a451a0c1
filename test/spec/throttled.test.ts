import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { pseudonym } from '../../gateway/register/pseudonym';
import { readSettings } from '../../gateway/settings';
import { REDIS, onRedis } from '../harness/redis';
import { readRegister } from '../harness/readRegister';
import { type House, type HubAnswer, type Question, startHouse } from '../harness/startHouse';

const QUERY = `query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { bekendBijPolitie } } }`;
const NURSE = { partner: 'dimence', medewerker: 'm-dimence-1', doel: 'ZORG_EN_HULPVERLENING' };
const POLICE = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1', doel: 'STRAFRECHTELIJKE_HANDHAVING' };

const askOf = (house: House, who: Pick<Question, 'partner' | 'medewerker' | 'doel'>): Question => {
  const casus = house.world.municipality.casussen[0]!.id;
  return { ...who, casus, query: QUERY, variables: { casus } };
};
const codeOf = ({ status, body }: HubAnswer): string =>
  `${String(status)} ${body.errors?.[0]?.extensions.code ?? 'answered'}`;
const TOO_MANY = '429 HUB_TE_VEEL_VERZOEKEN';

describe('requests of one medewerker and one partner in a minute', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse({ env: { RATE_MEDEWERKER: '3', RATE_PARTNER: '5' } });
  });
  afterAll(() => house.stop());

  test('that are one too many are refused whole, ask nothing of a source, and are told once', async () => {
    const nurse = askOf(house, NURSE);
    for (let nr = 0; nr < 3; nr += 1) expect((await house.ask(nurse)).status).toBe(200);
    const [lines] = [readRegister(house).length, house.traffic()];
    const refused = await house.ask(nurse);
    expect(codeOf(refused)).toBe(TOO_MANY);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(refused.body).toEqual({
      errors: [
        {
          message: expect.stringMatching(/^U vraagt te veel in een minuut\. Probeer het over \d+ s weer\.$/) as string,
          extensions: { code: 'HUB_TE_VEEL_VERZOEKEN' },
        },
      ],
    });
    // Whatever he asks, and however he asks it.
    for (const query of ['{ __typename }', '{', '{ mijnCasussen { rol } }']) {
      expect(codeOf(await house.ask({ ...NURSE, query }))).toBe(TOO_MANY);
    }
    expect(house.traffic()).toEqual([]);
    expect(readRegister(house, lines)).toMatchObject([
      { soort: 'GEWEIGERD', code: 'HUB_TE_VEEL_VERZOEKEN', partner: 'dimence' },
    ]);

    // What is left of his partner's, and no more; an organisation beside it notices nothing.
    const colleague = askOf(house, { ...NURSE, medewerker: 'm-dimence-2' });
    const more = [await house.ask(colleague), await house.ask(colleague), await house.ask(colleague)];
    expect(more.map(codeOf).map((one) => one === TOO_MANY)).toEqual([false, false, true]);
    expect(more[2]!.body.errors![0]!.message).toMatch(/^Uw organisatie vraagt te veel in een minuut/);
    expect((await house.ask(askOf(house, POLICE))).status).toBe(200);
    // Who is nobody is not counted as anybody.
    for (let nr = 0; nr < 6; nr += 1) {
      expect(codeOf(await house.ask({ ...POLICE, query: QUERY, token: 'niemand' }))).toBe('401 HUB_NIET_AANGEMELD');
    }
    expect((await house.ask(askOf(house, POLICE))).status).toBe(200);
  });
});

describe('requests of one partner that are answered at the same time', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse({ env: { RATE_PARTNER_AT_ONCE: '2' } });
  });
  afterAll(() => house.stop());

  test('have room for so many; the rest is refused, those of others are not, and later there is room again', async () => {
    let [held, letGo] = [0, (): void => undefined];
    const gone = new Promise<void>((resolve) => (letGo = resolve));
    house.proxies.police.behave({
      before: async () => {
        held += 1;
        await gone;
      },
    });
    const nurse = askOf(house, NURSE);
    const slow = [house.ask(nurse), house.ask(nurse)];
    while (held < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    const [lines] = [readRegister(house).length, house.traffic()];
    const refused = await house.ask(nurse);
    expect([codeOf(refused), refused.headers.get('retry-after')]).toEqual([TOO_MANY, '1']);
    expect(refused.body.errors![0]!.message).toMatch(/^Uw organisatie vraagt te veel tegelijk/);
    expect(house.traffic()).toEqual([]);
    expect(readRegister(house, lines)).toMatchObject([{ soort: 'GEWEIGERD', code: 'HUB_TE_VEEL_VERZOEKEN' }]);
    const other = house.ask({
      ...askOf(house, POLICE),
      query: 'query ($casus: ID!) { casus(id: $casus) { kenmerk } }',
    });
    expect((await other).status).toBe(200);
    letGo();
    expect((await Promise.all(slow)).map(codeOf)).toEqual(['200 answered', '200 answered']);
    house.proxies.police.behave('normal');
    expect(codeOf(await house.ask(nurse))).toBe('200 answered');
  });
});

onRedis('a hub that counts with others', () => {
  test('takes what others counted for its own, and names nobody in Redis', async () => {
    const house = await startHouse({ env: { RATE_MEDEWERKER: '4', REDIS_URL: REDIS } });
    const redis = new Redis(REDIS);
    try {
      const counting = async (): Promise<unknown> =>
        ((await (await fetch(`${house.address}/health/ready`)).json()) as { tellingen: unknown }).tellingen;
      while ((await counting()) !== 'SAMEN') await new Promise((resolve) => setTimeout(resolve, 20));
      const key = `ketenhub:medewerker:dimence:${pseudonym(house.keys.register, 'medewerker', NURSE.medewerker)}`;
      expect(codeOf(await house.ask(askOf(house, NURSE)))).toBe('200 answered');
      expect(await redis.get(key)).toBe('1');
      // By other hubs.
      await redis.incrby(key, 3);
      expect(codeOf(await house.ask(askOf(house, NURSE)))).toBe(TOO_MANY);
      expect(await redis.keys('*m-dimence-1*')).toEqual([]);
    } finally {
      await redis.quit();
      await house.stop();
    }
  });
});

test('usually it is as much as the tables say', () => {
  const { rates } = readSettings({}, 'production');
  const read = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');
  const row = new RegExp(`\\| \\\`RATE_MEDEWERKER\\\`, .* \\| ${Object.values(rates).join(', ')} `);
  expect(read('README.md')).toMatch(row);
  const limits = read('gateway/http/README.md');
  for (const [name, most] of Object.entries({
    MEDEWERKER: rates.medewerker,
    PARTNER: rates.partner,
    PARTNER_AT_ONCE: rates.atOnce,
  })) {
    expect(limits).toMatch(new RegExp(`\\| ${String(most)} +\\| \\\`RATE_${name}\\\``));
  }
});
