import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Bezoekwijze, Datum, Gegeven, Leest, newestFirst, Risiconiveau, vanaf, type Velden } from '../../kit';
import { Aandachtsvestiging } from '../types/Aandachtsvestiging';
import { Hoofdbetrokkene } from '../types/Hoofdbetrokkene';
import { Incident } from '../types/Incident';
import { Politiemelding } from '../types/Politiemelding';
import { Verdenking } from '../types/Verdenking';
import { determineBezoekadvies } from './determineBezoekadvies';
import { findLaatsteRisico } from './findLaatsteRisico';
import type { PoliceContext } from './PoliceContext';

@Resolver(() => Hoofdbetrokkene)
export class HoofdbetrokkeneResolver {
  @Gegeven('politie.bekend')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Of de politie de persoon kent: ja of nee, niet waarvan.',
  })
  async bekendBijPolitie(@Root() { id }: Hoofdbetrokkene, @Ctx() { loaders }: PoliceContext): Promise<boolean> {
    return (await loaders.koppeling.load(id)) !== null;
  }

  @Gegeven('politie.aandachtsvestigingen')
  @FieldResolver(() => [Aandachtsvestiging], { nullable: true, description: 'Aandachtspunten, nieuwste eerst.' })
  async aandachtsvestigingen(
    @Root() { id }: Hoofdbetrokkene,
    @Ctx() { loaders }: PoliceContext,
  ): Promise<Velden<Aandachtsvestiging>[]> {
    return newestFirst(await loaders.aandachtsvestigingen.load(id), (rij) => rij.ingangsdatum);
  }

  @Gegeven('politie.meldingen')
  @Leest('vanaf', 'politie.meldingen')
  @FieldResolver(() => [Politiemelding], { nullable: true, description: 'Meldingen, nieuwste eerst.' })
  async meldingen(
    @Root() { id }: Hoofdbetrokkene,
    @Ctx() { loaders }: PoliceContext,
    @Arg('vanaf', () => Datum, { nullable: true, description: 'Alleen vanaf deze dag.' })
    dag: string | null,
  ): Promise<Velden<Politiemelding>[]> {
    const rijen = await loaders.meldingen.load(id);
    return newestFirst(
      vanaf(rijen, dag, (rij) => rij.datum),
      (rij) => rij.datum,
    );
  }

  @Gegeven('politie.incidenten')
  @Leest('vanaf', 'politie.incidenten')
  @FieldResolver(() => [Incident], { nullable: true, description: 'Incidenten, nieuwste eerst.' })
  async incidenten(
    @Root() { id }: Hoofdbetrokkene,
    @Ctx() { loaders }: PoliceContext,
    @Arg('vanaf', () => Datum, { nullable: true, description: 'Alleen vanaf deze dag.' })
    dag: string | null,
  ): Promise<Velden<Incident>[]> {
    const rijen = await loaders.incidenten.load(id);
    return newestFirst(
      vanaf(rijen, dag, (rij) => rij.datum),
      (rij) => rij.datum,
    ).map((rij) => ({
      ...rij,
      betrokkenAls: rij.betrokken_als,
    }));
  }

  @Gegeven('politie.verdenkingen')
  @FieldResolver(() => [Verdenking], { nullable: true, description: 'Verdenkingen, nieuwste eerst.' })
  async verdenkingen(
    @Root() { id }: Hoofdbetrokkene,
    @Ctx() { loaders }: PoliceContext,
  ): Promise<Velden<Verdenking>[]> {
    const rijen = await loaders.verdenkingen.load(id);
    return newestFirst(rijen, (rij) => rij.datum).map((rij) => ({ ...rij, wpgArtikel: rij.wpg_artikel }));
  }

  @Gegeven('politie.risico')
  @FieldResolver(() => Risiconiveau, { nullable: true, description: 'Laatst bepaalde veiligheidsrisico.' })
  async veiligheidsrisico(@Root() { id }: Hoofdbetrokkene, @Ctx() context: PoliceContext): Promise<string | null> {
    return findLaatsteRisico(await context.loaders.risicos.load(id), context.zicht)?.niveau ?? null;
  }

  @Gegeven('politie.risico', 'persoon.geheimhouding')
  @Directive('@requires(fields: "geheimhouding")')
  @FieldResolver(() => Bezoekwijze, {
    nullable: true,
    description: 'Hoe de persoon volgens de politie veilig te bezoeken is.',
  })
  async bezoekadvies(@Root() persoon: Hoofdbetrokkene, @Ctx() context: PoliceContext): Promise<string | null> {
    return determineBezoekadvies(persoon, await context.loaders.risicos.load(persoon.id), context.zicht);
  }
}
