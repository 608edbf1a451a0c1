import { ONE_LINE, hub } from './onTerminal';
import { spawnCli } from './spawnCli';

/** What asks the hub for what the register tells. */
const INZAGE = [
  'dossier open',
  'dossier position',
  'dossier show',
  'subject',
  'case',
  'partner',
  'medewerker',
  'record',
].map((naam) => `register ${naam}`.split(' '));

describe('the command line of the hub', () => {
  test.each([
    [[], 'Noem een opdracht'],
    [['register'], 'Noem een opdracht'],
    [['mtrix'], 'Onbekende opdracht "mtrix". Bedoelde u matrix?'],
    [['register', 'verfy'], 'Onbekende opdracht "verfy". Bedoelde u verify?'],
    [['iets-heel-anders'], 'Onbekende opdracht "iets-heel-anders".'],
    [['demo', '--jsn'], 'Onbekende optie "--jsn". Bedoelde u --json?'],
    [['demo', 'meer'], 'Te veel woorden achter "demo".'],
    [['diff', 'HEAD'], 'De opdracht mist "nieuw".'],
    [['explain', '--partner', 'dimence'], 'De optie --medewerker <id> ontbreekt.'],
    [['matrix', '--doel'], 'De optie --doel <doel> mist een waarde.'],
    [['demo'], 'De instelling KETENHUB_MODE kan niet worden gelezen.', { KETENHUB_MODE: 'proef' }],
    [['demo'], 'De instelling PORT kan niet worden gelezen.', { PORT: 'vier' }],
  ])('ends with 2 and one Dutch line: %j', async (argv, line, env: object = {}) => {
    const { code, out, err } = await hub(argv, { env: { ...env } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(line);
  });

  test.each([
    [['demo']],
    [['matrix']],
    [['explain']],
    [['diff']],
    [['check']],
    [['subgraph', 'check']],
    [['register', 'verify']],
    ...INZAGE.map((argv) => [argv]),
  ])('%j has help in Dutch, with an example and --json', async (argv) => {
    const { code, out, err } = await hub([...argv, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Gebruik: npm run --silent hub -- /);
    expect(out).toContain(`Voorbeeld:\n  npm run --silent hub -- ${argv.join(' ')}`);
    expect(out).toContain('--json');
    expect(out).not.toMatch(/Usage|Arguments|Options|default|display help/);
  });

  test('names every command in its help', async () => {
    const { code, out } = await hub(['--help']);
    expect(code).toBe(0);
    for (const naam of ['demo', 'matrix', 'explain', 'diff', 'check', 'subgraph', 'register'])
      expect(out).toMatch(new RegExp(`^  ${naam}\\b`, 'm'));
  });

  test('shows no stack trace as a process, whatever it is given', async () => {
    const unknown = await spawnCli('main', ['mtrix']);
    expect({ ...unknown, err: unknown.err.trim() }).toEqual({
      code: 2,
      out: '',
      err: 'Onbekende opdracht "mtrix". Bedoelde u matrix?',
    });
    const nowhere = await spawnCli('main', ['matrix', '--doel', 'CASUSREGIE'], { CONVENANTEN_DIR: '/nergens' });
    expect({ code: nowhere.code, out: nowhere.out }).toEqual({ code: 2, out: '' });
    expect(nowhere.err).toMatch(ONE_LINE);
  }, 30_000);
});
