import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Rol } from '../../kit';

@ObjectType({ description: 'Iemand die nu voor een ketenpartner aan de tafel van de casus zit.' })
export class Tafelgenoot {
  @Gegeven('casus.tafel')
  @Field(() => ID, { nullable: true, description: 'Ketenpartner voor wie de medewerker er zit.' })
  partner!: string;

  @Gegeven('casus.tafel')
  @Field(() => ID, { nullable: true, description: 'De medewerker.' })
  medewerker!: string;

  @Gegeven('casus.tafel')
  @Field(() => String, { nullable: true, description: 'Naam van de medewerker.' })
  naam!: string | null;

  @Gegeven('casus.tafel')
  @Field(() => Rol, { nullable: true, description: 'Wat de medewerker aan deze tafel is.' })
  rol!: string;

  @Gegeven('casus.tafel')
  @Field(() => Datum, { nullable: true, description: 'Dag vanaf wanneer de medewerker er zit.' })
  van!: string;
}
