import { Field, ObjectType } from 'type-graphql';
import { Gegeven } from '../../kit';

@ObjectType({ description: 'De naam van een persoon, zoals in de BRP.' })
export class Naam {
  @Gegeven('persoon.naam')
  @Field(() => String, { nullable: true, description: 'Voornamen.' })
  voornamen!: string;

  @Gegeven('persoon.naam')
  @Field(() => String, { nullable: true, description: 'Voorvoegsel van de geslachtsnaam, als er een is.' })
  voorvoegsel!: string | null;

  @Gegeven('persoon.naam')
  @Field(() => String, { nullable: true, description: 'Geslachtsnaam.' })
  geslachtsnaam!: string;
}
