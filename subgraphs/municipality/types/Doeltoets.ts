import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'De toets of de casus past bij het doel van de samenwerking (WGS 2.31, BGS 2.20).' })
export class Doeltoets {
  @Gegeven('casus.doeltoets')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('casus.doeltoets')
  id!: string;

  @Gegeven('casus.doeltoets')
  @Field(() => Datum, { nullable: true, description: 'Dag van de toets.' })
  datum!: string;

  @Gegeven('casus.doeltoets')
  @Field(() => Boolean, { nullable: true, description: 'Of aan de criteria is voldaan.' })
  positief!: boolean;

  @Gegeven('casus.doeltoets')
  @Field(() => [String], { nullable: true, description: 'De criteria waaraan is voldaan.' })
  criteria!: readonly string[];

  @Gegeven('casus.doeltoets')
  @Field(() => String, { nullable: true, description: 'Waarom.' })
  toelichting!: string;
}
