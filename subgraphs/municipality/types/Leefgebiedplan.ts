import { Field, ObjectType } from 'type-graphql';
import { Gegeven, Leefgebied } from '../../kit';

@ObjectType({ description: 'Wat het plan van aanpak voor een leefgebied zegt.' })
export class Leefgebiedplan {
  @Gegeven('casus.plan')
  @Field(() => Leefgebied, { nullable: true, description: 'Het leefgebied.' })
  leefgebied!: string;

  @Gegeven('casus.plan')
  @Field(() => String, { nullable: true, description: 'Hoe het er nu voor staat.' })
  situatie!: string;

  @Gegeven('casus.plan')
  @Field(() => String, { nullable: true, description: 'Wat er moet zijn bereikt.' })
  doel!: string;
}
