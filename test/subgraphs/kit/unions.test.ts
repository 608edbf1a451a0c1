import { execute, parse } from 'graphql';
import { Directive, Field, FieldResolver, ID, ObjectType, Resolver } from 'type-graphql';
import type { Verlening } from '../../../schema/domain/delegatie';
import { Gegeven, unie, Verwijst } from '../../../subgraphs/kit';
import { createContext } from '../../../subgraphs/kit/server/createContext';
import { createLockedSchema } from '../../../subgraphs/kit/server/createLockedSchema';
import type { SubgraphDefinition } from '../../../subgraphs/kit/SubgraphDefinition';
import { delegatieVan, verleend } from '../../harness/delegatieVan';

const GASTHEER = '00000099000000000101';
const ANDER = '00000099000000000203';

@ObjectType()
class Eigen {
  @Gegeven('eigen')
  @Field(() => ID, { nullable: true })
  bronhouder!: string;

  @Gegeven('eigen')
  @Field(() => String, { nullable: true })
  tekst!: string;
}

@Verwijst('elders')
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType()
class Elders {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
class Naamloos {
  @Gegeven('eigen')
  @Field(() => String, { nullable: true })
  tekst!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Bak')
class Bak {
  @Field(() => ID)
  id!: string;
}

const Inhoud = unie('Inhoud', 'Wat er in zit.', () => [Eigen, Elders] as const);
const ROWS: readonly unknown[] = [
  { __typename: 'Eigen', bronhouder: GASTHEER, gemeente: 'Zwolle', tekst: 'a' },
  { __typename: 'Elders', bronhouder: ANDER, id: 'e1' },
  { __typename: 'Eigen', bronhouder: ANDER, gemeente: 'Zwolle', tekst: 'b' },
  { __typename: 'Elders', bronhouder: GASTHEER, id: 'e2' },
  { __typename: 'Eigen', bronhouder: GASTHEER, gemeente: 'Deventer', tekst: 'c' },
];
let rows = ROWS;

@Resolver(() => Bak)
class BakResolver {
  @Gegeven('lijst')
  @FieldResolver(() => [Inhoud], { nullable: true })
  inhoud(): readonly unknown[] {
    return rows;
  }

  @Gegeven('lijst')
  @FieldResolver(() => Inhoud, { nullable: true })
  eerste(): unknown {
    return rows[0];
  }
}

const bakken: SubgraphDefinition<object, null> = {
  subgraaf: 'police',
  types: [Bak, Elders],
  resolvers: [BakResolver],
  references: { Bak: ({ id }) => ({ id }) },
  source: { migrations: {}, rows: () => ({}) },
  createLoaders: () => null,
};

async function ask(verleningen: readonly Verlening[], field = 'inhoud'): Promise<unknown> {
  const schema = createLockedSchema(bakken, GASTHEER);
  const document = parse(
    `{ _entities(representations: [{__typename: "Bak", id: "b"}]) { ... on Bak { ${field} { __typename ... on Eigen { tekst } ... on Elders { id } } } } }`,
  );
  const contextValue = createContext(bakken, {
    db: undefined as never,
    delegatie: delegatieVan({ verleningen }),
    verborgen: () => false,
  });
  const { data, errors } = await execute({ schema, document, contextValue });
  expect(errors).toBeUndefined();
  const shown = JSON.parse(JSON.stringify((data?.['_entities'] as object[])[0])) as Record<string, unknown>;
  return shown[field];
}
/** What is in a list, references to nothing apart. */
const inhoud = async (verleningen: readonly Verlening[]): Promise<string[]> =>
  ((await ask(verleningen)) as { tekst?: string; id?: string }[])
    .map(({ tekst, id }) => tekst ?? id ?? '')
    .filter((one) => one.length < 32);
const LIJST = verleend(GASTHEER, 'lijst');

afterEach(() => {
  rows = ROWS;
});

test('each record by its own category and bronhouder; a reference by whether any was granted of that bronhouder', async () => {
  const alles = [...LIJST, ...verleend(GASTHEER, 'eigen', 'elders'), ...verleend(ANDER, 'eigen', 'elders')];
  expect(await inhoud(alles)).toEqual(['a', 'e1', 'b', 'e2', 'c']);
  expect(await inhoud([...LIJST, ...verleend(GASTHEER, 'eigen')])).toEqual(['a', 'c']);
  expect(await inhoud([...LIJST, ...verleend(ANDER, 'eigen', 'elders')])).toEqual(['e1', 'b']);
  expect(await inhoud(LIJST)).toEqual([]);
});

test('conditions hold here for what is here, and are left to its source for what is there', async () => {
  const binnen = (one: Verlening): Verlening => ({ ...one, beperkingen: ['WERKGEBIED'] });
  expect(await inhoud([...LIJST, ...verleend(GASTHEER, 'eigen', 'elders').map(binnen)])).toEqual(['a', 'e2']);
});

test('the list is of the record around it: when that may not be seen there is nothing in it', async () => {
  const vrij = LIJST.map((one): Verlening => ({ ...one, beperkingen: ['VRIJGEGEVEN'] }));
  expect(await ask([...vrij, ...verleend(GASTHEER, 'eigen', 'elders')])).toEqual([
    expect.objectContaining({ __typename: 'Elders' }),
  ]);
  expect(await inhoud([...vrij, ...verleend(GASTHEER, 'eigen', 'elders')])).toEqual([]);
});

test('a row of no type in the union, without a bronhouder, or no row at all, is not shown', async () => {
  rows = [
    { __typename: 'Bak', bronhouder: GASTHEER, id: 'x' },
    { __typename: 'Eigen', tekst: 'x' },
    { __typename: 'Elders', id: 'x' },
    { bronhouder: GASTHEER, tekst: 'x' },
    { __typename: 'toString', bronhouder: GASTHEER, tekst: 'x' },
    null,
    'x',
    ...ROWS.slice(0, 1),
  ];
  expect(await inhoud([...LIJST, ...verleend(GASTHEER, 'eigen', 'elders')])).toEqual(['a']);
});

test('one of a union is shown or is not', async () => {
  expect(await ask([...LIJST, ...verleend(GASTHEER, 'eigen')], 'eerste')).toEqual({ __typename: 'Eigen', tekst: 'a' });
  expect(await ask([...LIJST, ...verleend(ANDER, 'eigen')], 'eerste')).toBeNull();
});

test('a type that names no bronhouder and refers to nothing can not be in a union: it does not start', () => {
  const Fout = unie('Fout', 'Fout.', () => [Eigen, Naamloos] as const);
  @Resolver(() => Bak)
  class FoutResolver {
    @Gegeven('lijst')
    @FieldResolver(() => [Fout], { nullable: true })
    fout(): unknown[] {
      return [];
    }
  }
  expect(() => createLockedSchema({ ...bakken, resolvers: [FoutResolver] }, GASTHEER)).toThrow(
    'Naamloos: in a union it needs a labelled bronhouder, or @Verwijst',
  );
});
