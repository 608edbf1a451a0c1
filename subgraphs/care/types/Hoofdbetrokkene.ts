import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Bezoekwijze as Wijze } from '../../../schema/domain/bezoekwijze';
import type { Risiconiveau as Niveau } from '../../../schema/domain/risiconiveau';
import { Bezoekwijze, Risiconiveau } from '../../kit';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Degene om wie de casus gaat.' })
export class Hoofdbetrokkene {
  @Field(() => ID, { description: 'Willekeurig kenmerk van de persoon in de keten; nooit het BSN.' })
  id!: string;

  /** Not ours to give: the lock has no rule that opens it. undefined: the hub did not send it. */
  @Directive('@external')
  @Field(() => Risiconiveau, { nullable: true, description: 'Laatst bepaalde veiligheidsrisico.' })
  veiligheidsrisico?: Niveau | null | undefined;

  /** Nor is this. */
  @Directive('@external')
  @Field(() => Bezoekwijze, { nullable: true, description: 'Hoe de persoon volgens de politie veilig te bezoeken is.' })
  bezoekadvies?: Wijze | null | undefined;
}
