/** Makes an option repeatable: each value is read by itself, and they come as one list without repeats. */
export function collect<Value>(read: (given: string) => Value): (given: string, before?: readonly Value[]) => Value[] {
  return (given, before = []) => [...new Set([...before, read(given)])];
}
