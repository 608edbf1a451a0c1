import { SUBGRAVEN } from '../schema/domain/subgraaf';

/** `npm run subgraph -- police|care|municipality`: one partner's process. */
const [name] = process.argv.slice(2);
const subgraaf = SUBGRAVEN.find((known) => known === name);
if (subgraaf === undefined) {
  process.stderr.write(`usage: npm run subgraph -- ${SUBGRAVEN.join('|')}\n`);
  process.exitCode = 2;
} else {
  void import(`./${subgraaf}/main`);
}
