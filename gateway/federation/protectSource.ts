import {
  ConsecutiveBreaker,
  ConstantBackoff,
  TimeoutStrategy,
  bulkhead,
  circuitBreaker,
  handleType,
  handleWhen,
  noop,
  retry,
  timeout,
  wrap,
} from 'cockatiel';

/** How much one partner's failure may cost the others. */
export interface Protection {
  /** How long one question may take, waiting and second try included, in ms. */
  readonly timeout: number;
  /** Questions that one source is asked at the same time; as many again wait. */
  readonly atOnce: number;
  /** Failures in a row after which a source is left alone; 0: it never is. */
  readonly failures: number;
  /** How long it is left alone before one question tries it, in ms. */
  readonly pause: number;
}

/** What stands where nothing else is said. */
export const PROTECTION: Protection = { timeout: 5_000, atOnce: 32, failures: 10, pause: 5_000 };

/** How long until a question that did not arrive is asked again, in ms. */
const AGAIN = 50;

/** A source did not answer, or not as it should. */
export class Bronfout extends Error {
  override readonly name = 'Bronfout';

  /** @param passing it may well go right the next time, and nothing was done. */
  constructor(
    cause: unknown,
    readonly passing: boolean,
  ) {
    super('the source failed', { cause });
  }
}

/** Asks a source: `again` says that asking twice does no harm. Throws what `ask` throws, or why it was not asked. */
export type Protected = <T>(ask: (signal: AbortSignal) => Promise<T>, again: boolean) => Promise<T>;

/**
 * Keeps the failure of a source that source's alone: a limit of time, of questions at once, a second try for what did not
 * arrive, and a pause for a source that fails again and again. Only a `Bronfout` is a failure of the source.
 *
 * @param left is told when the source is left alone, and when it no longer is.
 */
export function protectSource(
  { timeout: most, atOnce, failures, pause }: Protection,
  left: (alone: boolean) => void,
): Protected {
  const inTime = timeout(most, TimeoutStrategy.Aggressive);
  const few = bulkhead(atOnce, atOnce);
  const again = retry(
    handleWhen((fout) => fout instanceof Bronfout && fout.passing),
    { maxAttempts: 1, backoff: new ConstantBackoff(AGAIN) },
  );
  const breaker =
    failures === 0
      ? noop
      : circuitBreaker(handleType(Bronfout), { halfOpenAfter: pause, breaker: new ConsecutiveBreaker(failures) });
  if ('onBreak' in breaker) {
    breaker.onBreak(() => {
      left(true);
    });
    breaker.onReset(() => {
      left(false);
    });
  }
  const [twice, once] = [wrap(inTime, few, breaker, again), wrap(inTime, few, breaker)];
  return (ask, harmless) => (harmless ? twice : once).execute(({ signal }) => ask(signal));
}
