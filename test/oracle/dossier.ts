import { holdsNow } from './besluit';
import type { Situatie } from './besluit';
import { latestFirst, part, record, since, sortBy } from './ding';
import type { Ding, Objects } from './ding';
import { personenVan } from './personen';

const naamVan = (s: Situatie, medewerker: string): string | null =>
  s.world.municipality.medewerkers.find((one) => one.id === medewerker)?.naam ?? null;

function tafel(s: Situatie, casus: Ding): Ding[] {
  const present = s.world.municipality.zetels.filter((one) => one.casus === s.casus.id && holdsNow(one, s.today));
  return sortBy(
    present,
    (one) => one.partner,
    (one) => one.medewerker,
  ).map((one) => part('Tafelgenoot', casus, { ...one, naam: naamVan(s, one.medewerker) }));
}

const isRegisseur = (ding: Ding): boolean => (ding.row as { rol: string }).rol === 'CASUSREGISSEUR';

function acties(s: Situatie, _of: Ding, args: Readonly<Record<string, unknown>>): Ding[] {
  const { status } = args;
  const wanted = status === undefined || status === null ? null : Array.isArray(status) ? status : [status];
  const rows = s.world.municipality.acties
    .filter((one) => one.casus === s.casus.id)
    .filter((one) => wanted === null || wanted.includes(one.status));
  return sortBy(
    rows,
    (one) => one.uiterlijk,
    (one) => one.id,
  ).map((one) => record('Actie', 'municipality', one));
}

/** The objects of the casus and its dossier. Its leaves are all properties of their rows. */
export const dossierObjects: Record<string, Objects> = {
  'Query.casus': (s) => [record('Casus', 'municipality', s.casus)],
  'Query.mijnCasussen': (s) => {
    const seats = s.world.municipality.zetels.filter(
      (one) => one.medewerker === s.medewerker && one.partner === s.partner.id && holdsNow(one, s.today),
    );
    const found = seats.flatMap((seat) =>
      s.world.municipality.casussen
        .filter((casus) => casus.id === seat.casus && casus.status === 'LOPEND' && casus.fase !== 'AFSLUITING')
        .map((casus) => ({
          type: 'Casusverwijzing',
          row: { ...casus, casusId: casus.id, partner: seat.partner, rol: seat.rol },
          rij: null,
        })),
    );
    return sortBy(
      found,
      ({ row }) => row.kenmerk,
      ({ row }) => row.rol,
    );
  },
  'Casus.tafel': tafel,
  'Casus.casusregisseur': (s, casus) => tafel(s, casus).filter(isRegisseur),
  'Casus.doeltoets': (s, casus) =>
    [...s.world.municipality.doeltoetsen]
      .filter((one) => one.casus === s.casus.id)
      .sort((a, b) => (a.datum < b.datum ? 1 : -1))
      .map((one) => part('Doeltoets', casus, one)),
  'Casus.overleggen': (s, casus, args) => {
    const rows = s.world.municipality.overleggen.filter((one) => one.casus === s.casus.id);
    return latestFirst(
      since(rows, args, (one) => one.datum),
      (one) => one.datum,
    ).map((one) => part('Overleg', casus, one));
  },
  'Overleg.aanwezigen': (s, overleg) => {
    const { aanwezigen } = overleg.row as { aanwezigen: { partner: string; medewerker: string }[] };
    return sortBy(
      aanwezigen,
      (one) => one.partner,
      (one) => one.medewerker,
    ).map((one) => part('Aanwezige', overleg, { ...one, naam: naamVan(s, one.medewerker) }));
  },
  'Casus.planVanAanpak': (s, casus) =>
    s.world.municipality.plannen
      .filter((one) => one.casus === s.casus.id)
      .map((one) => part('PlanVanAanpak', casus, one)),
  'PlanVanAanpak.leefgebieden': (_s, plan) =>
    (plan.row as { leefgebieden: object[] }).leefgebieden.map((one) => part('Leefgebiedplan', plan, one)),
  'PlanVanAanpak.acties': acties,
  'Casus.hoofdbetrokkenen': (s) => personenVan(s, 'HOOFDBETROKKENE'),
  'Casus.directeKring': (s) => personenVan(s, 'KRINGLID'),
  'Casus.professionals': (s) => personenVan(s, 'PROFESSIONAL'),
  'Casus.personen': (s) => [
    ...personenVan(s, 'HOOFDBETROKKENE'),
    ...personenVan(s, 'KRINGLID'),
    ...personenVan(s, 'PROFESSIONAL'),
  ],
  'Casus.politieadviezen': (s) =>
    latestFirst(
      s.world.police.adviezen.filter((one) => one.casus === s.casus.id),
      (one) => one.datum,
    ).map((one) => record('Politieadvies', 'police', one)),
  'Casus.zorgadviezen': (s) =>
    latestFirst(
      s.world.care.adviezen.filter((one) => one.casus === s.casus.id),
      (one) => one.datum,
    ).map((one) => record('Zorgadvies', 'care', one)),
};
