import 'reflect-metadata';
import { Directive } from 'type-graphql';

/**
 * Says of an entity of another source that this one keeps no more than a reference to it, and to records of which
 * categories. Such a reference is shown only to who was granted those from the bronhouder of the record.
 */
export function Verwijst(...categorieen: readonly [string, ...string[]]): ClassDecorator {
  return Directive(`@verwijst(gegevens: ${JSON.stringify(categorieen)})`);
}
