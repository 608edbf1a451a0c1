import type { Verschil } from '../../inzage/verschil/compareStanden';
import type { Getuige } from '../../inzage/verschil/getuige';
import type { Groep } from '../../inzage/verschil/groep';
import { either, tellBlok } from '../tellBlok';
import { tellGegevens } from './tellGegevens';

/** What opens and what closes, for people: most telling first, own data and what closes in brief. */
export function printVerschil({ opent, sluit, vloer }: Verschil): string {
  const nothing = opent.length + sluit.length + vloer.opent.length + vloer.sluit.length === 0;
  if (nothing) return 'Er gaat niets open en niets dicht.\n';
  return [
    part('VLOER GEWIJZIGD, GAAT OPEN: wat geen convenant opzij kon zetten, en nu wel', list(vloer.opent)),
    part(`GAAT OPEN${tally(opent)}`, numbered(opent, true)),
    part('VLOER GEWIJZIGD, GAAT DICHT', list(vloer.sluit)),
    part(`GAAT DICHT${tally(sluit)}`, numbered(sluit, false)),
    opent.length + vloer.opent.length === 0 ? 'Er gaat niets open.\n' : '',
  ].join('');
}

function part(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.join('\n')}\n\n`;
}

const list = (regels: readonly string[]): string[] => regels.map((regel) => `  - ${regel}`);

function tally(groepen: readonly Groep[]): string {
  const cellen = groepen.reduce((total, groep) => total + groep.cellen, 0);
  return ` (${String(groepen.length)} ${groepen.length === 1 ? 'groep' : 'groepen'}, ${String(cellen)} cellen)`;
}

function numbered(groepen: readonly Groep[], opens: boolean): string[] {
  const parts = new Map<string, Groep[]>();
  for (const groep of groepen) parts.set(titleOf(groep), [...(parts.get(titleOf(groep)) ?? []), groep]);
  let nr = 0;
  return [...parts].map(([title, own]) => {
    const told = own
      .filter((groep) => !isOwn(groep))
      .map((groep) => {
        nr += 1;
        return `\n${print(groep, nr, opens)}\n`;
      });
    return `\n${title}\n${told.join('')}${printOwn(own.filter(isOwn), opens)}`;
  });
}

function titleOf({ convenant, van, tot }: Groep): string {
  if (convenant === null) return 'Buiten elke casus';
  return `Convenant ${convenant}, van ${van ?? ''} tot ${tot ?? ''}`;
}

function print(groep: Groep, nr: number, opens: boolean): string {
  const { convenant, ontvangers, gegevens, getuige, zichtbaar } = groep;
  const who = ontvangers.join(', ').replace('ELKE_AANGEWEZENE', 'Elke aangewezen medewerker');
  const lines = [
    `${String(nr)}. ${who} ${verb(groep, opens)}${zichtbaar ? '' : ' (toegekend; nog geen vraag komt er)'}:`,
    ...gegevens.flatMap((one) => tellGegevens(one, groep.soort, opens)),
    ...(convenant === null ? [] : [`   ${tellBlok(groep)}`]),
  ];
  if (getuige !== null) {
    lines.push(`   getuige${tellWie(getuige)}:`, `     ${getuige.query}`);
  }
  return lines.join('\n');
}

function tellWie({ rol, casus }: Getuige): string {
  if (casus === null) return rol === null ? '' : ` (${rol})`;
  const { partner, doel, fase, kader, tafel } = casus;
  const besides = tafel.length === 0 ? '' : `, met ${tafel.join(' en ')} aan tafel`;
  return ` (${partner} als ${rol ?? ''}, ${doel}, ${fase}, ${kader}${besides})`;
}

function verb({ soort, ontvangers, zonder }: Groep, opens: boolean): string {
  const many = ontvangers.length > 1;
  switch (soort) {
    case 'NIEUW':
      return `${many ? 'krijgen' : 'krijgt'} ${opens ? 'nu' : 'niet meer'}`;
    case 'RUIMER':
      return `${many ? 'krijgen' : 'krijgt'} nu ${opens ? 'ruimer' : 'beperkter'}`;
    case 'VERTELT':
      return `${many ? 'vertellen' : 'vertelt'} ${opens ? 'nu' : 'niet meer'}, door te vragen`;
    case 'ZONDER_BRON':
      return `${many ? 'kunnen' : 'kan'} ${opens ? 'nu' : 'niet meer'} vragen zonder ${either(zonder)} aan tafel`;
  }
}

/** Only what the receiver holds himself, that he can now (or no longer) look into through the hub: no disclosure. */
function isOwn({ soort, gegevens }: Groep): boolean {
  return soort === 'NIEUW' && gegevens.every(({ wegen }) => wegen.length > 0 && wegen.every(({ eigen }) => eigen));
}

function printOwn(groepen: readonly Groep[], opens: boolean): string {
  const perOntvanger = new Map<string, Set<string>>();
  for (const { ontvangers, gegevens } of groepen) {
    for (const naam of ontvangers) {
      const known = perOntvanger.get(naam) ?? new Set<string>();
      for (const categorie of gegevens.flatMap(({ categorieen }) => categorieen)) known.add(categorie);
      perOntvanger.set(naam, known);
    }
  }
  if (perOntvanger.size === 0) return '';
  const lines = [...perOntvanger]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([naam, own]) => `     ${naam}: ${[...own].sort().join(', ')}\n`);
  return `\n   En eigen gegevens, ${opens ? 'nu' : 'niet meer'} via de hub (geen verstrekking; --json zegt wanneer):\n${lines.join('')}`;
}
