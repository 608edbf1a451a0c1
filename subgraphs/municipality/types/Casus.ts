import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Casusstatus, Doel, Escalatieniveau, Fase, Gegeven, Kader, Thema } from '../../kit';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Een casus die ketenpartners samen aanpakken.' })
export class Casus {
  @Field(() => ID, { description: 'Willekeurig kenmerk van de casus.' })
  id!: string;

  @Gegeven('casus.kern')
  @Field(() => ID, { nullable: true, description: 'OIN van de bronhouder.' })
  bronhouder!: string;

  @Gegeven('casus.kern')
  @Field(() => String, { nullable: true, description: 'Kenmerk waaronder de partners de casus kennen.' })
  kenmerk!: string;

  @Gegeven('casus.kern')
  @Field(() => Thema, { nullable: true, description: 'Het soort problematiek.' })
  thema!: string;

  @Gegeven('casus.kern')
  @Field(() => Doel, { nullable: true, description: 'Doel waarvoor de casus is aangemeld.' })
  doel!: string;

  @Gegeven('casus.kern')
  @Field(() => Fase, { nullable: true, description: 'Waar de casus staat.' })
  fase!: string;

  @Gegeven('casus.kern')
  @Field(() => Kader, { nullable: true, description: 'Kader van de aanpak.' })
  kader!: string;

  @Gegeven('casus.kern')
  @Field(() => Casusstatus, { nullable: true, description: 'Of de casus loopt.' })
  status!: string;

  @Gegeven('casus.kern')
  @Field(() => Escalatieniveau, { nullable: true, description: 'Hoe ver de casus is opgeschaald.' })
  escalatieniveau!: string;

  @Gegeven('casus.kern')
  @Field(() => String, { nullable: true, description: 'Gemeente waar de casus speelt.' })
  gemeente!: string;

  @Gegeven('casus.kern')
  @Field(() => String, { nullable: true, description: 'Het ene convenant waaraan de doeltoets de casus bond.' })
  convenant!: string;

  @Gegeven('casus.kern')
  @Field(() => ID, { nullable: true, description: 'Ketenpartner die de regie heeft.' })
  regie!: string;
}
