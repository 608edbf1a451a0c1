import { Field, ID, InterfaceType } from 'type-graphql';
import type { Soort } from '../source/MunicipalityDB';

const TYPEN: Readonly<Record<Soort, string>> = {
  HOOFDBETROKKENE: 'Hoofdbetrokkene',
  KRINGLID: 'Kringlid',
  PROFESSIONAL: 'Professional',
};

/** No labels here: what a person is in this casus decides, so each concrete type has its own. */
@InterfaceType({
  description: 'Een persoon in de casus. Wie hij daar is, is zijn type.',
  resolveType: ({ soort }: { readonly soort: Soort }) => TYPEN[soort],
})
export abstract class Persoon {
  @Field(() => ID, { description: 'Willekeurig kenmerk van de persoon in de keten; nooit het BSN.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Field(() => String, { nullable: true, description: 'Voornamen, voorvoegsel en geslachtsnaam achter elkaar.' })
  weergavenaam!: string;
}
