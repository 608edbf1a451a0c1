import { join } from 'node:path';

/** How a test starts a file of ours as a process. */
export const COMPILING = ['-r', join(__dirname, '../../compile.cjs')] as const;
