import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een contact met de crisisdienst.' })
export class Crisiscontact {
  @Gegeven('zorg.crisis')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('zorg.crisis')
  id!: string;

  @Gegeven('zorg.crisis')
  @Field(() => Datum, { nullable: true, description: 'Dag van het contact.' })
  datum!: string;

  @Gegeven('zorg.crisis')
  @Field(() => String, { nullable: true, description: 'Waarop het contact uitliep.' })
  uitkomst!: string;

  @Gegeven('zorg.crisisinhoud')
  @Field(() => String, { nullable: true, description: 'Wat er aan de hand was. Alleen na vrijgave.' })
  aanleiding!: string;
}
