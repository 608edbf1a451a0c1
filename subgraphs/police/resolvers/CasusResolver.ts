import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Gegeven, newestFirst, type Velden } from '../../kit';
import { Casus } from '../types/Casus';
import { Politieadvies } from '../types/Politieadvies';
import type { PoliceContext } from './PoliceContext';

@Resolver(() => Casus)
export class CasusResolver {
  /** About the casus as a whole: the police keep no person with an advies, so it is registered as given about nobody. */
  @Gegeven('politie.advies')
  @FieldResolver(() => [Politieadvies], { nullable: true, description: 'Adviezen van de politie, nieuwste eerst.' })
  async politieadviezen(@Root() { id }: Casus, @Ctx() { loaders }: PoliceContext): Promise<Velden<Politieadvies>[]> {
    return newestFirst(await loaders.adviezen.load(id), (rij) => rij.datum);
  }
}
