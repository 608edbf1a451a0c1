import { rule } from 'graphql-shield';
import { execute, parse, type ExecutionResult } from 'graphql';
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { Verlening } from '../../../schema/domain/delegatie';
import { Gegeven, type PartnerLock, type SubgraphContext, type Velden } from '../../../subgraphs/kit';
import { createContext } from '../../../subgraphs/kit/server/createContext';
import { createLockedSchema } from '../../../subgraphs/kit/server/createLockedSchema';
import type { SubgraphDefinition } from '../../../subgraphs/kit/SubgraphDefinition';
import { delegatieVan, verleend } from '../../harness/delegatieVan';

const GASTHEER = '00000099000000000101';
const ANDER = '00000099000000000203';

@ObjectType()
class Naam {
  @Gegeven('a')
  @Field(() => String, { nullable: true })
  voornaam!: string;
}

@ObjectType()
class Rij {
  @Gegeven('a')
  @Field(() => ID, { nullable: true })
  bronhouder!: string;

  @Gegeven('a', 'b')
  @Field(() => String, { nullable: true })
  beide!: string;

  @Gegeven('b')
  @Field(() => String, { nullable: true })
  los!: string;

  @Field(() => String, { nullable: true })
  vergeten!: string;

  @Gegeven('a')
  @Field(() => Naam, { nullable: true })
  naam!: Naam;

  @Gegeven('a')
  @Field(() => [String], { nullable: true })
  woorden!: string[];

  gemeente!: string;
}

@Directive('@key(fields: "id")')
@ObjectType()
class Ding {
  @Field(() => ID)
  id!: string;
}

const rij = (bronhouder: string, gemeente = 'Zwolle') => ({
  bronhouder,
  gemeente,
  beide: 'beide',
  los: 'los',
  vergeten: 'vergeten',
  naam: { voornaam: 'Jo' },
  woorden: ['w'],
});

@Resolver(() => Ding)
class DingResolver {
  @Gegeven('a')
  @FieldResolver(() => [Rij], { nullable: true })
  rijen(): Velden<Rij>[] {
    return [rij(GASTHEER), rij(ANDER), rij(GASTHEER, 'Deventer')];
  }

  @Gegeven('a')
  @FieldResolver(() => [Rij], { nullable: true })
  leeg(): Velden<Rij>[] {
    return [];
  }

  @Gegeven('a')
  @FieldResolver(() => Rij, { nullable: true })
  ene(): Velden<Rij> {
    return rij(ANDER);
  }

  @Gegeven('a')
  @FieldResolver(() => Boolean, { nullable: true })
  bekend(): boolean {
    return true;
  }

  @Gegeven('a')
  @FieldResolver(() => String, { nullable: true })
  stuk(): string {
    throw new Error('Jan de Vries kon niet worden gelezen');
  }

  @Gegeven('a')
  @Query(() => String, { nullable: true })
  wortel(@Ctx() { delegatie }: SubgraphContext): string {
    return delegatie.partner;
  }
}

const dingen: SubgraphDefinition<object, null> = {
  subgraaf: 'police',
  types: [Ding],
  resolvers: [DingResolver],
  references: { Ding: ({ id }) => ({ id }) },
  source: { migrations: {}, rows: () => ({}) },
  createLoaders: () => null,
};

async function ask(
  fields: string,
  verleningen: readonly Verlening[],
  lock?: PartnerLock,
  onDing = true,
): Promise<ExecutionResult> {
  const schema = createLockedSchema({ ...dingen, ...(lock === undefined ? {} : { lock }) }, GASTHEER);
  const document = parse(
    onDing
      ? `{ _entities(representations: [{__typename: "Ding", id: "d"}]) { ... on Ding { ${fields} } } }`
      : `{ ${fields} }`,
  );
  const contextValue = createContext(dingen, {
    db: undefined as never,
    delegatie: delegatieVan({ verleningen }),
    verborgen: () => false,
  });
  return await execute({ schema, document, contextValue });
}

const ding = (result: ExecutionResult): unknown => (result.data?._entities as unknown[] | undefined)?.[0];
const codes = (result: ExecutionResult) => result.errors?.map((error) => error.extensions.code);
const A = verleend(GASTHEER, 'a');

