import { BEZOEKWIJZEN } from '../../../schema/domain/bezoekwijze';
import type { Draft } from './draft';
import { groupBy } from './groupBy';
import type { CasusRij } from './world';

/**
 * How the institutions that know a hoofdbetrokkene of these casussen say that he can be visited, and the grounds to tell
 * it: where there is one to tell how they judge the risk, the same once more, in force or not. No chance in it.
 */
export function addHuisbezoek(draft: Draft, casussen: readonly CasusRij[]): void {
  const { municipality, care, random } = draft;
  const ids = new Set(casussen.map(({ id }) => id));
  const hoofd = municipality.betrokkenheden.filter(({ casus, soort }) => ids.has(casus) && soort === 'HOOFDBETROKKENE');
  const bekend = groupBy(care.bekendheden, ({ persoon }) => persoon);
  const gronden = groupBy(care.gronden, ({ persoon }) => persoon);
  const done = new Set(care.huisbezoekafspraken.map(({ persoon }) => persoon));
  for (const { persoon } of hoofd) {
    if (done.has(persoon)) continue;
    done.add(persoon);
    for (const { bronhouder } of bekend.get(persoon) ?? []) {
      const nr = care.huisbezoekafspraken.length;
      const wijze = BEZOEKWIJZEN[nr % BEZOEKWIJZEN.length];
      if (wijze === undefined) continue;
      care.huisbezoekafspraken.push({ id: random.id('huisbezoekafspraak'), bronhouder, persoon, wijze });
      for (const grond of gronden.get(persoon) ?? []) {
        if (grond.bronhouder !== bronhouder || !grond.categorieen.includes('zorg.risico')) continue;
        care.gronden.push({ ...grond, id: random.id('huisbezoekgrond'), categorieen: ['zorg.huisbezoek'] });
      }
    }
  }
}
