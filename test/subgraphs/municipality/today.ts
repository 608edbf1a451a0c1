/** Only the clock is set: timers and sockets go on. Tokens are signed and checked by the same clock. */
export function setToday(dag: string): void {
  jest.useFakeTimers({
    now: new Date(`${dag}T11:00:00Z`),
    doNotFake: [
      'clearImmediate',
      'clearInterval',
      'clearTimeout',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'setInterval',
      'setTimeout',
    ],
  });
}

export function realToday(): void {
  jest.useRealTimers();
}
