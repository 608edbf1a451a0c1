import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Gegeven } from '../../kit';
import { Kringlid } from '../types/Kringlid';
import type { PoliceContext } from './PoliceContext';

/** Of the directe kring no more than a hit (BGS 2.19). */
@Resolver(() => Kringlid)
export class KringlidResolver {
  @Gegeven('politie.kringbekend')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Of de politie de persoon kent: ja of nee, niet waarvan.',
  })
  async bekendBijPolitie(@Root() { id }: Kringlid, @Ctx() { loaders }: PoliceContext): Promise<boolean> {
    return (await loaders.koppeling.load(id)) !== null;
  }
}
