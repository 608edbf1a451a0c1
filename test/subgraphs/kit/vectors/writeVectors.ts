import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildVectors } from './buildVectors';

/** `npm run vectors`: makes the vectors of the delegation anew. */
writeFileSync(
  join(__dirname, '../../../../subgraphs/kit/delegation/vectors.json'),
  `${JSON.stringify(buildVectors(), null, 2)}\n`,
);
