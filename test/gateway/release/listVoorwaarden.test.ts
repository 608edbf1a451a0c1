import { getOperationAST, parse } from 'graphql';
import { prune } from '../../../gateway/prune/prune';
import { readOperation } from '../../../gateway/prune/readOperation';
import { listVoorwaarden } from '../../../gateway/release/listVoorwaarden';
import type { Besluit } from '../../../schema/domain/besluit';
import { labels, schema } from '../prune/schema';

/** Everything granted of one bronhouder, adviezen of care under a condition. */
function besluit(categorieen: readonly string[]): Besluit {
  const toekenningen = categorieen.map((categorie) => ({
    categorie,
    bronhouder: 'oin',
    eigen: false,
    beperkingen: [],
    artikel: 'WGS 1',
    voorwaarden: categorie === 'zorg.advies' ? (['NIET_VASTLEGGEN'] as const) : [],
  }));
  return { uitkomst: 'ALLOW', artikel: 'WGS 1', toekenningen, categorieen };
}

function told(selection: string): string[] {
  const document = parse(`{ casus(id: "c") { ${selection} } }`);
  const gevraagd = readOperation(schema, document, getOperationAST(document)!, {});
  const beslist = {
    labels,
    coordinaat: (naam: string) => besluit(labels.get(naam)?.categorieen ?? []),
    categorie: (naam: string) => besluit([naam]),
  };
  const { selectie } = prune(schema, gevraagd, beslist);
  return listVoorwaarden(selectie).map(({ pad, coordinaat }) => `${pad.join('.')} ${coordinaat}`);
}

test('of a field: where it is first met on the way down', () => {
  expect(told('kenmerk zorgadviezen { datum advies }')).toEqual(['casus.zorgadviezen Casus.zorgadviezen']);
});

test('of a member of a union: that it is there stands under its conditions, if anything of it is asked', () => {
  expect(told('tijdlijn { __typename }')).toEqual(['casus.tijdlijn.@ Zorgadvies']);
  expect(told('tijdlijn { ... on Zorgadvies { datum advies } }')).toEqual(['casus.tijdlijn.@ Zorgadvies']);
  expect(told('tijdlijn { ... on Overleg { datum } }')).toEqual([]);
});
