import { type GraphQLSchema, buildSchema, getOperationAST, parse } from 'graphql';
import { type Gevraagd, readOperation } from '../../../gateway/prune/readOperation';
import type { prune } from '../../../gateway/prune/prune';
import type { Besluit } from '../../../schema/domain/besluit';
import type { Coordinaatlabel } from '../../../schema/domain/labels';

/** A graph made for one test. */
interface Small {
  readonly schema: GraphQLSchema;
  read(source: string, variables?: Record<string, unknown>): Gevraagd;
  /** All is allowed, by `in`, but these; of what has no label nothing is, as in the table. */
  beslist(...refused: readonly (string | undefined)[]): Parameters<typeof prune>[2];
}

const GRANT = { categorie: 'x', bronhouder: 'in', eigen: false, beperkingen: [], artikel: 'WGS 1', voorwaarden: [] };
const ALLOWED: Besluit = { uitkomst: 'ALLOW', artikel: 'WGS 1', toekenningen: [GRANT], categorieen: ['x'] };
const DENIED: Besluit = { uitkomst: 'DENY', reden: 'ROL_NIET_GEDEKT', artikel: null, categorieen: [] };

/** @param sources of each coordinate that has a label: whose it is, and who is asked for it. Each argument reads `x`. */
export function small(sdl: string, sources: Readonly<Record<string, readonly [string, ...string[]]>>): Small {
  const schema = buildSchema(sdl);
  const argumenten = new Proxy({}, { get: () => ['x'] });
  const labels = new Map(
    Object.entries(sources).map(([coordinaat, [subgraaf, ...asked]]) => {
      const vraagt = asked.map((aan) => ({ aan, categorie: 'x' }));
      return [coordinaat, { coordinaat, categorieen: ['x'], subgraaf, vraagt, argumenten } as Coordinaatlabel];
    }),
  );
  return {
    schema,
    read(source, variables = {}) {
      const document = parse(source);
      return readOperation(schema, document, getOperationAST(document)!, variables, { fields: 1_000, places: 1_000 });
    },
    beslist(...refused) {
      const coordinaat = (naam: string) => (refused.includes(naam) || !labels.has(naam) ? DENIED : ALLOWED);
      return { labels, coordinaat, categorie: () => ALLOWED };
    },
  };
}
