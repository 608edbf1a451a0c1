import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een zorginstelling kent iemand uit de directe kring.' })
export class Kringbekendheid {
  @Gegeven('zorg.kringbekend')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('zorg.kringbekend')
  id!: string;

  @Gegeven('zorg.kringbekend')
  @Field(() => Datum, { nullable: true, description: 'Dag sinds wanneer.' })
  sinds!: string;
}
