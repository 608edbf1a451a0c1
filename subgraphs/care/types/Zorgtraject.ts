import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een traject bij een zorginstelling.' })
export class Zorgtraject {
  @Gegeven('zorg.trajecten')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('zorg.trajecten')
  id!: string;

  @Gegeven('zorg.trajecten')
  @Field(() => String, { nullable: true, description: 'Soort traject.' })
  soort!: string;

  @Gegeven('zorg.trajecten')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop het traject begon.' })
  ingangsdatum!: string;

  @Gegeven('zorg.trajecten')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop het traject eindigt, als die bekend is.' })
  einddatum!: string | null;

  @Gegeven('zorg.behandelstatus')
  @Field(() => String, { nullable: true, description: 'Hoe de behandeling verloopt.' })
  behandelstatus!: string;
}
