import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een melding die bij de politie is binnengekomen.' })
export class Politiemelding {
  @Gegeven('politie.meldingen')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('politie.meldingen')
  id!: string;

  @Gegeven('politie.meldingen')
  @Field(() => Datum, { nullable: true, description: 'Dag van de melding.' })
  datum!: string;

  @Gegeven('politie.meldingen')
  @Field(() => String, { nullable: true, description: 'Klasse van de melding.' })
  klasse!: string;

  @Gegeven('politie.meldingen')
  @Field(() => String, { nullable: true, description: 'Gemeente waar de melding speelde.' })
  gemeente!: string;

  @Gegeven('politie.meldinginhoud')
  @Field(() => String, { nullable: true, description: 'Wat er is gemeld. Alleen na vrijgave.' })
  omschrijving!: string;
}
