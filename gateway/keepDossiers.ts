import { randomBytes } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { makeDossiernummer, readDossiernummer } from '../schema/domain/dossiernummer';
import type { Ketenpartner } from '../schema/domain/ketenpartner';
import { MEDEWERKER_ID } from '../schema/domain/medewerkerId';
import { CASUS_ID } from './context/openContext';
import type { Fetching } from './fetching';
import type { Registervelden } from './hubgraph/registervelden';
import { type Dossier, findDossier } from './register/overzicht/findDossier';
import type { RegisterReader } from './register/reader/openReader';

/** An article, and nothing else: a ground in free words could name somebody. */
const ARTIKEL = /^[A-Za-z]{2,15} \d{1,4}[a-z]{0,2}([.:]\d{1,4}[a-z]{0,2}){0,2}( lid \d{1,2})?( onder [a-z0-9]{1,2})?$/;

/** The two mutations of the graph: a dossier is opened, and a bronhouder says something in it. */
export function keepDossiers(
  reader: RegisterReader,
): Pick<Registervelden<Fetching>, 'openDossier' | 'bepaalStandpunt'> {
  return {
    openDossier: async ({ soort, persoon = null, medewerker = null }, fetching) => {
      const { context, registering } = fetching;
      const nummer = makeDossiernummer(randomBytes(12));
      if (soort === 'INZAGE') {
        if (persoon === null || medewerker !== null || !CASUS_ID.test(persoon)) {
          throw unusable('Een inzageverzoek gaat over een persoon: noem "persoon", en geen medewerker.');
        }
        const { id, tijdstip } = await registering.inDossier('DOSSIER', { nummer, soort }, persoon);
        isKept(fetching);
        return { dossier: nummer, bewijs: id, tijdstip };
      }
      if (medewerker === null || persoon !== null || !MEDEWERKER_ID.test(medewerker)) {
        throw unusable('Een datalek gaat over een account: noem "medewerker", en geen persoon.');
      }
      // Always of his own organisation: of another one can't even be asked.
      const account = { partner: context.verzoeker.partner.id, medewerker };
      const { id, tijdstip } = await registering.inDossier('DOSSIER', { nummer, soort, account });
      isKept(fetching);
      return { dossier: nummer, bewijs: id, tijdstip };
    },
    bepaalStandpunt: async ({ dossier: typed, besluit, grond = null }, fetching) => {
      const { context, registering } = fetching;
      const dossier = await lookUp(reader, typed, registering);
      if (dossier?.soort !== 'INZAGE') throw unusable('Dit inzagedossier is er niet.');
      if (grond !== null && (besluit !== 'WEIGEREN' || !ARTIKEL.test(grond))) {
        throw unusable('"grond" is het artikel waarop u weigert, zoals "AVG 23 lid 1 onder d".');
      }
      const { nummer } = dossier;
      const standpunt = { bronhouder: context.verzoeker.partner.oin, besluit, grond };
      const { id, tijdstip } = await registering.inDossier('STANDPUNT', { nummer, standpunt });
      isKept(fetching);
      return { dossier: nummer, bewijs: id, tijdstip };
    },
  };
}

/** It is in the register now, whatever becomes of the facts by which he may do this. */
function isKept(fetching: Fetching): void {
  fetching.gezet = { casus: null, revisie: fetching.context.revisie };
}

/** The dossier of a number as somebody typed it. That he looked for it is written down with that number. */
export async function lookUp(
  reader: RegisterReader,
  typed: string,
  registering: Fetching['registering'],
): Promise<Dossier | null> {
  const nummer = readDossiernummer(typed);
  if (nummer === null) return null;
  registering.about(nummer);
  return findDossier(reader, nummer);
}

/** Whether a dossier is this partner's to handle. */
export function handles({ id }: Pick<Ketenpartner, 'id'>, dossier: Dossier): boolean {
  return dossier.behandelaar === id;
}

function unusable(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
