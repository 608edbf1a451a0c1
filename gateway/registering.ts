import type {
  Beslisfeiten,
  Dossierregel,
  Ontvangstbewijs,
  Registerregel,
  Verstrekkingsregel,
} from '../schema/domain/registerregel';
import { Hubfout } from '../schema/domain/hubfout';
import type { Weigeringspad } from '../schema/domain/selectie';
import type { Verzoekcontext } from './context/openContext';
import type { Asked } from './prune/asked';
import type { Gevraagd } from './prune/readOperation';
import type { Regels } from './regels/readRegels';
import type { Verzoek } from './request';

/** Records that one line can name, of all persons together: what an entry holds of one is bounded too. */
const MOST_RECORDS = 50_000;

type Happened = Partial<Registerregel> & Pick<Registerregel, 'soort'>;

/** What of a request its decisions are about. */
type Velden = Pick<Registerregel, 'gevraagd' | 'argumenten' | 'onbeslist'>;

/** Where the lines go: durable when it resolves. Throws Hubfout HUB_REGISTER_ONBESCHIKBAAR. */
export type Append = (regel: Registerregel) => Promise<Ontvangstbewijs>;

/**
 * What is written down of one request: who asks it, what he asked and by which facts and rules is said once, and goes
 * with every line of it, also of one that ends in a refusal.
 */
export class Registering {
  private gevraagd: Gevraagd | null = null;
  private context: Verzoekcontext | null = null;
  private naam: string | null = null;
  private velden: Velden = { gevraagd: [], argumenten: [], onbeslist: [] };
  private nummer: string | null = null;

  constructor(
    private readonly append: Append,
    private readonly verzoek: Verzoek,
    private regels: Pick<Regels, 'digest' | 'attest'>,
  ) {}

  /** @param naam of the registered operation that it is. */
  asked(gevraagd: Gevraagd, naam: string | null): void {
    this.gevraagd = gevraagd;
    this.naam = naam;
    this.velden = { ...this.velden, gevraagd: gevraagd.wortels.map((wortel) => `${gevraagd.root}.${wortel}`) };
  }

  /** It is decided by these facts and rules. */
  by(regels: Pick<Regels, 'digest' | 'attest'>, context: Verzoekcontext): void {
    this.regels = regels;
    this.context = context;
  }

  /** Coordinates that it comes to, worked out. */
  workedOut({ coordinaten: gevraagd, argumenten, onbeslist }: Asked): void {
    this.velden = { gevraagd, argumenten, onbeslist };
  }

  /**
   * Something will move to a partner, or be changed: written before it happens.
   *
   * @param casus when it is none of the request's: it only begins to be there.
   */
  intended(
    naar: string | null,
    verstrekkingen: readonly Verstrekkingsregel[],
    casus?: Pick<Registerregel, 'casus' | 'doel'>,
  ): Promise<Ontvangstbewijs> {
    // What was asked stands in the line that ends the request; of a change it stands here, before it happens.
    const asked = naar === null ? {} : { gevraagd: [], argumenten: [], onbeslist: [] };
    return this.write({ soort: 'VOORNEMEN', naar, verstrekkingen, ...asked, ...casus });
  }

  /**
   * It is about this dossier: what is written of it from now on, a refusal too, carries its number.
   *
   * @throws Hubfout HUB_LIMIET when it is about another one as well.
   */
  about(nummer: string): void {
    if (this.nummer !== null && this.nummer !== nummer) {
      throw new Hubfout('HUB_LIMIET', 'Vraag naar een dossier per keer.');
    }
    this.nummer = nummer;
  }

  /** A dossier is opened about somebody, or a bronhouder says something in it. */
  inDossier(
    soort: 'DOSSIER' | 'STANDPUNT',
    dossier: Dossierregel,
    persoon: string | null = null,
  ): Promise<Ontvangstbewijs> {
    this.about(dossier.nummer);
    return this.write({ soort, dossier, persoon });
  }

  /**
   * A stap of the casus is about to be taken, under whose signature; or it was.
   *
   * @param casus when it is none of the request's: it only begins to be there.
   */
  inVerloop(
    soort: 'VOORNEMEN' | 'STAP',
    verloop: NonNullable<Registerregel['verloop']>,
    casus?: string,
  ): Promise<Ontvangstbewijs> {
    return this.write({ soort, verloop, ...(casus === undefined ? {} : { casus }) });
  }

  /** @param among which coordinates it is about, when not all that was asked. */
  looked(
    weigeringen: Registerregel['weigeringen'],
    among: (coordinaat: string) => boolean = () => true,
  ): Promise<Ontvangstbewijs> {
    const { gevraagd, argumenten, onbeslist } = this.velden;
    const way = (one: string): boolean => among(one.slice(0, one.indexOf('(')));
    return this.write({
      soort: 'INZAGE',
      weigeringen: weigeringen.filter(({ coordinaat }) => among(coordinaat)),
      gevraagd: gevraagd.filter(among),
      argumenten: argumenten.filter(way),
      onbeslist: onbeslist.filter(way),
    });
  }

