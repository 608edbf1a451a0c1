import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Schoolgang en verzuim van een persoon.' })
export class Schoolgang {
  @Gegeven('gemeente.leerplicht')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('gemeente.leerplicht')
  id!: string;

  @Gegeven('gemeente.leerplicht')
  @Field(() => String, { nullable: true, description: 'School.' })
  school!: string;

  @Gegeven('gemeente.leerplicht')
  @Field(() => Int, { nullable: true, description: 'Aantal verzuimmeldingen dit schooljaar.' })
  verzuimmeldingen!: number;

  @Gegeven('gemeente.leerplicht')
  @Field(() => Datum, { nullable: true, description: 'Dag van de laatste verzuimmelding, als die er is.' })
  laatsteMelding!: string | null;

  @Gegeven('gemeente.leerplicht')
  @Field(() => Boolean, { nullable: true, description: 'Of de leerplichtambtenaar betrokken is.' })
  leerplichtambtenaarBetrokken!: boolean;
}
