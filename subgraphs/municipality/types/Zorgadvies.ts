import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Verwijst } from '../../kit';

/** The dossier knows that it was brought in at the table, and whose it is; what it says is with the care providers. */
@Verwijst('zorg.advies')
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({
  description: 'Advies van een zorginstelling of Veilig Thuis aan de tafel, zonder de informatie erachter.',
})
export class Zorgadvies {
  @Field(() => ID, { description: 'Willekeurig kenmerk van het advies.' })
  id!: string;
}
