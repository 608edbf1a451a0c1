import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Gegeven, newestFirst } from '../../kit';
import { Kringbekendheid } from '../types/Kringbekendheid';
import { Kringlid } from '../types/Kringlid';
import type { CareContext } from './CareContext';

/** Of the directe kring no more than who knows them (BGS 2.19); that too is medical secrecy. */
@Resolver(() => Kringlid)
export class KringlidResolver {
  @Gegeven('zorg.kringbekend')
  @FieldResolver(() => [Kringbekendheid], {
    nullable: true,
    description: 'Zorginstellingen die de persoon kennen, laatst begonnen eerst.',
  })
  async bekendBijZorg(@Root() { id }: Kringlid, @Ctx() { loaders }: CareContext): Promise<Kringbekendheid[]> {
    return newestFirst(await loaders.bekendheden.load(id), (rij) => rij.sinds);
  }
}
