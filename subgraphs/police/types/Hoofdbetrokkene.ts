import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Degene om wie de casus gaat.' })
export class Hoofdbetrokkene {
  @Field(() => ID, { description: 'Willekeurig kenmerk van de persoon in de keten; nooit het BSN.' })
  id!: string;

  /** Not ours to give: the lock has no rule that opens it. undefined: the hub did not send it. */
  @Directive('@external')
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of de persoon om geheimhouding van zijn gegevens heeft gevraagd.',
  })
  geheimhouding?: boolean | null | undefined;
}
