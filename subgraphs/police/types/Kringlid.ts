import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Iemand uit de directe kring van een hoofdbetrokkene.' })
export class Kringlid {
  @Field(() => ID, { description: 'Willekeurig kenmerk van de persoon in de keten; nooit het BSN.' })
  id!: string;
}
