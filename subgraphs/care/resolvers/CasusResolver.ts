import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Gegeven, newestFirst } from '../../kit';
import { Casus } from '../types/Casus';
import { Zorgadvies } from '../types/Zorgadvies';
import type { CareContext } from './CareContext';

@Resolver(() => Casus)
export class CasusResolver {
  @Gegeven('zorg.advies')
  @FieldResolver(() => [Zorgadvies], {
    nullable: true,
    description: 'Adviezen van zorginstellingen en Veilig Thuis, nieuwste eerst.',
  })
  async zorgadviezen(@Root() { id }: Casus, @Ctx() { loaders }: CareContext): Promise<Zorgadvies[]> {
    return newestFirst(await loaders.adviezen.load(id), (rij) => rij.datum);
  }
}
