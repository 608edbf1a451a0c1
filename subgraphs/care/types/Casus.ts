import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Een casus die ketenpartners samen aanpakken.' })
export class Casus {
  @Field(() => ID, { description: 'Willekeurig kenmerk van de casus.' })
  id!: string;
}
