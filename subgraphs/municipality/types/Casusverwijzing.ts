import { Field, ID, ObjectType } from 'type-graphql';
import { Casusstatus, Fase, Gegeven, Kader, Rol, Thema } from '../../kit';

@ObjectType({
  description: 'Een casus waar de medewerker zelf nu aan tafel zit. Van hier is geen persoon te bereiken.',
})
export class Casusverwijzing {
  @Gegeven('zetel.eigen')
  @Field(() => ID, { nullable: true, description: 'Kenmerk voor de kop Keten-Casus.' })
  casusId!: string;

  @Gegeven('zetel.eigen')
  @Field(() => String, { nullable: true, description: 'Kenmerk waaronder de partners de casus kennen.' })
  kenmerk!: string;

  @Gegeven('zetel.eigen')
  @Field(() => Thema, { nullable: true, description: 'Het soort problematiek.' })
  thema!: string;

  @Gegeven('zetel.eigen')
  @Field(() => Fase, { nullable: true, description: 'Waar de casus staat.' })
  fase!: string;

  @Gegeven('zetel.eigen')
  @Field(() => Kader, { nullable: true, description: 'Kader van de aanpak.' })
  kader!: string;

  @Gegeven('zetel.eigen')
  @Field(() => Casusstatus, { nullable: true, description: 'Of de casus loopt.' })
  status!: string;

  @Gegeven('zetel.eigen')
  @Field(() => ID, { nullable: true, description: 'Ketenpartner voor wie de medewerker er zit.' })
  partner!: string;

  @Gegeven('zetel.eigen')
  @Field(() => Rol, { nullable: true, description: 'Wat de medewerker aan die tafel is.' })
  rol!: string;
}
