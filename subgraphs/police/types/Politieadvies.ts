import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven } from '../../kit';

@ObjectType({ description: 'Advies van de politie aan de tafel, zonder de informatie erachter.' })
export class Politieadvies {
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
