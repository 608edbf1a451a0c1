import { randomUUID } from 'node:crypto';
import type { Delegatie, Delegatietype } from '../../../../schema/domain/delegatie';
import { SUBGRAVEN } from '../../../../schema/domain/subgraaf';
import { textOfBesluit } from '../../../../schema/verloop/besluit';
import type { Bron, Bronbesluit, Bronstand } from '../../../../schema/verloop/bronbesluit';
import type { Antwoord, Verzoek } from '../bron/Bron';
import { signVerklaring } from '../bron/signVerklaring';
import { NIEMAND, delegatieVoor, willekeurigId } from '../proef/kijker';
import type { Proef } from '../proef/Proef';
import { PROTOCOL, type Proefregel, tekort, voldoet } from './Proefregel';

const WAAR = `${PROTOCOL}#what-your-bronhouders-decide`;
const DEUR = 'bronbesluiten';

/** What no besluit was taken about. */
const NIETS: Bronstand = { nr: 0, vrijgegevenAan: [], bezwaarTegen: [] };

/** What is asked or brought at the door, as the hub does: for somebody whom no source knows. */
function aanDeDeur(
  proef: Proef,
  inhoud: object,
  typ: Delegatietype = 'bronbesluit+jwt',
  over: Partial<Delegatie> = {},
): Verzoek {
  const { sleutel } = proef.bron;
  const lichaam = JSON.stringify(inhoud);
  const delegatie = { ...delegatieVoor(proef, NIEMAND, []), rol: null, doel: null, ...over };
  return { deur: DEUR, lichaam, verklaring: signVerklaring(sleutel, delegatie, lichaam, { kop: { typ } }) };
}

/** A record or person that is nowhere: whatever a source makes of it, nothing of anybody is changed. */
function over(proef: Proef, wat: 'record' | 'persoon'): Bron {
  return { bron: proef.bron.subgraaf, record: null, persoon: null, [wat]: willekeurigId() };
}

/** Nobody signed it: that is for the hub to check, and a source that does so as well refuses it. */
function besluit(proef: Proef, bron: Bron, anders: Partial<Bronbesluit> = {}): object {
  const tekst = textOfBesluit({
    ...{ partner: NIEMAND.id, medewerker: 'm-proef-1', casus: proef.casus, nr: 1 },
    ...bron,
    ...{ sleutel: randomUUID(), vrijgegevenAan: [], bezwaarTegen: ['IEDEREEN'] },
    ...anders,
  } satisfies Bronbesluit);
  return { tekst, handtekening: 'proef' };
}

const antwoordt: Proefregel = {
  naam: 'bronbesluiten',
  omschrijving:
    'Zegt wat een bronhouder besloot, en bewaart geen besluit over wat niet van hem of niet het volgende is',
  staatIn: WAAR,
  doe: async (proef) => {
    const stand = async (wat: 'record' | 'persoon'): Promise<boolean> =>
      isZo(await proef.bron.stuur(aanDeDeur(proef, over(proef, wat))), NIETS);
    const uitkomst = async (inhoud: object, verwacht: string): Promise<boolean> => {
      const antwoord = await proef.bron.stuur(aanDeDeur(proef, inhoud));
      return antwoord.status === 401 || isZo(antwoord, { uitkomst: verwacht });
    };
    const tried: readonly (readonly [string, boolean])[] = [
      ['een record waarover niets is besloten', await stand('record')],
      ['een persoon over wie niets is besloten', await stand('persoon')],
      ['een record dat er niet is', await uitkomst(besluit(proef, over(proef, 'record')), 'GEEN_RECORD')],
      ['een tweede zonder eerste', await uitkomst(besluit(proef, over(proef, 'persoon'), { nr: 2 }), 'ACHTERHAALD')],
    ];
    const wrong = tried.filter(([, zo]) => !zo).map(([naam]) => naam);
    return wrong.length === 0 ? voldoet(`${String(tried.length)} vragen en besluiten`) : tekort('anders', wrong);
  },
};

/** As JSON, whatever the order of its fields. */
function isZo({ status, json }: Antwoord, verwacht: object): boolean {
  return status === 200 && typeof json === 'object' && json !== null && textOfBesluit(json) === textOfBesluit(verwacht);
}

const dicht: Proefregel = {
  naam: 'bronbesluiten-dicht',
  omschrijving: 'Neemt aan die deur niets aan zonder verklaring ervoor, of dat anders is dan de verklaring zegt',
  staatIn: WAAR,
  doe: async (proef) => {
    const persoon = over(proef, 'persoon');
    const goed = besluit(proef, persoon);
    const anders = (change: Partial<Bronbesluit>): Verzoek => aanDeDeur(proef, besluit(proef, persoon, change));
    const other = SUBGRAVEN.find((naam) => naam !== proef.bron.subgraaf) ?? proef.bron.subgraaf;
    const onecht: Readonly<Record<string, Verzoek>> = {
      'een vraag zonder verklaring': { deur: DEUR, lichaam: JSON.stringify(persoon), verklaring: null },
      'een vraag met een verklaring voor de graaf': aanDeDeur(proef, persoon, 'delegatie+jwt'),
      'een vraag buiten een casus': aanDeDeur(proef, persoon, 'bronbesluit+jwt', { casus: null }),
      'een vraag over een andere bron': aanDeDeur(proef, { ...persoon, bron: other }),
      'een vraag over niets': aanDeDeur(proef, { ...persoon, persoon: null }),
      'een besluit zonder verklaring': { deur: DEUR, lichaam: JSON.stringify(goed), verklaring: null },
      'een besluit met een verklaring voor de graaf': aanDeDeur(proef, goed, 'delegatie+jwt'),
      'een besluit met een verklaring voor een stap': aanDeDeur(proef, goed, 'stap+jwt'),
      'een besluit van een andere partner': anders({ partner: `${NIEMAND.id}-2` }),
      'een besluit van een andere medewerker': anders({ medewerker: 'm-proef-2' }),
      'een besluit in een andere casus': anders({ casus: willekeurigId() }),
      'een besluit over een andere bron': anders({ bron: other }),
      'een besluit over niets': anders({ persoon: null }),
      'een persoon die is vrijgegeven': anders({ vrijgegevenAan: [NIEMAND.id] }),
      'geen besluit': aanDeDeur(proef, { tekst: '{}', handtekening: 'proef' }),
    };
    const taken: string[] = [];
    for (const [naam, verzoek] of Object.entries(onecht))
      if ((await proef.bron.stuur(verzoek)).status === 200) taken.push(naam);
    return taken.length === 0
      ? voldoet(`${String(Object.keys(onecht).length)} geweigerd`)
      : tekort('aangenomen', taken);
  },
};

/** Of the door beside the graph: at which only what is of nobody is asked and brought. */
export const BRONBESLUITREGELS: readonly Proefregel[] = [antwoordt, dicht];
