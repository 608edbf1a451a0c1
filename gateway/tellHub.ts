import { Hubfout } from '../schema/domain/hubfout';
import type { Ketenpartners } from '../schema/domain/ketenpartner';
import { vandaag } from '../schema/domain/vandaag';
import { checkAsked } from './checkAsked';
import type { Fetching } from './fetching';
import type { Regelvelden } from './hubgraph/hubvelden';
import { explainAnswer } from './inzage/uitleg/explainAnswer';
import type { Cel } from './inzage/matrix/cel';
import { eachCel } from './inzage/matrix/makeMatrix';
import { compareVersies } from './inzage/verschil/compareVersies';
import { prune } from './prune/prune';
import { readQuestion } from './readQuestion';
import { attest } from './regels/attest';
import type { RegisterReader } from './register/reader/openReader';
import { tellBesluiten } from './register/reader/tellBesluiten';
import { type Rooms, beslist } from './request';

/** More than this nobody reads at once. */
const MOST_CELLEN = 5_000;

/** A matrix of which nothing is narrowed. */
const WHOLE = {
  ontvangers: null,
  rollen: null,
  doelen: null,
  fasen: null,
  kaders: null,
  categorieen: null,
  betreft: null,
} as const;

/** What the hub tells of its rules and of what they decided, for one request: by the rules, facts and decisions of that request. */
export function tellHub(
  rooms: Rooms & { readonly partners: Ketenpartners; readonly reader: RegisterReader },
): Regelvelden<Fetching> {
  return {
    uitleg: ({ vraag, variabelen }, { context, besluiten, told, regels }) => {
      const gevraagd = readQuestion(rooms, vraag, variabelen ?? null);
      checkAsked(rooms, gevraagd, context);
      const gesnoeid = prune(rooms.schema, gevraagd, beslist(rooms, besluiten));
      return explainAnswer({ context, gesnoeid, told }, rooms, regels.digest);
    },
    inzagematrix: ({ convenant, ...vraag }, { regels }) => {
      const today = vandaag();
      const inForce = regels.convenanten.filter(
        ({ id, van, tot }) => van <= today && today < tot && (convenant ?? id) === id,
      );
      const cellen: Cel[] = [];
      for (const one of inForce) {
        for (const cel of eachCel({ ...WHOLE, ...vraag }, one, rooms)) {
          cellen.push(cel);
          if (cellen.length > MOST_CELLEN) throw tooLarge();
        }
      }
      return cellen;
    },
    verschil: ({ convenant, oud, nieuw }, { regels }) => {
      const [before, after] = [oud, nieuw].map((versie) =>
        regels.versies.get(convenant)?.find((one) => one.versie === versie),
      );
      if (before === undefined || after === undefined) return null;
      const { opent, sluit, vloer } = compareVersies(rooms, rooms.schema, before, after);
      return { opent, sluit, vloerOpent: vloer.opent, vloerSluit: vloer.sluit };
    },
    attest: (_args, { regels }) => attest(regels),
    registerbesluiten: (vraag) => tellBesluiten(rooms.reader, vraag),
  };
}

/** Told at the first cell too many: working out the rest would cost most of what the limit is there to keep. */
function tooLarge(): Hubfout {
  return new Hubfout('HUB_LIMIET', `De matrix is te groot: meer dan ${String(MOST_CELLEN)} cellen. Vraag een deel.`);
}
