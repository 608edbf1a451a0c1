import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven } from '../../kit';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Advies van de politie aan de tafel, zonder de informatie erachter.' })
export class Politieadvies {
  @Field(() => ID, { description: 'Willekeurig kenmerk van het advies.' })
  id!: string;

  @Gegeven('politie.advies')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Gegeven('politie.advies')
  @Field(() => Datum, { nullable: true, description: 'Dag van het advies.' })
  datum!: string;

  @Gegeven('politie.advies')
  @Field(() => String, { nullable: true, description: 'Strekking in een paar woorden.' })
  strekking!: string;

  @Gegeven('politie.advies')
  @Field(() => String, { nullable: true, description: 'Het advies.' })
  advies!: string;
}
