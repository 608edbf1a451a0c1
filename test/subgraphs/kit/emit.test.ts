import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { SUBGRAVEN } from '../../../schema/domain/subgraaf';
import { Arg, Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';
import { emitSubgraphSdl } from '../../../subgraphs/kit/emitSubgraphSdl';
import { Leest } from '../../../subgraphs/kit';
import { buildClassSchema, printSubgraphSdl } from '../../../subgraphs/kit/graph/printSubgraphSdl';

test('the committed SDL of the police is that of the code', () => {
  const committed = readFileSync(join(__dirname, '../../../schema/subgraphs/police.graphql'), 'utf8');
  expect(emitSubgraphSdl('police')).toBe(committed);
  expect(emitSubgraphSdl('police')).toBe(committed);
});

test('labels of fields and arguments survive composition', () => {
  const { supergraphSdl, errors } = composeServices(
    SUBGRAVEN.map((name) => ({ name, url: 'http://localhost', typeDefs: parse(emitSubgraphSdl(name)) })),
  );
  expect(errors).toBeUndefined();
  expect(supergraphSdl).toContain('vanaf: Datum @leest(gegevens: ["politie.incidenten"])');
  expect(supergraphSdl).toContain('@policy(policies: [["politie.incidenten"]])');
  expect(supergraphSdl).toContain('@verwijst(gegevens: ["politie.advies"])');
});

describe('an argument', () => {
  @ObjectType('LosDing')
  class LosDing {
    @Field(() => String)
    id!: string;
  }

  test('that nobody classified stops the emit', () => {
    @Resolver(() => LosDing)
    class Vergeten {
      @FieldResolver(() => String)
      veld(@Arg('filter', () => String) filter: string): string {
        return filter;
      }
    }
    const schema = buildClassSchema({ resolvers: [Vergeten], types: [LosDing] });
    expect(() => printSubgraphSdl(schema)).toThrow('LosDing.veld(filter): an argument needs @Leest');
  });

  test('that is not there can not be classified', () => {
    @Resolver(() => LosDing)
    class Verschreven {
      @Leest('filtre', 'a')
      @FieldResolver(() => String)
      veld(@Arg('filter', () => String) filter: string): string {
        return filter;
      }
    }
    const schema = buildClassSchema({ resolvers: [Verschreven], types: [LosDing] });
    expect(() => printSubgraphSdl(schema)).toThrow('@Leest names no argument filtre');
  });
});
