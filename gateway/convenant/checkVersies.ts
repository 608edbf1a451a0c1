import type { Convenant } from '../../schema/domain/convenant';
import type { Invoermelding } from '../../schema/invoerfout';
import type { Gelezen } from '../../schema/yaml';

/** Of one convenant only one version may be in force on any day, and a version has a name of its own. */
export function checkVersies(gelezen: readonly Gelezen<Convenant>[]): Invoermelding[] {
  const meldingen: Invoermelding[] = [];
  gelezen.forEach((g, index) => {
    for (const { value: ander } of gelezen.slice(0, index)) {
      const { value: dit } = g;
      if (ander.id !== dit.id) continue;
      if (ander.versie === dit.versie) {
        meldingen.push(g.melding(['versie'], `"${dit.id}" heeft al een versie ${dit.versie}`));
      }
      if (ander.van < dit.tot && dit.van < ander.tot) {
        const wanneer = `${ander.van} tot ${ander.tot}`;
        meldingen.push(g.melding(['geldig'], `"${dit.id}" geldt dan al: versie ${ander.versie}, van ${wanneer}`));
      }
    }
  });
  return meldingen;
}
