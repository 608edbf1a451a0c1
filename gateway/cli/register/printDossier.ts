import { table } from '../table';
import { type Dossier, lackingIn } from './askDossier';

const SOORT = { INZAGE: 'inzageverzoek', DATALEK: 'datalek' } as const;

/** How a dossier stands, for people. */
export function printDossier(dossier: Dossier): string {
  const { nummer, soort, geopend, standpunten, gevers } = dossier;
  const told = standpunten.map(({ naam, besluit, grond, tijdstip }) => [naam, besluit, grond ?? '-', tijdstip]);
  return [
    `DOSSIER ${nummer}: ${SOORT[soort]}, geopend ${geopend}\n`,
    soort === 'DATALEK'
      ? ''
      : `\nSTANDPUNTEN\n${told.length === 0 ? 'Er is nog geen standpunt.\n' : table(['bronhouder', 'besluit', 'grond', 'tijdstip'], told)}`,
    gevers === null || soort === 'DATALEK' ? '' : printGevers(gevers, lackingIn(dossier)),
  ].join('');
}

function printGevers(gevers: NonNullable<Dossier['gevers']>, lacking: readonly string[]): string {
  if (gevers.length === 0) return '\nNiemand gaf iets over deze persoon.\n';
  const rows = gevers.map(({ naam, besluit }) => [naam, besluit ?? 'nog geen standpunt']);
  const complete =
    lacking.length === 0 ? 'Het dossier is compleet.' : `Er ontbreekt een standpunt van: ${lacking.join(', ')}.`;
  return `\nWIE IETS OVER DE PERSOON GAF (alleen voor wie het dossier behandelt)\n${table(['bronhouder', 'standpunt'], rows)}\n${complete}\n`;
}
