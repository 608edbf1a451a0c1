import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Datum, Gegeven } from '../../kit';
import { Persoon } from './Persoon';

@Directive('@key(fields: "id")')
@ObjectType({ implements: Persoon, description: 'Degene om wie de casus gaat.' })
export class Hoofdbetrokkene implements Persoon {
  @Field(() => ID, { description: 'Willekeurig kenmerk van de persoon in de keten; nooit het BSN.' })
  id!: string;

  @Gegeven('casus.betrokkenheid')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Gegeven('persoon.naam')
  @Field(() => String, { nullable: true, description: 'Voornamen, voorvoegsel en geslachtsnaam achter elkaar.' })
  weergavenaam!: string;

  @Gegeven('persoon.geboortedatum')
  @Field(() => Datum, { nullable: true, description: 'Geboortedatum.' })
  geboortedatum!: string;

  @Gegeven('persoon.geboortejaar')
  @Field(() => Int, { nullable: true, description: 'Alleen het jaar van de geboorte.' })
  geboortejaar!: number;

  @Gegeven('persoon.bsn')
  @Field(() => String, { nullable: true, description: 'Burgerservicenummer.' })
  bsn!: string | null;

  @Gegeven('persoon.geheimhouding')
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of de persoon om geheimhouding van zijn gegevens heeft gevraagd.',
  })
  geheimhouding!: boolean;
}
