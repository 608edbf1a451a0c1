import { request } from 'undici';
import { z } from 'zod';
import type { Logboekregel } from './logboekregels';
import { toOtlp } from './toOtlp';

/** How long a collector may take over one request, in ms. */
const TIMEOUT = 10_000;
/** Of OTLP/HTTP: the client may send the same again. */
const AGAIN: readonly number[] = [429, 502, 503, 504];

/** What the collector did not take. Says what it answered by number, and nothing that it wrote. */
export class Logboekfout extends Error {
  override readonly name = 'Logboekfout';
  constructor(
    message: string,
    /** Whether the same may be sent again (OTLP/HTTP): else somebody has to look first. */
    readonly opnieuw: boolean,
    /** How long it asks to wait, in ms. */
    readonly wacht: number | null = null,
  ) {
    super(message);
  }
}

const answerSchema = z.object({
  partialSuccess: z.object({ rejectedSpans: z.coerce.number().default(0) }).optional(),
});

/** Sends lines to a collector over OTLP/HTTP. They are there when it resolves. @throws Logboekfout */
export async function postOtlp(url: string, regels: readonly Logboekregel[], signal: AbortSignal): Promise<void> {
  const body = JSON.stringify(toOtlp(regels));
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const ending = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
  const { statusCode, headers: given, text } = await send(url, { method: 'POST', headers, body, signal: ending });
  if (AGAIN.includes(statusCode)) {
    const seconds = Number(given['retry-after']);
    throw new Logboekfout(`the collector answered ${String(statusCode)}`, true, seconds > 0 ? seconds * 1_000 : null);
  }
  if (statusCode !== 200) throw new Logboekfout(`the collector answered ${String(statusCode)}`, false);
  const { partialSuccess } = readAnswer(text);
  const rejected = partialSuccess?.rejectedSpans ?? 0;
  if (rejected !== 0) throw new Logboekfout(`the collector rejected ${String(rejected)} lines`, false);
}

async function send(
  url: string,
  options: Parameters<typeof request>[1],
): Promise<{ statusCode: number; headers: Readonly<Record<string, unknown>>; text: string }> {
  try {
    // Redirects are not followed: lines go where they were configured to go, and nowhere else.
    const { statusCode, headers, body } = await request(url, options);
    return { statusCode, headers, text: await body.text() };
  } catch {
    throw new Logboekfout('the collector does not answer', true);
  }
}

function readAnswer(text: string): z.infer<typeof answerSchema> {
  if (text.trim() === '') return {};
  try {
    return answerSchema.parse(JSON.parse(text));
  } catch {
    throw new Logboekfout('what answers is no collector: expected an ExportTraceServiceResponse in JSON', false);
  }
}
