import type { Gegevenscatalogus } from '../schema/domain/gegevenscategorie';
import type { Ketenpartner, Ketenpartners } from '../schema/domain/ketenpartner';
import type { Fetching } from './fetching';
import type { Registervelden } from './hubgraph/registervelden';
import { handles, keepDossiers, lookUp } from './keepDossiers';
import { type Recordsoorten, readRecordvraag } from './readRecordvraag';
import { cutBlad } from './register/overzicht/blad';
import { readVerstrekt, shownOf } from './register/overzicht/disclosedAbout';
import type { Dossier } from './register/overzicht/findDossier';
import { readDatalek } from './register/overzicht/readDatalek';
import { readOntvangers } from './register/overzicht/readOntvangers';
import { readPartnerverkeer } from './register/overzicht/readPartnerverkeer';
import { readVerslag } from './register/overzicht/readVerslag';
import type { RegisterReader } from './register/reader/openReader';

interface Grond {
  readonly reader: RegisterReader;
  readonly partners: Ketenpartners;
  readonly catalogus: Gegevenscatalogus;
  /** Under which types the register can name a record. */
  readonly soorten: Recordsoorten;
}

/** What the hub tells of its register. Who may ask what is decided before; here, whose dossier it is. */
export function tellRegister({ reader, partners, catalogus, soorten }: Grond): Registervelden<Fetching> {
  const byOin = new Map([...partners.values()].map((partner) => [partner.oin, partner]));
  /** An id or an OIN; of a partner that is no longer in the chain that is all there is. */
  const find = (named: string): Pick<Ketenpartner, 'id' | 'naam'> =>
    partners.get(named) ?? byOin.get(named) ?? { id: named, naam: named };
  const nameOf = (named: string): string => find(named).naam;
  const labelOf = (categorie: string): string => catalogus.get(categorie)?.label ?? categorie;
  const isAboutPersons = (categorie: string): boolean => catalogus.get(categorie)?.betreft === 'HOOFDBETROKKENE';
  const named = <Regel extends { van: string; aan: string; categorie: string }>(
    regel: Regel,
  ): Regel & { label: string } => {
    return { ...regel, van: nameOf(regel.van), aan: nameOf(regel.aan), label: labelOf(regel.categorie) };
  };

  /** null: it is not there, or not his. */
  const own = async (
    soort: Dossier['soort'],
    typed: string,
    { context, registering }: Fetching,
  ): Promise<Dossier | null> => {
    const dossier = await lookUp(reader, typed, registering);
    return dossier?.soort === soort && handles(context.verzoeker.partner, dossier) ? dossier : null;
  };

  return {
    ...keepDossiers(reader),
    dossier: async ({ nummer: typed }, { context, registering }) => {
      const { partner } = context.verzoeker;
      const dossier = await lookUp(reader, typed, registering);
      if (dossier === null || (dossier.soort === 'DATALEK' && !handles(partner, dossier))) return null;
      const { nummer, soort, geopend, standpunten, persoon } = dossier;
      const seen = [...standpunten.values()].filter(
        ({ bronhouder }) => handles(partner, dossier) || bronhouder === partner.oin,
      );
      const told = seen.map(({ bronhouder, besluit, grond, tijdstip }) => {
        const { id, naam } = find(bronhouder);
        return { partner: id, naam, besluit, grond, tijdstip };
      });
      const gevers = async () => {
        if (persoon === null || !handles(partner, dossier)) return null;
        const verstrekt = await readVerstrekt(reader, persoon, isAboutPersons);
        return verstrekt.gevers.map((oin) => {
          const { id, naam } = find(oin);
          return { partner: id, naam, besluit: standpunten.get(oin)?.besluit ?? null };
        });
      };
      return { nummer, soort, geopend, standpunten: told, gevers };
    },
    inzage: async ({ dossier: typed, vanaf }, fetching) => {
      const dossier = await own('INZAGE', typed, fetching);
      if (dossier === null || dossier.persoon === null) return null;
      const verstrekt = await readVerstrekt(reader, dossier.persoon, isAboutPersons);
      const mayTell = (oin: string): boolean => dossier.standpunten.get(oin)?.besluit === 'VERSTREKKEN';
      return cutBlad(shownOf(verstrekt, mayTell, isAboutPersons).map(named), vanaf ?? 0);
    },
    datalek: async ({ dossier: typed, vanaf }, fetching) => {
      const dossier = await own('DATALEK', typed, fetching);
      if (dossier === null || dossier.account === null) return null;
      const { partner, medewerker } = dossier.account;
      const { personen, regels } = await readDatalek(reader, partner, medewerker);
      const told = regels.map((regel) => ({ ...regel, labels: regel.categorieen.map(labelOf) }));
      return { personen, ...cutBlad(told, vanaf ?? 0) };
    },
    partnerverkeer: async ({ van, tot, vanaf }, { context }) => {
      const regels = await readPartnerverkeer(reader, context.verzoeker.partner, { van, tot });
      const told = regels.map((regel) => {
        return { ...regel, partner: nameOf(regel.partner), label: labelOf(regel.categorie) };
      });
      return cutBlad(told, vanaf ?? 0);
    },
    ontvangers: async ({ vanaf, ...given }, { context }) => {
      const vraag = readRecordvraag(soorten, given);
      const regels = await readOntvangers(reader, context.verzoeker.partner, vraag);
      const told = regels.map(({ aan, ...regel }) => {
        const { id, naam } = find(aan);
        return { ...regel, partner: id, naam, label: labelOf(regel.categorie) };
      });
      return cutBlad(told, vanaf ?? 0);
    },
    verslag: async ({ vanaf }, { context }) => {
      if (context.soort !== 'CASUS') throw new Error('minutes of no casus');
      const { tafel, regels } = await readVerslag(reader, context.feiten.casus);
      const seats = tafel.map(({ partner, ...seat }) => ({ naam: nameOf(partner), ...seat }));
      return { tafel: seats, ...cutBlad(regels.map(named), vanaf ?? 0) };
    },
  };
}
