import { GraphQLError } from 'graphql';
import { Hubfout } from '../schema/domain/hubfout';
import type { Ketenpartners } from '../schema/domain/ketenpartner';
import { type Akte, digestOf, textOf } from '../schema/verloop/akte';
import { akteSchema } from '../schema/verloop/akteSchema';
import { type Stapsleutels, isSigned } from '../schema/verloop/handtekening';
import type { Stap } from '../schema/verloop/stap';
import { STAPREDENEN, type Stapreden } from '../schema/verloop/stapreden';
import { stappenVoor, wgsVan } from '../schema/verloop/zetStap';
import type { FactsDoor } from './context/factsDoor';
import type { Follower } from './context/followVerloop';
import type { Verzoekcontext } from './context/openContext';
import type { Fetching } from './fetching';
import type { Stapvraag, Verloopvelden } from './hubgraph/verloopvelden';

interface Grond {
  readonly facts: Pick<FactsDoor, 'take'>;
  readonly follower: Pick<Follower, 'taken'>;
  readonly partners: Ketenpartners;
  /** Under which keys a partner signs; null: it has none, and so takes no stap. */
  readonly sleutelsVan: (partner: string) => Stapsleutels | null;
}

type Casuscontext = Extract<Verzoekcontext, { soort: 'CASUS' }>;

/**
 * The stappen in which a casus is brought on (WGS 2.31). Who may take which, and when, is for the state machine, which the
 * municipality keeps; that its partner signed it, and that whom it seats is party to the convenant, is checked here.
 */
export function keepVerloop({ facts, follower, partners, sleutelsVan }: Grond): Verloopvelden<Fetching> {
  const zet = async ({ nr, vorige, sleutel, dag, handtekening }: Stapvraag, stap: Stap, fetching: Fetching) => {
    const { verzoeker, feiten, convenant } = inCasus(fetching);
    const kop = { casus: feiten.casus, partner: verzoeker.partner.id, medewerker: verzoeker.medewerker };
    const akte = readAkte({ ...kop, nr, vorige, sleutel, dag, ...stap });
    const sleutels = sleutelsVan(verzoeker.partner.id);
    const signs = async (one: string): Promise<boolean> => sleutels !== null && isSigned(textOf(akte), one, sleutels);
    if (!(await signs(handtekening))) {
      throw new Hubfout(
        'HUB_STAP_GEWEIGERD',
        'De handtekening is niet die van uw ketenpartner onder precies deze akte (schema/verloop/README.md).',
      );
    }
    if (akte.stap === 'PLAATS_GEVEN' && !convenant.partijen.includes(akte.zetelPartner))
      throw refused('GEEN_DEELNEMER');
    const { stap: naam } = stap;
    const digest = digestOf(akte);
    const regel = { stap: naam, nr, akte: digest, handtekening };
    // Before it can have been done: its answer may get lost, and who took it may have no access any more.
    await fetching.registering.inVerloop('VOORNEMEN', regel);
    const taken = await facts.take(verzoeker, akte, handtekening, fetching.span);
    if (taken.uitkomst === 'GEWEIGERD') throw refused(taken.reden);
    if (taken.uitkomst !== 'GEZET') throw conflict(taken.uitkomst);
    if (taken.digest !== digest || taken.nr !== nr)
      throw new Error('the municipality took another stap than it was given');
    // Sent once more, signed once more: what it was taken under is what stands there.
    const kept = taken.handtekening;
    if (kept !== handtekening && !(await signs(kept)))
      throw new Error('the municipality keeps a stap that nobody signed');
    follower.taken(feiten.casus, nr, digest);
    fetching.gezet = { casus: feiten.casus, revisie: taken.revisie };
    const { id, tijdstip } = await fetching.registering.inVerloop('STAP', { ...regel, handtekening: kept });
    return { nr, akte: digest, bewijs: id, tijdstip };
  };
  return {
    verloop: (_args, fetching) => {
      const { verzoeker, zetel, feiten, verloop, aanwijzingen } = inCasus(fetching);
      const { nr, vorige, bevestigdDoor } = verloop;
      const stappen = stappenVoor({ ...feiten, bevestigdDoor }, zetel, {
        wgsOf: wgsVan(partners),
        isAangewezen: (partner, _medewerker, rol) =>
          partner === verzoeker.partner.id && aanwijzingen.some((one) => one.rol === rol),
      });
      const { fase, kader, status, bevestigd } = feiten;
      return { nr, vorige, fase, kader, status, bevestigd, stappen };
    },
    bevestig: (args, fetching) => zet(args, { stap: 'BEVESTIGEN' }, fetching),
    toetsDoel: ({ positief, criteria, toelichting, ...args }, fetching) =>
      zet(args, { stap: 'DOELTOETSEN', positief, criteria, toelichting }, fetching),
    gaNaarFase: ({ fase, ...args }, fetching) => zet(args, { stap: 'NAAR_FASE', fase }, fetching),
    wijzigKader: ({ kader, ...args }, fetching) => zet(args, { stap: 'WIJZIG_KADER', kader }, fetching),
    geefPlaats: ({ zetelPartner, zetelMedewerker, rol, ...args }, fetching) =>
      zet(args, { stap: 'PLAATS_GEVEN', zetelPartner, zetelMedewerker, rol }, fetching),
    verlaatTafel: ({ zetelPartner, zetelMedewerker, ...args }, fetching) =>
      zet(args, { stap: 'VERLATEN', zetelPartner, zetelMedewerker }, fetching),
    vervang: ({ zetelPartner, zetelMedewerker, door, ...args }, fetching) =>
      zet(args, { stap: 'VERVANGEN', zetelPartner, zetelMedewerker, door }, fetching),
    schermAf: (args, fetching) => zet(args, { stap: 'AFSCHERMEN' }, fetching),
  };
}

function inCasus({ context }: Fetching): Casuscontext {
  if (context.soort !== 'CASUS') throw new Error('a stap outside a casus');
  return context;
}

/** What is wrong with an akte is named by its fields, never by what stood in them. */
function readAkte(given: object): Akte {
  const akte = akteSchema.safeParse(given);
  if (akte.success) return akte.data;
  const wrong = [...new Set(akte.error.issues.map(({ path }) => String(path[0])))].join(', ');
  throw new GraphQLError(`Deze stap is niet te lezen: ${wrong}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

function refused(reden: Stapreden): Hubfout {
  const [uitleg, artikel] = STAPREDENEN[reden];
  return new Hubfout('HUB_STAP_GEWEIGERD', `Deze stap kan niet: ${uitleg} (${artikel}).`);
}

function conflict(uitkomst: 'ACHTERHAALD' | 'SLEUTEL_GEBRUIKT'): Hubfout {
  return new Hubfout(
    'HUB_CONFLICT',
    uitkomst === 'ACHTERHAALD'
      ? 'De casus is verder dan waarvoor deze stap is gemaakt. Vraag het verloop op en maak hem opnieuw.'
      : 'De sleutel van deze stap is al voor een andere stap gebruikt. Vraag het verloop op; neem zo nodig een nieuwe.',
  );
}
