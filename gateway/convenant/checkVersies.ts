import type { Convenant } from '../../schema/domain/convenant';
import type { Invoermelding } from '../../schema/invoerfout';
import type { Gelezen } from '../../schema/yaml';

/**
 * Of one convenant exactly one version is in force on any day from its first to its last: two would leave it open what
 * was agreed, none would close every casus under it. And a version has a name of its own.
 */
export function checkVersies(gelezen: readonly Gelezen<Convenant>[]): Invoermelding[] {
  const meldingen: Invoermelding[] = [];
  gelezen.forEach((g, index) => {
    const eerder = gelezen.slice(0, index).filter(({ value }) => value.id === g.value.id);
    for (const { value: ander } of eerder) {
      const { value: dit } = g;
      if (ander.versie === dit.versie) {
        meldingen.push(
          g.melding(['versie'], `"${dit.id}" heeft al een versie ${dit.versie}; geef deze een eigen naam`),
        );
      }
      if (ander.van < dit.tot && dit.van < ander.tot) {
        const wanneer = `${ander.van} tot ${ander.tot}`;
        meldingen.push(
          g.melding(
            ['geldig'],
            `"${dit.id}" geldt dan al: versie ${ander.versie}, van ${wanneer}; laat de ene beginnen waar de andere eindigt`,
          ),
        );
      }
    }
  });
  return [...meldingen, ...gaten(gelezen)];
}

/** Days between two versions on which neither is in force. */
function gaten(gelezen: readonly Gelezen<Convenant>[]): Invoermelding[] {
  return gelezen.flatMap((g): Invoermelding[] => {
    const { id, van, versie } = g.value;
    const eerder = gelezen.map(({ value }) => value).filter((ander) => ander.id === id && ander.van < van);
    const tot = eerder
      .map((ander) => ander.tot)
      .sort()
      .at(-1);
    if (tot === undefined || tot >= van) return [];
    const vorige = eerder.find((ander) => ander.tot === tot)?.versie ?? '';
    const melding = `van ${tot} tot ${van} geldt "${id}" niet: versie ${vorige} eindigt en versie ${versie} begint later; laat ze op elkaar aansluiten, of haal versie ${vorige} weg`;
    return [g.melding(['geldig', 'van'], melding)];
  });
}
