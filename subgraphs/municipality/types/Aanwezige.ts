import { Field, ID, ObjectType } from 'type-graphql';
import { Gegeven } from '../../kit';

@ObjectType({ description: 'Iemand die bij een casusoverleg was.' })
export class Aanwezige {
  @Gegeven('casus.aanwezigheid')
  @Field(() => ID, { nullable: true, description: 'Ketenpartner voor wie de medewerker er was.' })
  partner!: string;

  @Gegeven('casus.aanwezigheid')
  @Field(() => ID, { nullable: true, description: 'De medewerker.' })
  medewerker!: string;

  @Gegeven('casus.aanwezigheid')
  @Field(() => String, { nullable: true, description: 'Naam van de medewerker.' })
  naam!: string | null;
}
