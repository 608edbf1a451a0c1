import { Field, ObjectType } from 'type-graphql';
import { Gegeven, Relatiesoort } from '../../kit';
import { Persoon } from './Persoon';

@ObjectType({ description: 'Wat iemand in deze casus van de persoon is.' })
export class Gezinsrelatie {
  @Gegeven('persoon.gezinsrelaties')
  @Field(() => Relatiesoort, { nullable: true, description: 'Wat de ander van de persoon is.' })
  soort!: string;

  /** Who is in the casus is a datum: the relation alone must not tell it. */
  @Gegeven('persoon.gezinsrelaties', 'casus.betrokkenheid', 'casus.kring', 'casus.professionals')
  @Field(() => Persoon, { nullable: true, description: 'De ander.' })
  betreft!: Persoon;
}
