import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een diagnose. Alleen na vrijgave.' })
export class Diagnose {
  @Gegeven('zorg.diagnosen')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('zorg.diagnosen')
  id!: string;

  @Gegeven('zorg.diagnosen')
  @Field(() => String, { nullable: true, description: 'Classificatie van de diagnose.' })
  classificatie!: string;

  @Gegeven('zorg.diagnosen')
  @Field(() => String, { nullable: true, description: 'Toelichting op de diagnose.' })
  omschrijving!: string;

  @Gegeven('zorg.diagnosen')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop de diagnose is gesteld.' })
  gesteldOp!: string;
}
