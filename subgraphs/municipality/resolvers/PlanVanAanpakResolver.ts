import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { Actiestatus, Gegeven, Leest, type Velden } from '../../kit';
import { Actie } from '../types/Actie';
import { Leefgebiedplan } from '../types/Leefgebiedplan';
import { PlanVanAanpak } from '../types/PlanVanAanpak';
import type { MunicipalityContext } from './MunicipalityContext';

@Resolver(() => PlanVanAanpak)
export class PlanVanAanpakResolver {
  @Gegeven('casus.plan')
  @FieldResolver(() => [Leefgebiedplan], { nullable: true, description: 'Wat het plan per leefgebied zegt.' })
  async leefgebieden(@Ctx() { loaders }: MunicipalityContext): Promise<Velden<Leefgebiedplan>[]> {
    return loaders.leefgebiedplannen();
  }

  @Gegeven('casus.acties')
  @Leest('status', 'casus.acties')
  @FieldResolver(() => [Actie], { nullable: true, description: 'De acties, die het eerst gedaan moeten zijn voorop.' })
  async acties(
    @Ctx() { loaders }: MunicipalityContext,
    @Arg('status', () => [Actiestatus], { nullable: true, description: 'Alleen acties die er zo voor staan.' })
    status: readonly string[] | null | undefined,
  ): Promise<Velden<Actie>[]> {
    const acties = await loaders.acties();
    return acties.filter((actie) => status === null || status === undefined || status.includes(actie.status));
  }
}
