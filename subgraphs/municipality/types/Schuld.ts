import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een schuld die bij de gemeente bekend is.' })
export class Schuld {
  @Gegeven('gemeente.schulden')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('gemeente.schulden')
  id!: string;

  @Gegeven('gemeente.schulden')
  @Field(() => String, { nullable: true, description: 'Soort schuld.' })
  soort!: string;

  @Gegeven('gemeente.schulden')
  @Field(() => Int, { nullable: true, description: 'Bedrag in hele euro.' })
  bedrag!: number;

  @Gegeven('gemeente.schulden')
  @Field(() => String, { nullable: true, description: 'Hoe het met de schuldhulp staat.' })
  schuldhulp!: string;
}
