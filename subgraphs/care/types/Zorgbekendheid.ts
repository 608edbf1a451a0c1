import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een zorginstelling kent de persoon.' })
export class Zorgbekendheid {
  @Gegeven('zorg.bekend')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('zorg.bekend')
  id!: string;

  @Gegeven('zorg.bekend')
  @Field(() => Datum, { nullable: true, description: 'Dag sinds wanneer.' })
  sinds!: string;
}
