import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { Datum, Gegeven, Leest, type Lid, vanaf, type Velden } from '../../kit';
import { geldtOp } from '../source/geldtOp';
import { Casus } from '../types/Casus';
import { Doeltoets } from '../types/Doeltoets';
import { Gebeurtenis } from '../types/Gebeurtenis';
import { Hoofdbetrokkene } from '../types/Hoofdbetrokkene';
import { Kringlid } from '../types/Kringlid';
import { Overleg } from '../types/Overleg';
import { Persoon } from '../types/Persoon';
import { PlanVanAanpak } from '../types/PlanVanAanpak';
import { Professional } from '../types/Professional';
import { Tafelgenoot } from '../types/Tafelgenoot';
import type { Doeltoetsrij } from './DoeltoetsResolver';
import type { MunicipalityContext } from './MunicipalityContext';
import { personenAls } from './personenAls';

/** There is one casus in a request, that of the delegation, so that none of these needs to ask which. */
@Resolver(() => Casus)
export class CasusResolver {
  @Gegeven('casus.tafel')
  @FieldResolver(() => Tafelgenoot, { nullable: true, description: 'Wie nu de regie over het plan voert.' })
  async casusregisseur(@Ctx() context: MunicipalityContext): Promise<Velden<Tafelgenoot> | null> {
    return (await this.tafel(context)).find(({ rol }) => rol === 'CASUSREGISSEUR') ?? null;
  }

  @Gegeven('casus.tafel')
  @FieldResolver(() => [Tafelgenoot], { nullable: true, description: 'Wie nu aan tafel zitten.' })
  async tafel(@Ctx() { loaders, vandaag }: MunicipalityContext): Promise<Velden<Tafelgenoot>[]> {
    return (await loaders.zetels()).filter((zetel) => geldtOp(vandaag, zetel));
  }

  @Gegeven('casus.doeltoets')
  @FieldResolver(() => Doeltoets, { nullable: true, description: 'De laatste doeltoets.' })
  async doeltoets(@Ctx() { loaders }: MunicipalityContext): Promise<Doeltoetsrij | null> {
    return loaders.doeltoets();
  }

  @Gegeven('casus.overleggen')
  @Leest('vanaf', 'casus.overleggen')
  @FieldResolver(() => [Overleg], { nullable: true, description: 'Casusoverleggen, nieuwste eerst.' })
  async overleggen(
    @Ctx() { loaders }: MunicipalityContext,
    @Arg('vanaf', () => Datum, { nullable: true, description: 'Alleen vanaf deze dag.' }) dag: string | null,
  ): Promise<readonly Velden<Overleg>[]> {
    return vanaf(await loaders.overleggen(), dag, (rij) => rij.datum);
  }

  @Gegeven('casus.tijdlijn')
  @Leest('vanaf', 'casus.tijdlijn')
  @FieldResolver(() => [Gebeurtenis], { nullable: true, description: 'Wat er gebeurde, nieuwste eerst.' })
  async tijdlijn(
    @Ctx() { loaders }: MunicipalityContext,
    @Arg('vanaf', () => Datum, { nullable: true, description: 'Alleen vanaf deze dag.' }) dag: string | null,
  ): Promise<readonly Lid[]> {
    return vanaf(await loaders.tijdlijn(), dag, (rij) => rij.datum);
  }

  @Gegeven('casus.plan')
  @FieldResolver(() => PlanVanAanpak, { nullable: true, description: 'Het plan van aanpak.' })
  async planVanAanpak(@Ctx() { loaders }: MunicipalityContext): Promise<Velden<PlanVanAanpak> | null> {
    return loaders.plan();
  }

  @Gegeven('casus.betrokkenheid')
  @FieldResolver(() => [Hoofdbetrokkene], { nullable: true, description: 'Om wie de casus gaat.' })
  async hoofdbetrokkenen(@Ctx() context: MunicipalityContext): Promise<Velden<Hoofdbetrokkene>[]> {
    return personenAls('HOOFDBETROKKENE', context);
  }

  @Gegeven('casus.kring')
  @FieldResolver(() => [Kringlid], { nullable: true, description: 'De directe kring om de hoofdbetrokkenen.' })
  async directeKring(@Ctx() context: MunicipalityContext): Promise<Velden<Kringlid>[]> {
    return personenAls('KRINGLID', context);
  }

  @Gegeven('casus.professionals')
  @FieldResolver(() => [Professional], {
    nullable: true,
    description: 'Professionals die bij de casus betrokken zijn.',
  })
  async professionals(@Ctx() context: MunicipalityContext): Promise<Velden<Professional>[]> {
    return personenAls('PROFESSIONAL', context);
  }

  @Gegeven('casus.betrokkenheid', 'casus.kring', 'casus.professionals')
  @FieldResolver(() => [Persoon], {
    nullable: true,
    description: 'Alle personen: hoofdbetrokkenen, dan de directe kring, dan professionals.',
  })
  async personen(@Ctx() context: MunicipalityContext): Promise<Velden<Persoon>[]> {
    const soorten = ['HOOFDBETROKKENE', 'KRINGLID', 'PROFESSIONAL'] as const;
    return (await Promise.all(soorten.map((soort) => personenAls(soort, context)))).flat();
  }
}
