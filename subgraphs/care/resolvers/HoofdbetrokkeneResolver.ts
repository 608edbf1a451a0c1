import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Bezoekwijze, Gegeven, newestFirst, Risiconiveau } from '../../kit';
import { Crisiscontact } from '../types/Crisiscontact';
import { Diagnose } from '../types/Diagnose';
import { Hoofdbetrokkene } from '../types/Hoofdbetrokkene';
import { Risicotaxatie } from '../types/Risicotaxatie';
import { VeiligThuisMelding } from '../types/VeiligThuisMelding';
import { Zorgbekendheid } from '../types/Zorgbekendheid';
import { Zorgtraject } from '../types/Zorgtraject';
import type { CareContext } from './CareContext';
import { determineHuisbezoek } from './determineHuisbezoek';
import { determineVeiligheidsbeeld } from './determineVeiligheidsbeeld';

@Resolver(() => Hoofdbetrokkene)
export class HoofdbetrokkeneResolver {
  @Gegeven('zorg.bekend')
  @FieldResolver(() => [Zorgbekendheid], {
    nullable: true,
    description: 'Zorginstellingen die de persoon kennen, laatst begonnen eerst.',
  })
  async bekendBijZorg(@Root() { id }: Hoofdbetrokkene, @Ctx() { loaders }: CareContext): Promise<Zorgbekendheid[]> {
    return newestFirst(await loaders.bekendheden.load(id), (rij) => rij.sinds);
  }

  @Gegeven('zorg.trajecten')
  @FieldResolver(() => [Zorgtraject], { nullable: true, description: 'Zorgtrajecten, nieuwste eerst.' })
  async trajecten(@Root() { id }: Hoofdbetrokkene, @Ctx() { loaders }: CareContext): Promise<Zorgtraject[]> {
    return newestFirst(await loaders.trajecten.load(id), (rij) => rij.ingangsdatum);
  }

  @Gegeven('zorg.diagnosen')
  @FieldResolver(() => [Diagnose], { nullable: true, description: 'Diagnosen, nieuwste eerst. Alleen na vrijgave.' })
  async diagnosen(@Root() { id }: Hoofdbetrokkene, @Ctx() { loaders }: CareContext): Promise<Diagnose[]> {
    const rijen = await loaders.diagnosen.load(id);
    return newestFirst(rijen, (rij) => rij.gesteld_op).map((rij) => ({ ...rij, gesteldOp: rij.gesteld_op }));
  }

  @Gegeven('zorg.crisis')
  @FieldResolver(() => [Crisiscontact], {
    nullable: true,
    description: 'Contacten met de crisisdienst, nieuwste eerst.',
  })
  async crisiscontacten(@Root() { id }: Hoofdbetrokkene, @Ctx() { loaders }: CareContext): Promise<Crisiscontact[]> {
    return newestFirst(await loaders.crisiscontacten.load(id), (rij) => rij.datum);
  }

  @Gegeven('veiligthuis.meldingen')
  @FieldResolver(() => [VeiligThuisMelding], {
    nullable: true,
    description: 'Meldingen bij Veilig Thuis, nieuwste eerst.',
  })
  async veiligThuisMeldingen(
    @Root() { id }: Hoofdbetrokkene,
    @Ctx() { loaders }: CareContext,
  ): Promise<VeiligThuisMelding[]> {
    return newestFirst(await loaders.veiligThuisMeldingen.load(id), (rij) => rij.datum);
  }

  @Gegeven('zorg.risico')
  @FieldResolver(() => [Risicotaxatie], { nullable: true, description: 'Risicotaxaties, nieuwste eerst.' })
  async risicotaxaties(@Root() { id }: Hoofdbetrokkene, @Ctx() { loaders }: CareContext): Promise<Risicotaxatie[]> {
    return newestFirst(await loaders.risicotaxaties.load(id), (rij) => rij.datum);
  }

  @Gegeven('zorg.risico', 'politie.risico')
  @Directive('@requires(fields: "veiligheidsrisico")')
  @FieldResolver(() => Risiconiveau, {
    nullable: true,
    description: 'Het hoogste van het veiligheidsrisico van de politie en de risicotaxaties van de zorg.',
  })
  async veiligheidsbeeld(@Root() persoon: Hoofdbetrokkene, @Ctx() context: CareContext): Promise<string | null> {
    return determineVeiligheidsbeeld(persoon, await context.loaders.risicotaxaties.load(persoon.id), context.zicht);
  }

  @Gegeven('zorg.huisbezoek', 'politie.risico', 'persoon.geheimhouding')
  @Directive('@requires(fields: "bezoekadvies")')
  @FieldResolver(() => Bezoekwijze, {
    nullable: true,
    description: 'Hoe een huisbezoek veilig kan: het voorzichtigste van wat politie en zorg zeggen.',
  })
  async huisbezoek(@Root() persoon: Hoofdbetrokkene, @Ctx() context: CareContext): Promise<string | null> {
    return determineHuisbezoek(persoon, await context.loaders.huisbezoekafspraken.load(persoon.id), context.zicht);
  }
}
