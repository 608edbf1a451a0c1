/** Of a fault only what can hold no personal data: its kind and where it arose. Never its message. */
export interface Fault {
  readonly soort: string;
  readonly code: string | null;
  readonly plaats: string | null;
}

export function describeFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { soort: typeof error, code: null, plaats: null };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return { soort: error.name, code, plaats: frame?.trim() ?? null };
}
