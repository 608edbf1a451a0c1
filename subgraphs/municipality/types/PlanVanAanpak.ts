import { Field, ObjectType } from 'type-graphql';
import { Datum, Gegeven } from '../../kit';

@ObjectType({ description: 'Het plan waarmee de partners de casus samen aanpakken.' })
export class PlanVanAanpak {
  @Gegeven('casus.plan')
  @Field(() => String, { nullable: true, description: 'Wat het plan moet bereiken.' })
  doelstelling!: string;

  @Gegeven('casus.plan')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop het plan is vastgesteld.' })
  vastgesteldOp!: string;

  @Gegeven('casus.plan')
  @Field(() => String, { nullable: true, description: 'Wat er gebeurt als iemand zich niet aan het plan houdt.' })
  bijNietNakomen!: string;
}
