import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Inkomen of uitkering van een persoon, zoals de gemeente het kent.' })
export class Inkomen {
  @Gegeven('gemeente.inkomen')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('gemeente.inkomen')
  id!: string;

  @Gegeven('gemeente.inkomen')
  @Field(() => String, { nullable: true, description: 'Regeling of bron van het inkomen.' })
  regeling!: string;

  @Gegeven('gemeente.inkomen')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop het inkomen ingaat.' })
  ingangsdatum!: string;

  @Gegeven('gemeente.inkomen')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop het inkomen eindigt, als die bekend is.' })
  einddatum!: string | null;

  @Gegeven('gemeente.inkomen')
  @Field(() => Int, { nullable: true, description: 'Bedrag per maand in hele euro.' })
  maandbedrag!: number;
}
