import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een melding bij Veilig Thuis.' })
export class VeiligThuisMelding {
  @Gegeven('veiligthuis.meldingen')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('veiligthuis.meldingen')
  id!: string;

  @Gegeven('veiligthuis.meldingen')
  @Field(() => Datum, { nullable: true, description: 'Dag van de melding.' })
  datum!: string;

  @Gegeven('veiligthuis.meldingen')
  @Field(() => String, { nullable: true, description: 'Aard van de melding.' })
  aard!: string;

  @Gegeven('veiligthuis.meldingen')
  @Field(() => String, { nullable: true, description: 'Hoe het met de melding staat.' })
  status!: string;

  @Gegeven('veiligthuis.oordeel')
  @Field(() => String, { nullable: true, description: 'Oordeel van Veilig Thuis. Alleen na vrijgave.' })
  oordeel!: string;
}
