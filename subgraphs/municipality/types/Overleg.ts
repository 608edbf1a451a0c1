import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een casusoverleg dat is gehouden.' })
export class Overleg {
  @Gegeven('casus.overleggen')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('casus.overleggen')
  id!: string;

  @Gegeven('casus.overleggen')
  @Field(() => Datum, { nullable: true, description: 'Dag van het overleg.' })
  datum!: string;

  @Gegeven('casus.overleggen')
  @Field(() => String, { nullable: true, description: 'Wat er is besloten.' })
  besluit!: string;
}
