import { Field, ObjectType } from 'type-graphql';
import { Gegeven, Relatiesoort } from '../../kit';
import { Hoofdbetrokkene } from './Hoofdbetrokkene';

@ObjectType({ description: 'Wat een hoofdbetrokkene van het kringlid is.' })
export class Kringrelatie {
  @Gegeven('kring.relaties')
  @Field(() => Relatiesoort, { nullable: true, description: 'Wat de hoofdbetrokkene van het kringlid is.' })
  soort!: string;

  @Gegeven('kring.relaties', 'casus.betrokkenheid')
  @Field(() => Hoofdbetrokkene, { nullable: true, description: 'De hoofdbetrokkene.' })
  betreft!: Hoofdbetrokkene;
}
