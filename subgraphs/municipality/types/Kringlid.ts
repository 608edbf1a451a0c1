import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Gegeven } from '../../kit';
import { Persoon } from './Persoon';

/** One hop from the hoofdbetrokkene, and narrower: no address, no day of birth, no BSN (BGS 2.19). */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Persoon, description: 'Iemand uit de directe kring van een hoofdbetrokkene.' })
export class Kringlid implements Persoon {
  @Field(() => ID, { description: 'Willekeurig kenmerk van de persoon in de keten; nooit het BSN.' })
  id!: string;

  @Gegeven('casus.kring')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Gegeven('kring.naam')
  @Field(() => String, { nullable: true, description: 'Voornamen, voorvoegsel en geslachtsnaam achter elkaar.' })
  weergavenaam!: string;

  @Gegeven('kring.geboortejaar')
  @Field(() => Int, { nullable: true, description: 'Alleen het jaar van de geboorte.' })
  geboortejaar!: number;

  @Gegeven('kring.contact')
  @Field(() => String, { nullable: true, description: 'Telefoonnummer.' })
  telefoon!: string | null;
}
