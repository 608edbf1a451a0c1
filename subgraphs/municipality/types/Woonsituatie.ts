import { Field, ID, ObjectType } from 'type-graphql';
import { Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Hoe een persoon woont.' })
export class Woonsituatie {
  @Gegeven('gemeente.wonen')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('gemeente.wonen')
  id!: string;

  @Gegeven('gemeente.wonen')
  @Field(() => String, { nullable: true, description: 'Soort woonsituatie.' })
  soort!: string;

  @Gegeven('gemeente.wonen')
  @Field(() => String, { nullable: true, description: 'Verhuurder, als er een is.' })
  verhuurder!: string | null;

  @Gegeven('gemeente.wonen')
  @Field(() => Boolean, { nullable: true, description: 'Of ontruiming dreigt.' })
  ontruimingsdreiging!: boolean;
}
