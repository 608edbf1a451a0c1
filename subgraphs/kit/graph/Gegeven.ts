import 'reflect-metadata';
import { Directive } from 'type-graphql';

type MemberDecorator = (target: object, key: string | symbol, descriptor?: unknown) => void;

/**
 * Classifies a field: the gegevenscategorieen of schema/gegevens.yaml that must all be granted. Becomes the standard
 * `@policy`, so that lock, rows, hub and any router that enforces it read one and the same label.
 */
export function Gegeven(...categorieen: readonly [string, ...string[]]): MemberDecorator {
  return Directive(`@policy(policies: [${JSON.stringify(categorieen)}])`);
}
