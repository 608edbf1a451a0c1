import { z } from 'zod';

/** Setting of hub and subgraphs. Nothing of anybody goes there, so it may go in the clear; an account would stand in lists of processes. */
export const tracesUrl = z
  .url({ protocol: /^https?$/ })
  .refine((given) => !/^[a-z]+:\/\/[^/?#]*@/i.test(given), 'expected no account in the address');
