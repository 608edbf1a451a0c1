import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { Kind, parse, print, visit, type DefinitionNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type BuildSchemaOptions } from 'type-graphql';
import { labelArguments } from './labelArguments';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';
const LEEST = 'https://ketenhub.invalid/leest/v1.0';
/** Directives of our own, kept in the supergraph so that composition can check them. */
const OWN = {
  leest: `"""Filteren op gegevens is ze lezen: de categorieen die dit argument leest."""
directive @leest(gegevens: [String!]!) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION`,
  verwijst: `"""Van een andere bron staat hier alleen een verwijzing: de categorieen van het gegeven waarnaar."""
directive @verwijst(gegevens: [String!]!) on OBJECT`,
};
const IMPORTABLE = new Set(['key', 'policy', 'external', 'requires', 'provides', 'shareable', 'override', 'tag']);

/** The classes in which a partner writes its part of the graph. */
export interface GraphClasses {
  readonly resolvers: BuildSchemaOptions['resolvers'];
  readonly types: NonNullable<BuildSchemaOptions['orphanedTypes']>;
}

/** The schema as type-graphql sees it: no federation yet. A subgraph need not have a Query, so its check is skipped. */
export function buildClassSchema({ resolvers, types }: GraphClasses): GraphQLSchema {
  return buildSchemaSync({ resolvers, orphanedTypes: types, validate: false, skipCheck: true });
}

/**
 * The federation SDL of a partner, the same text for the same classes whatever their import order: types by name,
 * fields as they were written.
 */
export function printSubgraphSdl(schema: GraphQLSchema): string {
  const document = parse(printSchemaWithDirectives(schema));
  const definitions = document.definitions
    .filter((definition) => definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.DIRECTIVE_DEFINITION)
    .filter((definition) => !isEmptyType(definition))
    .map((definition) => labelArguments(definition, schema))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return `${header(document)}\n\n${print({ kind: Kind.DOCUMENT, definitions })}\n`;
}

function header(document: DocumentNode): string {
  const used = new Set(['key', 'policy']);
  visit(document, {
    Directive({ name }) {
      if (IMPORTABLE.has(name.value)) used.add(name.value);
    },
  });
  const imports = ['composeDirective', ...used].sort().map((name) => `"@${name}"`);
  const own = Object.entries(OWN).filter(([name]) => name === 'leest' || uses(document, name));
  return [
    'extend schema',
    `  @link(url: "${FEDERATION}", import: [${imports.join(', ')}])`,
    `  @link(url: "${LEEST}", import: [${own.map(([name]) => `"@${name}"`).join(', ')}])`,
    ...own.map(([name]) => `  @composeDirective(name: "@${name}")`),
    '',
    own.map(([, definition]) => definition).join('\n\n'),
  ].join('\n');
}

function uses(document: DocumentNode, directive: string): boolean {
  let used = false;
  visit(document, { Directive: ({ name }) => void (used ||= name.value === directive) });
  return used;
}

function nameOf(definition: DefinitionNode): string {
  return 'name' in definition ? definition.name.value : '';
}

function isEmptyType(definition: DefinitionNode): boolean {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION && (definition.fields?.length ?? 0) === 0;
}
