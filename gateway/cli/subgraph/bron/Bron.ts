import { type Dispatcher, type RequestInit, type Response, fetch } from 'undici';
import { DELEGATIE_HEADER, type Delegatie } from '../../../../schema/domain/delegatie';
import type { Subgraaf } from '../../../../schema/domain/subgraaf';
import type { Proefsleutel } from './proefsleutel';
import { signVerklaring } from './signVerklaring';

/** One request as it goes out. */
export interface Verzoek {
  readonly lichaam: string;
  /** What the header with the statement holds; null: there is no such header. */
  readonly verklaring: string | null;
  readonly koppen?: Readonly<Record<string, string>>;
  /** A door of the source beside its graph. */
  readonly deur?: string;
}

/** What came back. Nothing of it is ever printed but codes and counts. */
export interface Antwoord {
  readonly status: number;
  readonly tekst: string;
  /** The text as JSON; undefined when it is none. */
  readonly json: unknown;
  /** What `data` holds; null when there is none. */
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly fouten: readonly unknown[];
  /** All by which one refusal could be told from another. */
  readonly vorm: string;
  /** Seconds that the clock of the source is ahead, as far as it tells the time. */
  readonly klok: number | null;
}

/** The source did not answer at all, or not in time. */
export class GeenAntwoord extends Error {
  override readonly name = 'GeenAntwoord';
}

/** The source under test: asks it, and keeps how long it took. */
export class Bron {
  #vragen = 0;
  #traagste = 0;
  /**
   * @param geduld ms after which an answer is waited for no more
   * @param wegen connections, closed by who opened them
   */
  constructor(
    readonly url: URL,
    readonly subgraaf: Subgraaf,
    readonly sleutel: Proefsleutel,
    private readonly geduld: number,
    private readonly wegen: Dispatcher,
  ) {}

  get vragen(): number {
    return this.#vragen;
  }

  /** Of the slowest answer, in ms. */
  get traagste(): number {
    return this.#traagste;
  }

  /** Asks as the hub does. @throws GeenAntwoord */
  vraag(delegatie: Delegatie, query: string, variables: object = {}): Promise<Antwoord> {
    const lichaam = JSON.stringify({ query, variables });
    return this.stuur({ lichaam, verklaring: signVerklaring(this.sleutel, delegatie, lichaam) });
  }

  /** @throws GeenAntwoord */
  stuur({ lichaam, verklaring, koppen = {}, deur }: Verzoek): Promise<Antwoord> {
    const stated = verklaring === null ? {} : { [DELEGATIE_HEADER]: verklaring };
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...stated, ...koppen };
    const url = deur === undefined ? this.url : new URL(deur, this.url);
    return this.#doe(url, { method: 'POST', headers, body: lichaam });
  }

  /** The same question in the address. @throws GeenAntwoord */
  haal(query: string, verklaring: string): Promise<Antwoord> {
    const url = new URL(this.url);
    url.searchParams.set('query', query);
    const headers = { accept: 'application/json', 'apollo-require-preflight': 'true', [DELEGATIE_HEADER]: verklaring };
    return this.#doe(url, { method: 'GET', headers });
  }

  async #doe(url: URL, init: RequestInit): Promise<Antwoord> {
    const begun = performance.now();
    this.#vragen += 1;
    try {
      // Where it would send a question on to is not where the hub would ask it.
      const response = await fetch(url, {
        ...init,
        dispatcher: this.wegen,
        redirect: 'manual',
        signal: AbortSignal.timeout(this.geduld),
      });
      return readAntwoord(response, await response.text());
    } catch {
      throw new GeenAntwoord('no answer');
    } finally {
      this.#traagste = Math.max(this.#traagste, Math.round(performance.now() - begun));
    }
  }
}

function readAntwoord({ status, headers }: Response, tekst: string): Antwoord {
  const json = parseJson(tekst);
  const { data, errors } = isObject(json) ? json : {};
  const told = ['content-type', 'www-authenticate'].map((name) => headers.get(name));
  const date = Date.parse(headers.get('date') ?? '');
  return {
    status,
    tekst,
    json,
    data: isObject(data) ? data : null,
    fouten: Array.isArray(errors) ? errors : [],
    vorm: JSON.stringify([status, ...told, tekst]),
    klok: Number.isNaN(date) ? null : Math.round((date - Date.now()) / 1000),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
