import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Gegeven, type Lid, type Velden } from '../../kit';
import { inOrder } from '../source/inOrder';
import { Aanwezige } from '../types/Aanwezige';
import { Overleg } from '../types/Overleg';
import { Overlegopbrengst } from '../types/Overlegopbrengst';
import type { MunicipalityContext } from './MunicipalityContext';

@Resolver(() => Overleg)
export class OverlegResolver {
  @Gegeven('casus.aanwezigheid')
  @FieldResolver(() => [Aanwezige], { nullable: true, description: 'Wie er waren.' })
  async aanwezigen(@Root() { id }: Overleg, @Ctx() { loaders }: MunicipalityContext): Promise<Velden<Aanwezige>[]> {
    return inOrder(
      await loaders.aanwezigen.load(id),
      ({ partner }) => partner,
      ({ medewerker }) => medewerker,
    );
  }

  @Gegeven('casus.overleggen')
  @FieldResolver(() => [Overlegopbrengst], {
    nullable: true,
    description: 'Wat het overleg opleverde: besluiten, dan op- en afschalen, dan acties.',
  })
  async opbrengst(@Root() { id }: Overleg, @Ctx() { loaders }: MunicipalityContext): Promise<readonly Lid[]> {
    const [besluiten, opschalingen, acties] = await Promise.all([
      loaders.overlegbesluiten.load(id),
      loaders.opschalingen.load(id),
      loaders.overlegacties.load(id),
    ]);
    return [
      ...besluiten.map((rij) => ({ ...rij, __typename: 'Overlegbesluit' })),
      ...opschalingen.map((rij) => ({ ...rij, __typename: 'Opschaling' })),
      ...acties.map((rij) => ({ ...rij, __typename: 'Actie' })),
    ];
  }
}
