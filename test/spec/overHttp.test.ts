import { serverAudits } from 'graphql-http';
import { type House, startHouse } from '../harness/startHouse';

/** What the specification of GraphQL over HTTP leaves open, or advises, and the hub does otherwise; each with the reason why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  '5A70': 'MAY: a question in an address ends up in the logs of whatever stands between, so GET is off',
  D6D5: 'MAY: the same',
  '6A70': 'MAY: the same',
  '572B': 'SHOULD (200 for a document that can not be read): Apollo Server answers 400, as the codes of the hub do',
  FDE2: 'SHOULD (200 for a document that does not hold): the same',
  '7B9B': 'SHOULD (200 for variables that do not fit): the same',
};

describe('GraphQL over HTTP, by the public audit', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  test('everything that must be is so, and what else is not has a reason', async () => {
    const token = await house.token('dimence', 'm-dimence-1');
    const seen: number[] = [];
    const audits = serverAudits({
      url: `${house.address}/graphql`,
      fetchFn: async (url: string, init: RequestInit = {}) => {
        const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` };
        const response = await fetch(url, { ...init, headers });
        seen.push(response.status);
        return response;
      },
    });
    const results = await Promise.all(audits.map(async ({ fn }) => fn()));
    const otherwise = results.filter(({ status }) => status !== 'ok');
    expect(otherwise.filter(({ status }) => status === 'error')).toEqual([]);
    expect(otherwise.map(({ id }) => id).toSorted()).toEqual(Object.keys(OTHERWISE).toSorted());
    expect(results.length).toBeGreaterThan(60);
    // It was let in, and asked for things that there are.
    expect(seen).not.toContain(401);
    expect(seen.filter((status) => status === 200).length).toBeGreaterThan(20);
  });
});
