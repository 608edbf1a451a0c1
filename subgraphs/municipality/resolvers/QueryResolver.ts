import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Gegeven, Leest, type Velden } from '../../kit';
import { geldtOp } from '../source/geldtOp';
import { Casus } from '../types/Casus';
import { Casusverwijzing } from '../types/Casusverwijzing';
import type { MunicipalityContext } from './MunicipalityContext';

@Resolver()
export class QueryResolver {
  @Gegeven('casus.kern')
  @Leest('id', 'casus.kern')
  @Query(() => Casus, { nullable: true, description: 'De casus van het verzoek; een andere is er niet.' })
  async casus(
    @Arg('id', () => ID, { description: 'Kenmerk van de casus, dat van de kop Keten-Casus.' }) id: string,
    @Ctx() { delegatie, loaders }: MunicipalityContext,
  ): Promise<Velden<Casus> | null> {
    return id === delegatie.casus ? loaders.casus() : null;
  }

  @Gegeven('zetel.eigen')
  @Query(() => [Casusverwijzing], {
    nullable: true,
    description: 'De lopende casussen waar de medewerker zelf nu aan tafel zit, op kenmerk.',
  })
  async mijnCasussen(@Ctx() { loaders, vandaag }: MunicipalityContext): Promise<Velden<Casusverwijzing>[]> {
    const open = (await loaders.eigenZetels()).filter(
      ({ status, fase }) => status === 'LOPEND' && fase !== 'AFSLUITING',
    );
    const held = (await loaders.eigenAanwijzingen()).filter((one) => geldtOp(vandaag, one));
    // A seat for which he is no longer designated is none: he could not open the casus either.
    return open.filter((zetel) => geldtOp(vandaag, zetel) && held.some(({ rol }) => rol === zetel.rol));
  }
}
