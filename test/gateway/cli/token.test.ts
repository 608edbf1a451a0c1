import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { tokenProgram } from '../../../gateway/cli/tokenProgram';
import { demoIssuer } from '../../../gateway/demo/demoIssuer';
import { demoKeys } from '../../../gateway/demo/demoKeys';
import { createIdentifier } from '../../../gateway/identity/createIdentifier';
import { readKetenpartners } from '../../../schema/partners';
import { ONE_LINE, type Outcome, onTerminal } from './onTerminal';
import { scratch } from './scratch';
import { spawnCli } from './spawnCli';

const KETENHUB_DIR = scratch();
const WHO = ['--partner', 'dimence', '--medewerker', 'm-dimence-1'];

const token = (argv: readonly string[], env = {}): Promise<Outcome> =>
  onTerminal(tokenProgram, argv, { env: { KETENHUB_DIR, ...env } });

async function identify(given: string) {
  const { uitgever } = await demoKeys(KETENHUB_DIR);
  return createIdentifier([demoIssuer(uitgever)], readKetenpartners())(`Bearer ${given}`);
}

const lifetime = (given: string): number => {
  const { iat = 0, exp = 0 } = decodeJwt(given);
  return exp - iat;
};

describe('the token command', () => {
  test('prints a token that the hub takes for the person named, and nothing else', async () => {
    const { code, out, err } = await spawnCli('token', WHO, { KETENHUB_DIR });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(await identify(out.trim())).toMatchObject({ medewerker: 'm-dimence-1', partner: { id: 'dimence' } });
    expect(lifetime(out.trim())).toBe(3600);
  }, 30_000);

  test('tells with --json when the token ends', async () => {
    const { code, out } = await token([...WHO, '--ttl', '600', '--json']);
    const said = JSON.parse(out) as { token: string; verlooptOp: string };
    expect(code).toBe(0);
    expect(Object.keys(said)).toEqual(['token', 'verlooptOp']);
    expect(Date.parse(said.verlooptOp) / 1000).toBe(decodeJwt(said.token).exp);
    expect(lifetime(said.token)).toBe(600);
  });

  test.each(['0', '-1', '1.5', 'uur', '28801', '1e3', ''])('refuses a ttl of "%s"', async (ttl) => {
    const { code, out, err } = await token([...WHO, `--ttl=${ttl}`]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
  });

  test('gives at most eight hours', async () => {
    expect(lifetime((await token([...WHO, '--ttl', '28800'])).out.trim())).toBe(28_800);
  });

  test.each([
    [['--partner', 'dimense', '--medewerker', 'm'], 'Onbekende ketenpartner "dimense". Bedoelde u "dimence"?'],
    [['--partner', 'woningcorporatie-ijsselland', '--medewerker', 'm'], 'heeft geen account'],
    [['--partner', 'dimence', '--medewerker', ''], 'Een medewerker is een id'],
    [['--partner', 'dimence', '--medewerker', 'm'.repeat(201)], 'Een medewerker is een id'],
    [['--partner', 'dimence'], 'De optie --medewerker <id> ontbreekt.'],
    [[...WHO, 'meer'], 'Te veel woorden'],
  ])('refuses %j with one line', async (argv, line) => {
    const { code, out, err } = await token(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(line);
  });

  test('does not exist in production, and makes no key there', async () => {
    const dir = join(KETENHUB_DIR, 'productie');
    const { code, out, err } = await token(WHO, { KETENHUB_MODE: 'production', KETENHUB_DIR: dir });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(existsSync(dir)).toBe(false);
  });
});
