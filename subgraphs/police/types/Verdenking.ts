import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een verdenking van een strafbaar feit.' })
export class Verdenking {
  @Gegeven('politie.verdenkingen')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('politie.verdenkingen')
  id!: string;

  @Gegeven('politie.verdenkingen')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop de verdenking ontstond.' })
  datum!: string;

  @Gegeven('politie.verdenkingen')
  @Field(() => String, { nullable: true, description: 'Het feit.' })
  feit!: string;

  @Gegeven('politie.verdenkingen')
  @Field(() => String, { nullable: true, description: 'Hoe het met de verdenking staat.' })
  status!: string;

  @Gegeven('politie.verdenkingen')
  @Field(() => Int, {
    nullable: true,
    description: 'Artikel van de Wpg waaronder het gegeven wordt verwerkt: 8 of 13.',
  })
  wpgArtikel!: number;
}
