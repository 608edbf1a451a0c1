import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Gegeven, type Velden } from '../../kit';
import type { PersoonInCasus } from '../source/readPersonen';
import { Kringlid } from '../types/Kringlid';
import { Kringrelatie } from '../types/Kringrelatie';
import type { MunicipalityContext } from './MunicipalityContext';
import { personenAls } from './personenAls';
import { relatiesTot } from './relatiesTot';

@Resolver(() => Kringlid)
export class KringlidResolver {
  @Gegeven('kring.minderjarig')
  @FieldResolver(() => Boolean, { nullable: true, description: 'Of de persoon vandaag jonger dan 18 is.' })
  minderjarig(@Root() { geboortedatum }: PersoonInCasus, @Ctx() { vandaag }: MunicipalityContext): boolean {
    return vandaag < `${String(Number(geboortedatum.slice(0, 4)) + 18)}${geboortedatum.slice(4)}`;
  }

  @Gegeven('kring.relaties')
  @FieldResolver(() => [Kringrelatie], { nullable: true, description: 'Relaties tot hoofdbetrokkenen van deze casus.' })
  async relaties(
    @Root() persoon: PersoonInCasus,
    @Ctx() context: MunicipalityContext,
  ): Promise<Velden<Kringrelatie>[]> {
    return relatiesTot(persoon, await personenAls('HOOFDBETROKKENE', context), 'kring.relaties', context);
  }
}
