import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Verwijst } from '../../kit';

/** The dossier knows that it was brought in at the table, and whose it is; what it says is with the police. */
@Verwijst('politie.advies')
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'Advies van de politie aan de tafel, zonder de informatie erachter.' })
export class Politieadvies {
  @Field(() => ID, { description: 'Willekeurig kenmerk van het advies.' })
  id!: string;
}
