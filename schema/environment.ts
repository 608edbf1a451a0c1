/** Variables of a process, as it was started with them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Those that are set. One that is empty is not: that is how a list of variables leaves one open. */
export function withoutEmpty(given: Environment): Environment {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}
