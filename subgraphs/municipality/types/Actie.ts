import { Field, ID, ObjectType } from 'type-graphql';
import { Actiestatus, Datum, Gegeven, Leefgebied, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een afgesproken actie: wie doet wat, wanneer uiterlijk, en wat kwam ervan.' })
export class Actie {
  @Gegeven('casus.acties')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('casus.acties')
  id!: string;

  @Gegeven('casus.acties')
  @Field(() => String, { nullable: true, description: 'Wat er is afgesproken.' })
  omschrijving!: string;

  @Gegeven('casus.acties')
  @Field(() => Leefgebied, { nullable: true, description: 'Leefgebied waar de actie over gaat.' })
  leefgebied!: string;

  @Gegeven('casus.acties')
  @Field(() => ID, { nullable: true, description: 'Ketenpartner die de actie uitvoert.' })
  uitvoerder!: string;

  @Gegeven('casus.acties')
  @Field(() => ID, { nullable: true, description: 'Medewerker die de actie uitvoert.' })
  medewerker!: string;

  @Gegeven('casus.acties')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop de actie gedaan moet zijn.' })
  uiterlijk!: string;

  @Gegeven('casus.acties')
  @Field(() => Actiestatus, { nullable: true, description: 'Hoe de actie ervoor staat.' })
  status!: string;

  @Gegeven('casus.acties')
  @Field(() => String, { nullable: true, description: 'Wat er gebeurt als de actie niet wordt gedaan.' })
  bijNietNakomen!: string;

  @Gegeven('casus.terugkoppeling')
  @Field(() => String, { nullable: true, description: 'Wat er van de actie terechtkwam.' })
  terugkoppeling!: string | null;
}
