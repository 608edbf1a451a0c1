import { ZONDER_CASUS } from '../../schema/domain/zonderCasus';
import { type Vraag, readVraag } from '../oracle/selectie';
import { rootsOf } from './judges/asked';
import type { Operation } from './operation/drawOperation';
import type { Scene } from './scene';

/** One question of a scene. */
export interface Posed {
  readonly operation: Operation;
  readonly vraag: Vraag;
  /** Asked outside the casus, without its headers. */
  readonly outside: boolean;
  /** Every field at the root is of a source, so that the reader knows it. */
  readonly readable: boolean;
}

/** @param apart asks it outside the casus, if it can be. */
export function pose({ situatie }: Scene, operation: Operation, apart: boolean): Posed {
  const vraag = readVraag(operation.alone, operation.variables);
  const roots = rootsOf(situatie.a, vraag);
  const known = situatie.a.contract.sdl.fields.filter(({ type }) => type === 'Query').map(({ name }) => name);
  return {
    operation,
    vraag,
    outside: apart && roots.every((name) => ZONDER_CASUS.includes(name) || name === '__typename'),
    readable: roots.every((name) => known.includes(name) || name === '__typename'),
  };
}
