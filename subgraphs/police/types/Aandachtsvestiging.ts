import { Field, ID, ObjectType } from 'type-graphql';
import { Datum, Gegeven, Recordverwijzing } from '../../kit';

@ObjectType({ description: 'Een aandachtspunt dat de politie bij een persoon heeft vastgelegd.' })
export class Aandachtsvestiging {
  @Gegeven('politie.aandachtsvestigingen')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Recordverwijzing('politie.aandachtsvestigingen')
  id!: string;

  @Gegeven('politie.aandachtsvestigingen')
  @Field(() => String, { nullable: true, description: 'Soort aandachtspunt.' })
  soort!: string;

  @Gegeven('politie.aandachtsvestigingen')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop het aandachtspunt ingaat.' })
  ingangsdatum!: string;

  @Gegeven('politie.aandachtsvestigingen')
  @Field(() => Datum, { nullable: true, description: 'Dag waarop het aandachtspunt eindigt, als die bekend is.' })
  einddatum!: string | null;

  @Gegeven('politie.aandachtsinhoud')
  @Field(() => String, { nullable: true, description: 'Wat te doen bij een ontmoeting. Alleen na vrijgave.' })
  instructie!: string;
}
