import { z } from 'zod';

const record = z.record(z.string(), z.unknown()).nullish();
const question = z.object({
  query: z.string(),
  variables: record,
  extensions: record,
  operationName: z.string().nullish(),
});

/** Whether a body has the form of a question (GraphQL over HTTP). Apollo would turn others away without telling whose they are. */
export function isQuestion(body: unknown): boolean {
  return question.safeParse(body).success;
}
