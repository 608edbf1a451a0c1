import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Gegeven } from '../../kit';
import { Persoon } from './Persoon';

/** Of a professional identity and contact only (WGS 2.30(1)). */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Persoon, description: 'Een hulpverlener of andere professional om de casus heen.' })
export class Professional implements Persoon {
  @Field(() => ID, { description: 'Willekeurig kenmerk van de persoon in de keten; nooit het BSN.' })
  id!: string;

  @Gegeven('casus.professionals')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Gegeven('professional.identiteit')
  @Field(() => String, { nullable: true, description: 'Voornamen, voorvoegsel en geslachtsnaam achter elkaar.' })
  weergavenaam!: string;

  @Gegeven('professional.identiteit')
  @Field(() => String, { nullable: true, description: 'Functie.' })
  functie!: string | null;

  @Gegeven('professional.identiteit')
  @Field(() => String, { nullable: true, description: 'Organisatie waar de professional werkt.' })
  organisatie!: string | null;

  @Gegeven('professional.contact')
  @Field(() => String, { nullable: true, description: 'Telefoonnummer.' })
  telefoon!: string | null;

  @Gegeven('professional.contact')
  @Field(() => String, { nullable: true, description: 'E-mailadres.' })
  email!: string | null;
}
