import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een voorziening die de gemeente heeft toegekend.' })
export class Voorziening {
  @Gegeven('gemeente.voorzieningen')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('gemeente.voorzieningen')
  id!: string;

  @Gegeven('gemeente.voorzieningen')
  @Field(() => String, {
    nullable: true,
    description: 'Wet waarop de voorziening rust: WMO, JEUGDWET of PARTICIPATIEWET.',
  })
  wet!: string;

  @Gegeven('gemeente.voorzieningen')
  @Field(() => String, { nullable: true, description: 'Wat er is toegekend.' })
  product!: string;

  @Gegeven('gemeente.voorzieningen')
  @Field(() => String, { nullable: true, description: 'Wie de voorziening levert.' })
  aanbieder!: string;

  @Gegeven('gemeente.voorzieningen')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop de voorziening ingaat.' })
  ingangsdatum!: string;

  @Gegeven('gemeente.voorzieningen')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop de voorziening eindigt, als die bekend is.' })
  einddatum!: string | null;
}
