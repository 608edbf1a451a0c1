import 'reflect-metadata';
import { Field, ID } from 'type-graphql';
import { Gegeven } from './Gegeven';

const DESCRIPTION = 'Verwijzing naar dit gegeven bij zijn bron. Noem haar als er iets niet klopt (BGS 1.7).';

/**
 * The field `record` of an object that is one row: by it the supplier finds again what a receiver was given, to correct it
 * and to tell whoever else has it. It is the row's own id, so that must be random: a number that counts, or one that is
 * made from other columns, would tell of rows that this requester may not see.
 *
 * @param categorieen those of `bronhouder`: who may know whose a record is may name it
 */
export function Recordverwijzing(...categorieen: readonly [string, ...string[]]): PropertyDecorator {
  return (target, key) => {
    Gegeven(...categorieen)(target, key);
    Field(() => ID, { name: 'record', nullable: true, description: DESCRIPTION })(target, key);
  };
}
