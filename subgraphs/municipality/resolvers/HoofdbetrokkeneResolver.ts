import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Gegeven, newestFirst, type Velden } from '../../kit';
import type { PersoonInCasus } from '../source/readPersonen';
import { Adres } from '../types/Adres';
import { Gezinsrelatie } from '../types/Gezinsrelatie';
import { Hoofdbetrokkene } from '../types/Hoofdbetrokkene';
import { Inkomen } from '../types/Inkomen';
import { Naam } from '../types/Naam';
import { Schoolgang } from '../types/Schoolgang';
import { Schuld } from '../types/Schuld';
import { Voorziening } from '../types/Voorziening';
import { Woonsituatie } from '../types/Woonsituatie';
import type { MunicipalityContext } from './MunicipalityContext';
import { relatiesTot } from './relatiesTot';

@Resolver(() => Hoofdbetrokkene)
export class HoofdbetrokkeneResolver {
  @Gegeven('persoon.naam')
  @FieldResolver(() => Naam, { nullable: true, description: 'Naam, in delen.' })
  naam(@Root() { voornamen, voorvoegsel, geslachtsnaam }: PersoonInCasus): Velden<Naam> {
    return { voornamen, voorvoegsel, geslachtsnaam };
  }

  @Gegeven('persoon.adres', 'persoon.geheimhouding')
  @FieldResolver(() => Adres, { nullable: true, description: 'Waar de persoon verblijft. Leeg bij geheimhouding.' })
  adres(@Root() persoon: PersoonInCasus, @Ctx() context: MunicipalityContext): Velden<Adres> | null {
    const { straat, huisnummer, postcode, woonplaats } = persoon;
    if (straat === null && huisnummer === null && postcode === null && woonplaats === null) return null;
    return isGeheim(persoon, 'persoon.adres', context) ? null : { straat, huisnummer, postcode, woonplaats };
  }

  @Gegeven('persoon.wijk', 'persoon.geheimhouding')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Wijk waar de persoon verblijft. Leeg bij geheimhouding.',
  })
  wijk(@Root() persoon: PersoonInCasus, @Ctx() context: MunicipalityContext): string | null {
    return isGeheim(persoon, 'persoon.wijk', context) ? null : persoon.wijk;
  }

  @Gegeven('persoon.gezinsrelaties')
  @FieldResolver(() => [Gezinsrelatie], { nullable: true, description: 'Relaties tot anderen in deze casus.' })
  async gezinsrelaties(
    @Root() persoon: PersoonInCasus,
    @Ctx() context: MunicipalityContext,
  ): Promise<Velden<Gezinsrelatie>[]> {
    return relatiesTot(persoon, await context.loaders.personen(), 'persoon.gezinsrelaties', context);
  }

  @Gegeven('gemeente.inkomen')
  @FieldResolver(() => [Inkomen], { nullable: true, description: 'Inkomens en uitkeringen, nieuwste eerst.' })
  async inkomens(@Root() { id }: PersoonInCasus, @Ctx() { loaders }: MunicipalityContext): Promise<Velden<Inkomen>[]> {
    return newestFirst(await loaders.inkomens.load(id), (rij) => rij.ingangsdatum);
  }

  @Gegeven('gemeente.schuldindicatie')
  @FieldResolver(() => Boolean, { nullable: true, description: 'Of er schulden bekend zijn: ja of nee, niet welke.' })
  async heeftSchulden(
    @Root() { id }: PersoonInCasus,
    @Ctx() { loaders, zicht }: MunicipalityContext,
  ): Promise<boolean> {
    return zicht.zichtbaar(await loaders.schulden.load(id), ['gemeente.schuldindicatie']).length > 0;
  }

  @Gegeven('gemeente.schulden')
  @FieldResolver(() => [Schuld], { nullable: true, description: 'Schulden en schuldhulp.' })
  async schulden(
    @Root() { id }: PersoonInCasus,
    @Ctx() { loaders }: MunicipalityContext,
  ): Promise<readonly Velden<Schuld>[]> {
    return loaders.schulden.load(id);
  }

  @Gegeven('gemeente.wonen')
  @FieldResolver(() => Woonsituatie, { nullable: true, description: 'Hoe de persoon woont.' })
  async woonsituatie(
    @Root() { id }: PersoonInCasus,
    @Ctx() { loaders, zicht }: MunicipalityContext,
  ): Promise<Velden<Woonsituatie> | null> {
    return zicht.zichtbaar(await loaders.woonsituaties.load(id), ['gemeente.wonen'])[0] ?? null;
  }

  @Gegeven('gemeente.voorzieningen')
  @FieldResolver(() => [Voorziening], { nullable: true, description: 'Toegekende voorzieningen, nieuwste eerst.' })
  async voorzieningen(
    @Root() { id }: PersoonInCasus,
    @Ctx() { loaders }: MunicipalityContext,
  ): Promise<Velden<Voorziening>[]> {
    return newestFirst(await loaders.voorzieningen.load(id), (rij) => rij.ingangsdatum);
  }

  @Gegeven('gemeente.leerplicht')
  @FieldResolver(() => Schoolgang, { nullable: true, description: 'Schoolgang en verzuim.' })
  async schoolgang(
    @Root() { id }: PersoonInCasus,
    @Ctx() { loaders, zicht }: MunicipalityContext,
  ): Promise<Velden<Schoolgang> | null> {
    return zicht.zichtbaar(await loaders.schoolgangen.load(id), ['gemeente.leerplicht'])[0] ?? null;
  }
}

/** Geheimhouding of the BRP holds for everyone but the bronhouder itself, whatever the convenant grants. */
function isGeheim(persoon: PersoonInCasus, categorie: string, { zicht }: MunicipalityContext): boolean {
  return persoon.geheimhouding && !zicht.isEigen(categorie, persoon.bronhouder);
}
