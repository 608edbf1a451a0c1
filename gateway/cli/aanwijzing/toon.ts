import { HOE_GEVRAAGD, type Vrager, addVrager, openGesprek } from '../asking/vrager';
import type { AddCommand } from '../commands';
import { json } from '../json';
import type { Terminal } from '../terminal';
import { type Aanwijzing, askAanwijzing } from './askAanwijzing';

/** `hub aanwijzing toon`: for what somebody is designated, as his partner signed it last. */
export const addToon: AddCommand = (aanwijzing, terminal) => {
  const command = aanwijzing
    .command('toon <wie>')
    .description('Waarvoor een medewerker van de eigen organisatie is aangewezen.');
  addVrager(command, 'de privacy officer van die organisatie')
    .option('--json', 'als JSON: {nr, rollen: [{rol, van, tot}]}')
    .addHelpText(
      'after',
      `${HOE_GEVRAAGD}\nAfloop: 0 de aanwijzing, 1 de hub weigert, 2 onbruikbare invoer of geen hub.` +
        '\n\nVoorbeeld:\n  npm run --silent hub -- aanwijzing toon m-politie-1 --partner politie-oost-nederland' +
        ' --medewerker m-politie-4',
    )
    .action((wie: string, options: Vrager & { readonly json?: true }) => show(wie, options, terminal));
};

async function show(
  wie: string,
  { json: asJson, ...vrager }: Vrager & { readonly json?: true },
  terminal: Terminal,
): Promise<void> {
  const found = await askAanwijzing(await openGesprek(vrager, terminal), wie);
  terminal.out(asJson ? json(found) : print(wie, found));
}

function print(wie: string, { nr, rollen }: Aanwijzing): string {
  if (nr === 0) return `Over ${wie} is er geen besluit.\n`;
  const lines = rollen.map(({ rol, van, tot }) => `- ${rol}, vanaf ${van}${tot === null ? '' : ` tot ${tot}`}`);
  return [`Besluit ${String(nr)} over ${wie}:`, ...(lines.length === 0 ? ['- niets meer'] : lines), ''].join('\n');
}
