import { decodeJwt } from 'jose';
import { readSettings } from '../settings';
import { demoToken } from './demoToken';
import { DutchCommand } from './dutchCommand';
import { unusable } from './ended';
import { json } from './json';
import type { Terminal } from './terminal';

/** A working day: longer than anyone needs one token of a demo. */
const LONGEST = 8 * 60 * 60;

interface Options {
  readonly partner: string;
  readonly medewerker: string;
  readonly ttl: string;
  readonly json?: true;
}

/** `npm run token -- --partner P --medewerker M`: a token of the demo issuer, and nothing else, on stdout. */
export function tokenProgram(terminal: Terminal): DutchCommand {
  const program = new DutchCommand(terminal, 'npm run --silent token --')
    .description('Geeft een token van de demo-uitgever. Alleen in de demo.')
    .requiredOption('--partner <id>', 'ketenpartner voor wie de medewerker werkt, zoals in schema/partners.yaml')
    .requiredOption('--medewerker <id>', 'medewerker van die partner; "npm run hub -- demo" noemt ze')
    .option('--ttl <seconden>', `hoe lang het token geldt, ten hoogste ${String(LONGEST)} (acht uur)`, '3600')
    .option('--json', 'als JSON: {token, verlooptOp}')
    .addHelpText(
      'after',
      '\nVoorbeeld:\n  npm run --silent token -- --partner politie-oost-nederland --medewerker m-politie-1 --ttl 600',
    );
  return program.action(async (options: Options) => {
    const token = await demoToken(readSettings(terminal.env, 'demo'), options, readTtl(options.ttl));
    const { exp = 0 } = decodeJwt(token);
    terminal.out(options.json ? json({ token, verlooptOp: new Date(exp * 1000).toISOString() }) : `${token}\n`);
  });
}

function readTtl(given: string): number {
  const ttl = /^[1-9]\d{0,8}$/.test(given) ? Number(given) : 0;
  if (ttl < 1 || ttl > LONGEST) {
    throw unusable(`--ttl is een geheel aantal seconden van 1 tot en met ${String(LONGEST)}, niet "${given}".`);
  }
  return ttl;
}
