import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import { readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';
jest.setTimeout(60_000);
test('x', async () => {
  const house: House = await startHouse({ world: createWorld({ seed: 1, size: 'demo' }) });
  try {
    const casus = house.world.municipality.casussen[0]!.id;
    const ask = await house.ask({ partner: 'politie-oost-nederland', medewerker: 'm-politie-1', casus, doel: 'ZORG_EN_HULPVERLENING',
      query: 'query ($c: ID!) { casus(id: $c) { kenmerk hoofdbetrokkenen { id naam { geslachtsnaam } zorgBekend: bekendBijZorg { bronhouder } } zorgadviezen { advies } } }', variables: { c: casus } });
    console.log(JSON.stringify(ask.body).slice(0, 1500));
    const p = (ask.body.data as any)?.casus?.hoofdbetrokkenen?.[0]?.id;
    const officer = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-4' };
    const open = await house.ask({ ...officer, query: 'mutation ($p: ID) { openDossier(soort: INZAGE, persoon: $p) { dossier bewijs tijdstip } }', variables: { p } });
    console.log(JSON.stringify(open.body));
    const nummer = (open.body.data as any).openDossier.dossier;
    for (const who of [officer, { partner: 'politie-oost-nederland', medewerker: 'm-politie-4' }])
    console.log(JSON.stringify((await house.ask({ ...who, query: 'query ($p: ID!) { dossier(nummer: $p) { nummer soort geopend standpunten { partner besluit } gevers { partner naam besluit } } inzage(dossier: $p) { digest regels { dag van aan doel kader artikel label weg betreft niets aangekomen } } }', variables: { p: nummer } })).body, null, 1));
    console.log(JSON.stringify((await house.ask({ ...officer, query: 'mutation ($p: ID!) { bepaalStandpunt(dossier: $p, besluit: VERSTREKKEN) { dossier bewijs } }', variables: { p: nummer } })).body));
    console.log(JSON.stringify((await house.ask({ ...officer, query: 'query ($p: ID!) { inzage(dossier: $p) { digest volgende regels { dag van aan doel kader artikel label weg betreft niets aangekomen } } }', variables: { p: nummer } })).body, null, 1));
    console.log(JSON.stringify((await house.ask({ ...officer, query: '{ partnerverkeer(van: "2020-01-01", tot: "2030-01-01") { digest volgende regels { richting partner label weg aantal } } }' })).body, null, 1));
    console.log(readRegister(house).map((e) => JSON.stringify(e).slice(0, 400)).join('\n'));
  } finally { await house.stop(); }
});