describe('the lock', () => {
  test('opens keys and what every category is verleend for', async () => {
    const result = await ask('__typename id bekend rijen { bronhouder }', A);
    expect(result.errors).toBeUndefined();
    expect(ding(result)).toEqual({
      __typename: 'Ding',
      id: 'd',
      bekend: true,
      rijen: [{ bronhouder: GASTHEER }, { bronhouder: GASTHEER }],
    });
  });

  test('denies a field without a label, also when it has no resolver of its own', async () => {
    const result = await ask('rijen { vergeten }', verleend(GASTHEER, 'a', 'b'));
    expect(ding(result)).toEqual({ rijen: [{ vergeten: null }, { vergeten: null }] });
    expect(codes(result)).toEqual(['KETEN_NIET_VERLEEND', 'KETEN_NIET_VERLEEND']);
  });

  test('denies a field of two categories when one is missing', async () => {
    const result = await ask('rijen { beide bronhouder }', A);
    expect(ding(result)).toEqual({
      rijen: [
        { beide: null, bronhouder: GASTHEER },
        { beide: null, bronhouder: GASTHEER },
      ],
    });
    expect(codes(result)).toEqual(['KETEN_NIET_VERLEEND', 'KETEN_NIET_VERLEEND']);
    expect((await ask('rijen { beide }', verleend(GASTHEER, 'a', 'b'))).errors).toBeUndefined();
  });

  test('denies everything to an empty delegation, a root field too', async () => {
    expect(codes(await ask('bekend', []))).toEqual(['KETEN_NIET_VERLEEND']);
    expect((await ask('wortel', [], undefined, false)).data).toEqual({ wortel: null });
    expect((await ask('wortel', A, undefined, false)).data).toEqual({ wortel: 'dimence' });
  });

  test('denies _service', async () => {
    expect(codes(await ask('_service { sdl }', A, undefined, false))).toEqual(['KETEN_NIET_VERLEEND']);
  });

  test("adds the partner's own rule, which can't open what the label closes", async () => {
    const always = rule('always', { cache: 'no_cache' })(() => true);
    const never = rule('never', { cache: 'no_cache' })(() => false);
    // By the error: the rows would make it null as well.
    expect(codes(await ask('bekend', [], { Ding: { bekend: always } }))).toEqual(['KETEN_NIET_VERLEEND']);
    expect(ding(await ask('bekend', A, { Ding: { bekend: always } }))).toEqual({ bekend: true });
    expect(ding(await ask('bekend', A, { Ding: { bekend: never } }))).toEqual({ bekend: null });
    await expect(ask('id', A, { Rij: { vergeten: always } })).rejects.toThrow('a rule for a field without a label');
  });

  test('a rule that fails denies', async () => {
    const broken = rule('broken', { cache: 'no_cache' })(() => {
      throw new Error('stuk');
    });
    expect(ding(await ask('bekend', A, { Ding: { bekend: broken } }))).toEqual({ bekend: null });
  });

  test('a fault of a resolver stays a fault', async () => {
    const result = await ask('stuk', A);
    expect(ding(result)).toEqual({ stuk: null });
    expect(codes(result)).toEqual([undefined]);
  });
});

describe('rows', () => {
  const metWerkgebied: Verlening[] = [
    { categorie: 'a', bronhouder: GASTHEER, eigen: false, beperkingen: ['WERKGEBIED'] },
  ];

  test('leave out what the delegation does not cover', async () => {
    expect(ding(await ask('rijen { naam { voornaam } woorden }', metWerkgebied))).toEqual({
      rijen: [{ naam: { voornaam: 'Jo' }, woorden: ['w'] }],
    });
    expect(ding(await ask('ene { bronhouder }', A))).toEqual({ ene: null });
  });

  test('of which nothing is left look like rows that are not there', async () => {
    const none = verleend(ANDER.replace('203', '999'), 'a');
    expect(ding(await ask('rijen { bronhouder }', none))).toEqual({ rijen: [] });
    expect(ding(await ask('leeg { bronhouder }', none))).toEqual({ leeg: [] });
    expect(ding(await ask('leeg { bronhouder }', metWerkgebied))).toEqual({ leeg: [] });
  });

  test('hold per field: a value of another category is null where its own conditions fail', async () => {
    const verleningen: Verlening[] = [
      ...A,
      { categorie: 'b', bronhouder: GASTHEER, eigen: false, beperkingen: ['WERKGEBIED'] },
    ];
    const result = await ask('rijen { los }', verleningen);
    expect(result.errors).toBeUndefined();
    expect(ding(result)).toEqual({ rijen: [{ los: 'los' }, { los: null }] });
  });

  test('a value on an entity itself is the record of the host', async () => {
    expect(ding(await ask('bekend', verleend(ANDER, 'a')))).toEqual({ bekend: null });
    expect(ding(await ask('bekend', metWerkgebied))).toEqual({ bekend: null });
  });

  test('what belongs to no record needs a verlening without conditions', async () => {
    expect((await ask('wortel', metWerkgebied, undefined, false)).data).toEqual({ wortel: null });
  });
});

describe('a field computed from rows', () => {
  const host = (computedFromRows: readonly string[]) => createLockedSchema({ ...dingen, computedFromRows }, GASTHEER);
  const document = parse('{ _entities(representations: [{__typename: "Ding", id: "d"}]) { ... on Ding { bekend } } }');
  const bekend = async (verleningen: readonly Verlening[]) => {
    const contextValue = createContext(dingen, {
      db: undefined as never,
      delegatie: delegatieVan({ verleningen }),
      verborgen: () => false,
    });
    return await execute({ schema: host(['Ding.bekend']), document, contextValue });
  };

  test('is left to its resolver, behind the same lock', async () => {
    expect(ding(await bekend(verleend(ANDER, 'a')))).toEqual({ bekend: true });
    expect(codes(await bekend([]))).toEqual(['KETEN_NIET_VERLEEND']);
  });

  test.each(['Ding.rijen', 'Ding.ene', 'Rij.woorden', 'Rij.vergeten', 'Ding.id', 'Ding.nergens', 'Niets.bekend'])(
    'can not be %s: rows are always filtered by the kit, and what has no label stays shut',
    (coordinaat) => {
      expect(() => host([coordinaat])).toThrow('only a labelled field of one plain value');
    },
  );
});
