import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Degene om wie de casus gaat.' })
export class Hoofdbetrokkene {
  @Field(() => ID, { description: 'Willekeurig kenmerk van de persoon in de keten; nooit het BSN.' })
  id!: string;
}
