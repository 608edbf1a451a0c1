import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { type House, startHouse } from '../harness/startHouse';

/** What a stranger reads first must be true. */
describe('the README', () => {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const query = /```graphql\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const [police, care] = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, json = '']) => JSON.parse(json) as unknown,
  );
  const casus = /CASUS=([0-9a-f]+)/.exec(readme)?.[1] ?? '';
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  test('shows the real answers of two partners to its first query', async () => {
    const ask = (partner: string, medewerker: string, doel: string) =>
      house.ask({ partner, medewerker, casus, doel, query, variables: { casus } });
    const asPolice = await ask('politie-oost-nederland', 'm-politie-1', 'STRAFRECHTELIJKE_HANDHAVING');
    const asCare = await ask('dimence', 'm-dimence-1', 'ZORG_EN_HULPVERLENING');
    expect(asPolice.body.data).toEqual(police);
    expect(asCare.body.data).toEqual(care);
    expect(police).not.toEqual(care);
  });

  test('asks the same in its command as in its query', () => {
    const body = /-d '(\{[\s\S]*\})'\n```/.exec(readme)?.[1]?.replace(`'$CASUS'`, casus) ?? '{}';
    const posted = JSON.parse(body) as { query: string; variables: unknown };
    expect(print(parse(posted.query))).toBe(print(parse(query)));
    expect(posted.variables).toEqual({ casus });
  });

  test('names the first casus of the demo', () => {
    expect(casus).toBe(house.world.municipality.casussen[0]?.id);
  });
});
