import { Field, ObjectType } from 'type-graphql';
import { Gegeven } from '../../kit';

@ObjectType({ description: 'Het adres waar een persoon verblijft. Leeg bij geheimhouding.' })
export class Adres {
  @Gegeven('persoon.adres', 'persoon.geheimhouding')
  @Field(() => String, { nullable: true, description: 'Straat.' })
  straat!: string | null;

  @Gegeven('persoon.adres', 'persoon.geheimhouding')
  @Field(() => String, { nullable: true, description: 'Huisnummer met toevoeging.' })
  huisnummer!: string | null;

  @Gegeven('persoon.adres', 'persoon.geheimhouding')
  @Field(() => String, { nullable: true, description: 'Postcode.' })
  postcode!: string | null;

  @Gegeven('persoon.adres', 'persoon.geheimhouding')
  @Field(() => String, { nullable: true, description: 'Woonplaats.' })
  woonplaats!: string | null;
}
