import type { Subgraaf } from '../../../schema/domain/subgraaf';
import { type Source, startSource } from '../../gateway/federation/startSource';
import { SDL } from './sdl';
import { type Ding, type Wereld, beeld, dekmantel, keten, prioriteit } from './wereld';

type Verwijzing = { readonly __typename: string; readonly id: string; readonly risico?: unknown };
type Gestuurd = Verwijzing & { readonly naam?: unknown; readonly dekmantel?: unknown };

/** The three sources of the chain in miniature, each over its own part of one world that a test can replace. */
export async function startBronnen(wereld: () => Wereld): Promise<Readonly<Record<Subgraaf, Source>>> {
  const zoek = ({ id }: Verwijzing): Ding | null => wereld().personen.get(id) ?? null;
  /** The object as this source knows it, without what only others have; what was sent along stands as it was sent. */
  const als = (ding: Ding | null, kennis: Readonly<Record<string, unknown>>): unknown =>
    ding === null ? null : { ...ding, ...kennis };
  const casus = { __resolveReference: ({ id }: Verwijzing) => (id === wereld().casus['id'] ? wereld().casus : null) };
  const met = (wie: unknown): unknown => (Array.isArray(wie) ? wie.map(asObject) : asObject(wie));
  const asObject = (wie: unknown): unknown => als(wie as Ding | null, { __typename: 'Persoon', naam: undefined });
  const call = (value: unknown): unknown => (typeof value === 'function' ? (value as () => unknown)() : value);

  const gemeentelijk = { __resolveReference: (one: Gestuurd) => als(zoek(one), { risico: one.risico }) };
  const bij = {
    __resolveReference: (one: Gestuurd) => als(zoek(one), { risico: one.risico, dekmantel: one.dekmantel }),
  };
  return {
    municipality: await startSource(SDL.municipality, {
      Query: { casus: (_: unknown, { id }: { id: string }) => (id === wereld().casus['id'] ? wereld().casus : null) },
      Casus: casus,
      Persoon: { __resolveReference: zoek },
      Hoofdbetrokkene: { ...gemeentelijk, prioriteit: ({ risico }: Ding) => prioriteit(risico) },
      Kringlid: gemeentelijk,
      Professional: gemeentelijk,
    }),
    police: await startSource(SDL.police, {
      Casus: {
        ...casus,
        gezien: (one: Ding) => met(one['gezien']),
        verdachte: (one: Ding) => met(one['verdachte']),
      },
      Persoon: {
        __resolveReference: (one: Gestuurd) => als(zoek(one), { __typename: 'Persoon', naam: one.naam }),
        gezienMet: (one: Ding) => met(call(one['gezienMet'])),
        dekmantel: ({ naam }: Ding) => dekmantel(naam),
      },
    }),
    care: await startSource(SDL.care, {
      Casus: casus,
      Hoofdbetrokkene: {
        ...bij,
        beeld: ({ risico }: Ding) => beeld(risico),
        keten: (one: Ding) => keten(one['dekmantel'], one['risico']),
      },
      Kringlid: bij,
      Professional: bij,
    }),
  };
}
