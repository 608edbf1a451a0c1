import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Gegeven, type Velden } from '../../kit';
import { inOrder } from '../source/inOrder';
import { Aanwezige } from '../types/Aanwezige';
import { Overleg } from '../types/Overleg';
import type { MunicipalityContext } from './MunicipalityContext';

@Resolver(() => Overleg)
export class OverlegResolver {
  @Gegeven('casus.aanwezigheid')
  @FieldResolver(() => [Aanwezige], { nullable: true, description: 'Wie er waren.' })
  async aanwezigen(
    @Root() { id }: Overleg & { readonly id: string },
    @Ctx() { loaders }: MunicipalityContext,
  ): Promise<Velden<Aanwezige>[]> {
    return inOrder(
      await loaders.aanwezigen.load(id),
      ({ partner }) => partner,
      ({ medewerker }) => medewerker,
    );
  }
}
