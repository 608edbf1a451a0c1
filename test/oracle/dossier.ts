import { holdsNow, isHeld } from './besluit';
import type { Situatie } from './besluit';
import { latestFirst, part, record, since, sortBy } from './ding';
import type { Ding, Objects } from './ding';
import { personenVan } from './personen';
import { isVan } from './zichtbaar';

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

const bronhouderVan = (casus: Ding): { bronhouder: string } => ({
  bronhouder: (casus.row as { bronhouder: string }).bronhouder,
});

const overleggen = (s: Situatie, casus: Ding): { datum: string; plek: string; ding: Ding }[] =>
  s.world.municipality.overleggen
    .filter((one) => one.casus === s.casus.id)
    .map((one) => ({
      datum: one.datum,
      plek: one.id,
      ding: part('Overleg', casus, { ...one, ...bronhouderVan(casus) }),
    }));

const doeltoetsen = (s: Situatie, casus: Ding): { datum: string; plek: string; ding: Ding }[] =>
  s.world.municipality.doeltoetsen
    .filter((one) => one.casus === s.casus.id)
    .map((one) => ({
      datum: one.datum,
      plek: one.toelichting,
      ding: part('Doeltoets', casus, { ...one, ...bronhouderVan(casus) }),
    }));

/** What was brought in at this table, as far as its own source still has it in this casus. */
function ingebracht(s: Situatie): { datum: string; plek: string; ding: Ding }[] {
  return s.world.municipality.ingebrachteAdviezen
    .filter((one) => one.casus === s.casus.id)
    .flatMap((one) => {
      const [type, subgraaf, categorie] =
        one.soort === 'POLITIEADVIES'
          ? (['Politieadvies', 'police', 'politie.advies'] as const)
          : (['Zorgadvies', 'care', 'zorg.advies'] as const);
      if (!isVan(s, categorie, one.bronhouder)) return [];
      return s.world[subgraaf].adviezen
        .filter((advies) => advies.id === one.id && advies.casus === s.casus.id)
        .map((advies) => ({ datum: one.datum, plek: one.id, ding: record(type, subgraaf, advies) }));
    });
}

/** The objects of the casus and its dossier. Its leaves are all properties of their rows. */
export const dossierObjects: Record<string, Objects> = {
  'Query.casus': (s) => [record('Casus', 'municipality', s.casus)],
  'Query.mijnCasussen': (s) => {
    const seats = s.world.municipality.zetels.filter(
      (one) => one.medewerker === s.medewerker && one.partner === s.partner.id && isHeld(s.world, one, s.today),
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
    doeltoetsen(s, casus)
      .sort((a, b) => (a.datum < b.datum ? 1 : -1))
      .map((one) => one.ding),
  'Casus.overleggen': (s, casus, args) =>
    latestFirst(
      since(overleggen(s, casus), args, (one) => one.datum).map((one) => ({ ...one, id: one.plek })),
      (one) => one.datum,
    ).map((one) => one.ding),
  'Casus.tijdlijn': (s, casus, args) => {
    const all = [...overleggen(s, casus), ...doeltoetsen(s, casus), ...ingebracht(s)];
    const ordered = sortBy(
      since(all, args, (one) => one.datum),
      (one) => one.ding.type,
      (one) => one.plek,
    );
    return ordered.sort((a, b) => (a.datum < b.datum ? 1 : a.datum > b.datum ? -1 : 0)).map((one) => one.ding);
  },
  'Overleg.opbrengst': (s, overleg) => {
    const { id } = overleg.row as { id: string };
    const { overlegbesluiten, opschalingen, overlegacties } = s.world.municipality;
    const ofOverleg = (type: string, rows: readonly { overleg: string; id: string; bronhouder: string }[]) =>
      sortBy(
        rows.filter((one) => one.overleg === id),
        (one) => one.id,
      ).map((one) => record(type, 'municipality', one));
    const agreed = overlegacties.filter((one) => one.overleg === id).map((one) => one.actie);
    return [
      ...ofOverleg('Overlegbesluit', overlegbesluiten),
      ...ofOverleg('Opschaling', opschalingen),
      ...acties(s, overleg, {}).filter((one) => agreed.includes((one.row as { id: string }).id)),
    ];
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
