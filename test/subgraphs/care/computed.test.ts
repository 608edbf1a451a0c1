import { care } from '../../../subgraphs/care/care';
import { createLockedSchema } from '../../../subgraphs/kit/server/createLockedSchema';
import { DIMENCE } from './smallWorld';

/** What a partner may declare as computed: one plain value, so that rows never escape the filter of the kit. */
test.each([
  ['a list of records', 'Hoofdbetrokkene.risicotaxaties'],
  ['a field without a label', 'Hoofdbetrokkene.veiligheidsrisico'],
  ['a key', 'Hoofdbetrokkene.id'],
  ['a field that is not there', 'Hoofdbetrokkene.beeld'],
  ['a type that is not there', 'Persoon.veiligheidsbeeld'],
])('does not start when %s is declared as computed from rows', (_title, coordinaat) => {
  expect(() => createLockedSchema({ ...care, computedFromRows: [coordinaat] }, DIMENCE)).toThrow(coordinaat);
});
