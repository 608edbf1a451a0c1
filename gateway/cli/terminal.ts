import type { Environment } from '../../schema/environment';

/** What a command sees of the world outside: streams, environment and clock. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Someone is watching stderr, so a line there may be written over. */
  readonly errIsTty: boolean;
  readonly env: Environment;
  readonly now: () => Date;
  /** All of stdin. */
  readonly readInput: () => Promise<string>;
}
