import type { Convenant } from '../schema/domain/convenant';
import type { Ketenpartners } from '../schema/domain/ketenpartner';
import { Hubfout } from '../schema/domain/hubfout';
import type { Verstrekkingsregel } from '../schema/domain/registerregel';
import {
  type Aangemelde,
  type Aanmelding,
  aangemeldeSchema,
  beginVan,
  casusVan,
  persoonVan,
  readAanmelding,
  wieVan,
} from '../schema/verloop/aanmelding';
import type { Stapsleutels } from '../schema/verloop/handtekening';
import { wgsVan } from '../schema/verloop/zetStap';
import type { FactsDoor } from './context/factsDoor';
import type { Fetching } from './fetching';
import type { Aanmeldvelden } from './hubgraph/aanmeldvelden';
import { keepBesluit, refusedBesluit, unusable } from './keepBesluit';

interface Grond {
  readonly facts: Pick<FactsDoor, 'report'>;
  readonly partners: Ketenpartners;
  /** The version in force today; null: there is none. */
  readonly findConvenant: (fetching: Fetching, id: string) => Convenant | null;
  /** OIN of who keeps the casussen. */
  readonly host: string;
  /** Under which keys a partner signs; null: it has none, and so brings nothing in. */
  readonly sleutelsVan: (partner: string) => Stapsleutels | null;
}

const ARTIKEL = 'WGS 2.31';

/**
 * A partner brings a casus in (WGS 2.31): who is designated as melder hands it in, and it is the signature that says it. Under
 * which convenant, for what and who leads it is checked here; that melder and procesregisseur are designated, by who keeps that.
 */
export function keepAanmeldingen({
  facts,
  partners,
  findConvenant,
  host,
  sleutelsVan,
}: Grond): Aanmeldvelden<Fetching> {
  return {
    meldAan: async ({ aanmelding: tekst, handtekening, ...given }, fetching) => {
      const { context, registering, span } = fetching;
      const { verzoeker } = context;
      const aanmelding = readAanmelding(tekst);
      if (aanmelding === null) throw unusable('Deze aanmelding is niet te lezen (schema/verloop/README.md).');
      const wie = aangemeldeSchema.safeParse({ voorvoegsel: null, bsn: null, ...given });
      if (!wie.success) {
        const wrong = [...new Set(wie.error.issues.map(({ path }) => String(path[0])))].join(', ');
        throw unusable(`Over wie het gaat is niet te lezen: ${wrong}.`);
      }
      const { partner, medewerker, sleutel } = aanmelding;
      const casus = casusVan(tekst);
      const own = partner === verzoeker.partner.id && medewerker === verzoeker.medewerker;
      if (!own) throw refused('zij is niet van u');
      if (wieVan(wie.data, sleutel) !== aanmelding.wie) throw refused('zij is over iemand anders ondertekend');
      const waarom = whyNot(aanmelding, casus, findConvenant(fetching, aanmelding.convenant), partners);
      if (waarom !== null) throw refused(waarom);
      const hand = async (): Promise<string> => {
        const told = { casus, doel: aanmelding.doel };
        if (verzoeker.partner.oin !== host)
          await registering.intended(host, givenOf(wie.data, persoonVan(tekst), verzoeker.partner.oin), told);
        const taken = await facts.report(verzoeker, casus, { tekst, handtekening, wie: wie.data }, span);
        if (taken.uitkomst === 'ACHTERHAALD')
          throw new Hubfout('HUB_CONFLICT', 'De aanmelding is van een andere dag. Maak haar opnieuw.');
        if (taken.uitkomst === 'NIET_AANGEWEZEN') throw refused('melder of procesregisseur is daartoe niet aangewezen');
        if (taken.uitkomst === 'GEEN_DEELNEMER') throw refused(GEEN_DEELNEMER);
        fetching.gezet = { casus, revisie: taken.revisie };
        return taken.handtekening;
      };
      const { digest, bewijs, tijdstip } = await keepBesluit(
        { tekst, handtekening },
        {
          ...{ stap: 'AANMELDEN', typ: 'aanmelding+jws', nr: 0, casus, artikel: ARTIKEL },
          ...{ sleutels: sleutelsVan(partner), registering, hand },
        },
      );
      return { casus, aanmelding: digest, bewijs, tijdstip };
    },
  };
}

/** What the melder gives who keeps the casussen of whom it is about: what he typed, and that he is in this casus. */
function givenOf({ bsn }: Aangemelde, persoon: string, bronhouder: string): Verstrekkingsregel[] {
  const given = [
    ['casus.betrokkenheid', 'id'],
    ['persoon.naam', 'naam'],
    ['persoon.geboortedatum', 'geboortedatum'],
    ...(bsn === null ? [] : [['persoon.bsn', 'bsn']]),
  ];
  return given.map(([categorie = '', veld = '']) => ({
    ...{ bronhouder, categorie, coordinaat: `Hoofdbetrokkene.${veld}`, persoon, artikel: ARTIKEL },
    ...{ eigen: false, aantal: 1, records: [] },
  }));
}

const GEEN_DEELNEMER = 'melder en regie nemen beide deel aan de keten, en een publieke ketenpartner heeft de regie';

function whyNot(
  aanmelding: Aanmelding,
  casus: string,
  convenant: Convenant | null,
  partners: Ketenpartners,
): string | null {
  const { partner, regie, doel, gemeente } = aanmelding;
  if (convenant === null) return 'dit convenant geldt vandaag niet';
  if (!convenant.doelen.includes(doel)) return `verwacht een doel van dit convenant: ${convenant.doelen.join(', ')}`;
  const takesPart = (one: string): boolean => convenant.partijen.includes(one) && convenant.getekend.includes(one);
  if (!takesPart(partner) || !takesPart(regie))
    return 'melder en regie zijn partij van dit convenant en hebben het ondertekend';
  if (beginVan(aanmelding, casus, wgsVan(partners)) === null) return GEEN_DEELNEMER;
  const { werkgebied = [] } = partners.get(regie) ?? {};
  return werkgebied.includes(gemeente) ? null : `verwacht een gemeente waar de regie werkt: ${werkgebied.join(', ')}`;
}

function refused(waarom: string): Hubfout {
  return refusedBesluit(waarom, ARTIKEL, 'Deze aanmelding');
}
