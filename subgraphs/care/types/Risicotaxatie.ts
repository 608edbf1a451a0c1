import { Field, ID, ObjectType } from 'type-graphql';
import type { Risiconiveau as Niveau } from '../../../schema/domain/risiconiveau';
import { Datum, Gegeven, Recordverwijzing, Risiconiveau } from '../../kit';

@ObjectType({ description: 'Een inschatting van risico met een vast instrument.' })
export class Risicotaxatie {
  @Gegeven('zorg.risico')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('zorg.risico')
  id!: string;

  @Gegeven('zorg.risico')
  @Field(() => Datum, { nullable: true, description: 'Dag van de taxatie.' })
  datum!: string;

  @Gegeven('zorg.risico')
  @Field(() => String, { nullable: true, description: 'Instrument waarmee is getaxeerd.' })
  instrument!: string;

  @Gegeven('zorg.risico')
  @Field(() => Risiconiveau, { nullable: true, description: 'Niveau van het risico.' })
  niveau!: Niveau;
}
