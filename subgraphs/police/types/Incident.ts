import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een incident waarbij een persoon betrokken was (Wpg 8).' })
export class Incident {
  @Gegeven('politie.incidenten')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('politie.incidenten')
  id!: string;

  @Gegeven('politie.incidenten')
  @Field(() => Datum, { nullable: true, description: 'Dag van het incident.' })
  datum!: string;

  @Gegeven('politie.incidenten')
  @Field(() => String, {
    nullable: true,
    description: 'Code van het soort incident; in voorbeelddata begint die met VB-.',
  })
  code!: string;

  @Gegeven('politie.incidenten')
  @Field(() => String, { nullable: true, description: 'Soort incident.' })
  soort!: string;

  @Gegeven('politie.incidenten')
  @Field(() => String, {
    nullable: true,
    description: 'Als wat de persoon betrokken was: VERDACHTE, SLACHTOFFER, GETUIGE of BETROKKENE.',
  })
  betrokkenAls!: string;

  @Gegeven('politie.incidenten')
  @Field(() => String, { nullable: true, description: 'Gemeente waar het incident was.' })
  gemeente!: string;

  @Gegeven('politie.incidentinhoud')
  @Field(() => String, { nullable: true, description: 'Wat er is gebeurd. Alleen na vrijgave.' })
  omschrijving!: string;
}
