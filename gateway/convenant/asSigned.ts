import type { Convenant } from '../../schema/domain/convenant';

/** A convenant as if all its partijen had signed: of the demo, where nobody can, and for who reads the rules on paper. */
export function asSigned(convenant: Convenant): Convenant {
  return { ...convenant, getekend: convenant.partijen };
}