  answered(what: Partial<Registerregel>): Promise<Ontvangstbewijs> {
    return this.write({ soort: 'ANTWOORD', ...what });
  }

  /** An answer that was written down does not leave after all. */
  withdrawn(betreft: string): Promise<Ontvangstbewijs> {
    return this.write({ soort: 'NIET_VRIJGEGEVEN', betreft });
  }

  /** An answer that left did not arrive. */
  lost(): Promise<Ontvangstbewijs> {
    return this.write({ soort: 'NIET_AFGELEVERD' });
  }

  /** @param geprobeerd the casus that was named: told when no context could be opened. */
  refused(code: string, geprobeerd: string | null): Promise<Ontvangstbewijs> {
    return this.write({ soort: 'GEWEIGERD', code, ...(this.context?.soort === 'CASUS' ? {} : { geprobeerd }) });
  }

  private async write(happened: Happened): Promise<Ontvangstbewijs> {
    const { context, gevraagd, verzoek } = this;
    const named = happened.verstrekkingen?.reduce((sum, { records }) => sum + 1 + records.length, 0) ?? 0;
    if (named > MOST_RECORDS) {
      const message = `Het antwoord gaat over meer dan ${String(MOST_RECORDS)} records; vraag minder tegelijk.`;
      throw new Hubfout('HUB_LIMIET', message);
    }
    const casus = context?.soort === 'CASUS' ? context : null;
    const rol = context === null ? null : context.soort === 'CASUS' ? context.zetel.rol : context.rol;
    const regel: Registerregel = {
      ...emptyRegel(this.regels),
      verzoek: verzoek.id,
      partner: verzoek.verzoeker.partner.id,
      medewerker: verzoek.verzoeker.medewerker,
      rol,
      doel: casus?.doel ?? null,
      casus: casus?.feiten.casus ?? null,
      fase: casus?.feiten.fase ?? null,
      kader: casus?.feiten.kader ?? null,
      convenant: casus?.convenant.id ?? null,
      versie: casus?.convenant.versie ?? null,
      feiten: context?.revisie ?? null,
      beslisfeiten: casus === null ? null : factsOf(casus.feiten),
      aanwijzingen: context?.aanwijzingen.map((one) => one.rol) ?? [],
      operatie: gevraagd?.hash ?? null,
      operatienaam: this.naam,
      ...this.velden,
      traceId: verzoek.span.traceId,
      dossier: this.nummer === null ? null : { nummer: this.nummer },
      ...happened,
    };
    return verzoek.span.step('register', () => this.append(regel));
  }
}

/** A line that says by which rules, and nothing else yet. */
export function emptyRegel({ digest, attest }: Pick<Regels, 'digest' | 'attest'>): Omit<Registerregel, 'soort'> {
  const nobody = { partner: null, medewerker: null, rol: null, aanwijzingen: [] };
  const nowhere = { doel: null, casus: null, geprobeerd: null, fase: null, kader: null, convenant: null, versie: null };
  const nothing = {
    gevraagd: [],
    argumenten: [],
    onbeslist: [],
    verstrekkingen: [],
    weigeringen: [],
    fouten: [],
    voorwaarden: [],
  };
  const about = {
    betreft: null,
    naar: null,
    stand: null,
    dossier: null,
    persoon: null,
    vernietigd: null,
    verloop: null,
  };
  return {
    ...{ verzoek: null, code: null, ...nobody, ...nowhere, tabel: digest, attest },
    ...{ feiten: null, beslisfeiten: null, operatie: null, operatienaam: null, ...nothing, traceId: null, ...about },
  };
}

function factsOf({
  fase,
  kader,
  status,
  bevestigd,
  gemeente,
  regie,
  tafel,
}: Extract<Verzoekcontext, { soort: 'CASUS' }>['feiten']): Beslisfeiten {
  const seats = tafel.map(({ partner, rol }) => [partner, rol] as const);
  return { fase, kader, status, bevestigd, gemeente, regie, tafel: seats };
}

/** What of faults is kept: no path, for the same reason as below. */
export function toFoutregels(
  fouten: readonly { readonly code: string; readonly subgraaf: string | null }[],
): Registerregel['fouten'] {
  const each = fouten.map(({ code, subgraaf }) => ({ code, subgraaf }));
  return [...new Map(each.map((fout) => [JSON.stringify(fout), fout])).values()];
}

/** What of refusals is kept: without the path, whose keys are the client's to choose, and so each once. */
export function toWeigeringsregels(weigeringen: readonly Weigeringspad[]): Registerregel['weigeringen'] {
  const each = weigeringen.map(({ coordinaat, besluit: { categorieen, reden, artikel } }) => {
    return { coordinaat, categorieen, reden, artikel };
  });
  return [...new Map(each.map((regel) => [JSON.stringify(regel), regel])).values()];
}
