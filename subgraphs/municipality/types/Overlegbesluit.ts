import { Field, ID, ObjectType } from 'type-graphql';
import { Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een besluit van een casusoverleg.' })
export class Overlegbesluit {
  @Gegeven('casus.besluiten')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('casus.besluiten')
  id!: string;

  @Gegeven('casus.besluiten')
  @Field(() => String, { nullable: true, description: 'Wat er is besloten.' })
  besluit!: string;

  @Gegeven('casus.besluiten')
  @Field(() => String, { nullable: true, description: 'Waarom.' })
  reden!: string;
}
