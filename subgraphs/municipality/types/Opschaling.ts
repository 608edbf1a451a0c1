import { Field, ID, ObjectType } from 'type-graphql';
import { Escalatieniveau, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'De casus gaat naar een hoger of lager niveau.' })
export class Opschaling {
  @Gegeven('casus.opschaling')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('casus.opschaling')
  id!: string;

  @Gegeven('casus.opschaling')
  @Field(() => Escalatieniveau, { nullable: true, description: 'Niveau waarop de casus was.' })
  van!: string;

  @Gegeven('casus.opschaling')
  @Field(() => Escalatieniveau, { nullable: true, description: 'Niveau waarop de casus nu is.' })
  naar!: string;

  @Gegeven('casus.opschaling')
  @Field(() => String, { nullable: true, description: 'Waarom.' })
  reden!: string;
}
