import { execute, parse, type ExecutionResult } from 'graphql';
import { Directive, Field, FieldResolver, ID, InterfaceType, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { elkePersoonMet, Gegeven } from '../../../subgraphs/kit';
import { createContext } from '../../../subgraphs/kit/server/createContext';
import { createLockedSchema } from '../../../subgraphs/kit/server/createLockedSchema';
import type { SubgraphDefinition } from '../../../subgraphs/kit/SubgraphDefinition';
import { delegatieVan, verleend } from '../../harness/delegatieVan';

const ZWOLLE = '00000099000000000301';
const DEVENTER = '00000099000000000302';

@InterfaceType()
abstract class Wezen {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  weergavenaam!: string;
}

@ObjectType()
class Eigennaam {
  @Gegeven('naam')
  @Field(() => String, { nullable: true })
  voornamen!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ implements: Wezen })
class Mens extends Wezen {
  @Gegeven('naam')
  @Field(() => String, { nullable: true })
  declare weergavenaam: string;

  @Gegeven('naam')
  @Field(() => Eigennaam, { nullable: true })
  naam!: Eigennaam;

  @Directive('@external')
  @Field(() => String, { nullable: true })
  niveau!: string | null;

  bronhouder!: string;
}

const jo = { voornamen: 'Jo' };
const mens = (id: string, bronhouder: string): Mens =>
  Object.assign(new Mens(), { id, bronhouder, weergavenaam: id, naam: jo });

@Resolver(() => Mens)
class MensResolver {
  @Gegeven('casus')
  @Query(() => [Wezen], { nullable: true })
  wezens(): Wezen[] {
    return [mens('een', ZWOLLE), mens('twee', ZWOLLE)];
  }

  @Gegeven('casus')
  @Query(() => [Wezen], { nullable: true })
  gedeeld(): Wezen[] {
    return [mens('een', ZWOLLE), mens('twee', DEVENTER)];
  }

  @Gegeven('beeld')
  @Directive('@requires(fields: "niveau")')
  @FieldResolver(() => String, { nullable: true })
  beeld(@Root() { niveau }: Mens): string | null {
    return niveau;
  }
}

const definition: SubgraphDefinition<object, null> = {
  subgraaf: 'care',
  types: [Mens],
  resolvers: [MensResolver],
  references: { Mens: elkePersoonMet(({ niveau }) => ({ niveau: niveau === 'HOOG' ? niveau : null })) },
  source: { migrations: {}, rows: () => ({}) },
  createLoaders: () => null,
};

async function ask(query: string, categorieen: readonly string[], bronhouder = ZWOLLE): Promise<ExecutionResult> {
  const schema = createLockedSchema(definition, ZWOLLE);
  const delegatie = delegatieVan({ verleningen: verleend(bronhouder, ...categorieen) });
  const contextValue = createContext(definition, { db: undefined as never, delegatie, verborgen: () => false });
  return await execute({ schema, document: parse(query), contextValue });
}

test('a field asked through the interface has the lock of its concrete type', async () => {
  const denied = await ask('{ wezens { id weergavenaam } }', ['casus']);
  expect(denied.data).toEqual({
    wezens: [
      { id: 'een', weergavenaam: null },
      { id: 'twee', weergavenaam: null },
    ],
  });
  const granted = await ask('{ wezens { weergavenaam ... on Mens { naam { voornamen } } } }', ['casus', 'naam']);
  expect(granted.errors).toBeUndefined();
  expect(granted.data?.wezens).toEqual([
    { weergavenaam: 'een', naam: { voornamen: 'Jo' } },
    { weergavenaam: 'twee', naam: { voornamen: 'Jo' } },
  ]);
});

test('a value object shared by records of different bronhouders is a fault, never a guess', async () => {
  const schema = createLockedSchema(definition, ZWOLLE);
  const verleningen = [...verleend(ZWOLLE, 'casus', 'naam'), ...verleend(DEVENTER, 'casus', 'naam')];
  const contextValue = createContext(definition, {
    db: undefined as never,
    delegatie: delegatieVan({ verleningen }),
    verborgen: () => false,
  });
  const document = parse('{ gedeeld { ... on Mens { naam { voornamen } } } }');
  const result = await execute({ schema, document, contextValue });
  expect(result.data?.gedeeld).toEqual([{ naam: { voornamen: 'Jo' } }, { naam: null }]);
  expect(result.errors).toHaveLength(1);
});

test('a required field of another partner comes with the reference, and is not served itself', async () => {
  const query =
    '{ _entities(representations: [{__typename: "Mens", id: "een", niveau: "HOOG"}]) { ... on Mens { beeld } } }';
  expect((await ask(query, ['beeld'])).data).toEqual({ _entities: [{ beeld: 'HOOG' }] });
  const direct = await ask(query.replace('{ beeld }', '{ niveau }'), ['beeld', 'naam']);
  expect(direct.data).toEqual({ _entities: [{ niveau: null }] });
  expect(direct.errors).toHaveLength(1);
});
