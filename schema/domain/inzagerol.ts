import type { Rol } from './rol';

/** Rollen that look into the rules and the register, and never into a casus (WGS 1.8(4), BGS 1.18). */
export const INZAGEROLLEN = ['PRIVACY_OFFICER', 'AUDITOR'] as const satisfies readonly Rol[];
