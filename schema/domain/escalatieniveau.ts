/**
 * How high a case has been scaled up (opschalen).
 */
export const ESCALATIENIVEAUS = ['OPERATIONEEL', 'TACTISCH', 'STRATEGISCH', 'BESTUURLIJK'] as const;
export type Escalatieniveau = (typeof ESCALATIENIVEAUS)[number];
