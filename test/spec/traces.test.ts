import { setTimeout as sleep } from 'node:timers/promises';
import { SUBGRAVEN, type Subgraaf } from '../../schema/domain/subgraaf';
import type { HubAnswer, Question } from '../harness/askHub';
import { type OtlpReceiver, type Span, otlpReceiver } from '../harness/otlpReceiver';
import { readRegister } from '../harness/readRegister';
import { type HubProcess, type Split, freePort, startSplit } from '../harness/startSplit';

jest.setTimeout(120_000);

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const [INTERNAL, SERVER, CLIENT] = [1, 2, 3];
const ERROR = 2;
/** Longer than spans wait to be sent, in ms. */
const SENT = 1_600;

const QUERY = `query Casusoverleg($casus: ID!) { casus(id: $casus) { kenmerk
  hoofdbetrokkenen { geboortejaar incidenten { soort } crisiscontacten { datum } } } }`;

function questionOf(split: Split): Question {
  const casus = split.world.municipality.casussen[0]!.id;
  const who = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
  return { ...who, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query: QUERY, variables: { casus } };
}

/** What was answered, without the receipt, which is another each time. */
function bare({ status, body }: HubAnswer): object {
  return { status, data: body.data, errors: body.errors };
}

/** Whom a question is to: the facts are told by the municipality. */
function subgraafOf(span: Span): string {
  return span.attributes.find(({ key }) => key === 'ketenhub.subgraph')?.value.stringValue ?? 'municipality';
}

function told({ attributes }: Span): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]));
}

describe('a question is one trace, through the hub to its sources', () => {
  let collector: OtlpReceiver;
  let split: Split;
  let hub: HubProcess;
  let question: Question;
  let nr = 0;
  beforeAll(async () => {
    collector = await otlpReceiver();
    const env = { TRACES_URL: collector.url };
    // A source that fails is asked all the same.
    split = await startSplit({ ...env, SOURCE_FAILURES: '0', LOG_LEVEL: 'info' }, undefined, env);
    hub = await split.start();
    question = questionOf(split);
  });
  afterAll(async () => {
    await split.stop();
    await collector.close();
  });

  /** Asks in a trace of its own, and gives what came of that trace once all of it is there. */
  const trace = async (
    over: Partial<Question> = {},
    flags = '01',
  ): Promise<{ id: string; answer: HubAnswer; spans: Span[]; asked: Record<string, string>[] }> => {
    nr += 1;
    const id = TRACE.slice(0, -4) + nr.toString(16).padStart(4, '0');
    for (const proxy of Object.values(split.proxies)) proxy.taken();
    const headers = { traceparent: `00-${id}-${CALLER}-${flags}` };
    const answer = await hub.ask({ ...question, headers, ...over });
    const asked = SUBGRAVEN.flatMap((name) => split.proxies[name].taken()).map(({ subgraaf, path, headers: sent }) => ({
      subgraaf,
      path,
      traceparent: String(sent['traceparent']),
      delegatie: String(sent['keten-delegatie']),
    }));
    await sleep(SENT);
    return { id, answer, spans: collector.spans.filter(({ traceId }) => traceId === id), asked };
  };
  const childrenOf = (spans: readonly Span[], parent: Span | undefined): Span[] =>
    spans
      .filter(({ parentSpanId }) => parentSpanId === parent?.spanId)
      .sort((a, b) => (BigInt(a.startTimeUnixNano) < BigInt(b.startTimeUnixNano) ? -1 : 1));

  test('under the ids of its caller and of the register, each step below the request, each answer below its question', async () => {
    // The caller keeps nothing of it (sampled=0); whoever runs the hub does.
    const { id, answer, spans, asked } = await trace({}, '00');
    expect(answer.status).toBe(200);
    expect(collector.faults).toEqual([]);
    expect(readRegister(split).filter(({ traceId }) => traceId === id).map(({ soort }) => soort)).toContain('ANTWOORD'); // oxfmt-ignore

    const [root, ...others] = spans.filter(({ parentSpanId }) => parentSpanId === CALLER);
    expect(others).toEqual([]);
    expect(root).toMatchObject({ name: 'request', kind: SERVER, service: 'ketenhub', status: { code: 0 } });
    expect(told(root!)).toEqual({
      'http.route': '/graphql',
      'http.response.status_code': 200,
      'ketenhub.operation': expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      'ketenhub.fields': 7,
      'ketenhub.fields.refused': 1,
    });
    const steps = childrenOf(spans, root);
    expect(steps.map(({ name }) => name).filter((name) => name !== 'register')).toEqual([
      'open context',
      'decide',
      'prune',
      'plan and fetch',
      'guard',
      'release',
    ]);
    expect(steps.at(-2)?.name).toBe('register');
    expect(new Set(steps.map(({ kind, service }) => `${kind} ${service}`))).toEqual(new Set([`${INTERNAL} ketenhub`]));
    const below = (step: string): Span[] =>
      childrenOf(
        spans,
        steps.find(({ name }) => name === step),
      );
    expect(below('open context').map(({ name }) => name)).toEqual(['ask facts', 'ask verloop']);
    expect(below('release').map(({ name }) => name)).toEqual(['ask facts']);
    expect(below('plan and fetch').length).toBeGreaterThan(1);
    expect(new Set(below('plan and fetch').map(({ name }) => name))).toEqual(new Set(['ask source']));

    const asks = [...below('open context'), ...below('plan and fetch'), ...below('release')];
    const sent = asked.map(({ traceparent, subgraaf }) => `${String(traceparent)} ${String(subgraaf)}`).sort();
    expect(asks.map((one) => `00-${id}-${one.spanId}-01 ${subgraafOf(one)}`).sort()).toEqual(sent);
    const answers = asks.flatMap((one) => childrenOf(spans, one).map((theirs) => [one, theirs] as const));
    expect(answers).toHaveLength(asks.length);
    for (const [one, theirs] of answers) {
      const route = { 'ask facts': '/toegangsfeiten', 'ask verloop': '/verloop' }[one.name] ?? '/graphql';
      expect(one).toMatchObject({ kind: CLIENT, service: 'ketenhub' });
      expect(theirs).toMatchObject({ name: 'request', kind: SERVER, service: `ketenhub-${subgraafOf(one)}` });
      expect(told(theirs)).toEqual({ 'http.route': route, 'http.response.status_code': 200 });
    }
    expect(spans).toHaveLength(1 + steps.length + asks.length + answers.length);
    expect(spans.filter(({ status }) => status.code === ERROR)).toEqual([]);
    for (const span of steps) {
      expect(BigInt(span.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(root!.startTimeUnixNano));
      expect(BigInt(span.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(root!.endTimeUnixNano));
    }
  });

  test('of a new trace when its caller is in none', async () => {
    const before = collector.spans.length;
    await hub.ask(question);
    await sleep(SENT);
    const spans = collector.spans.slice(before);
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    expect(spans.filter(({ parentSpanId }) => parentSpanId === undefined).map(({ name }) => name)).toEqual(['request']);
    expect(readRegister(split).at(-1)?.traceId).toBe(spans[0]?.traceId);
  });

  test.each([
    ['is gone', 'down'],
    ['answers 500', 'error'],
    ['answers with an error', { answer: (real: string) => real.replace('{', '{"errors":[{"message":"Jan Jansen"}],') }],
  ] as const)('a source that %s is an error of what it was asked: a code, and nothing else', async (_, behaviour) => {
    split.proxies.police.behave(behaviour);
    const { spans, id } = await trace();
    split.proxies.police.behave('normal');
    const failed = spans.filter(({ status }) => status.code === ERROR);
    expect(failed.map(({ name }) => name)).toEqual(['ask source']);
    expect(told(failed[0]!)).toEqual({
      'ketenhub.subgraph': 'police' satisfies Subgraaf,
      'ketenhub.code': 'HUB_PARTNER_ONBEREIKBAAR',
      'ketenhub.entities': expect.any(Number) as number,
    });
    expect(failed[0]!.status).toEqual({ code: ERROR });
    const line = hub.output().split('\n').findLast((one) => one.includes('a source failed')); // oxfmt-ignore
    expect(JSON.parse(line!)).toMatchObject({ where: ['police'], trace: id });
  });

  test('without the facts it ends at the step that needs them', async () => {
    split.proxies.municipality.behave({ before: () => Promise.reject(new Error('gone')) });
    const { answer, spans } = await trace();
    split.proxies.municipality.behave('normal');
    expect(answer.status).toBe(503);
    expect(spans.filter(({ status }) => status.code === ERROR).map(({ name }) => name).sort()).toEqual(['ask facts', 'open context', 'request']); // oxfmt-ignore
    for (const span of spans.filter(({ status }) => status.code === ERROR)) {
      expect(told(span)).toMatchObject({ 'ketenhub.code': 'HUB_CASUSFEITEN_ONBEREIKBAAR' });
    }
  });

  test('a refusal is no error, and says by its code that it is one', async () => {
    const { spans } = await trace({ casus: 'f'.repeat(32) });
    expect(spans.filter(({ status }) => status.code === ERROR)).toEqual([]);
    const root = spans.find(({ parentSpanId }) => parentSpanId === CALLER)!;
    expect(told(root)).toEqual({
      'http.route': '/graphql',
      'http.response.status_code': 403,
      'ketenhub.code': 'HUB_CASUS_ONTOEGANKELIJK',
    });
    const unread = await trace({ query: '{ verzonnen }' });
    expect(unread.spans.map((span) => told(span)['ketenhub.code'])).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test('whoever is gone before his answer was there got no status', async () => {
    split.proxies.police.behave({ before: () => sleep(800) });
    const id = TRACE.replace(/^..../, 'ffff');
    const { casus, doel, query, variables, partner, medewerker } = question;
    const gone = fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', traceparent: `00-${id}-${CALLER}-01` },
        authorization: `Bearer ${await split.token(partner, medewerker)}`,
        ...{ 'keten-casus': casus!, 'keten-doel': doel! },
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(400),
    });
    await expect(gone).rejects.toThrow();
    split.proxies.police.behave('normal');
    await sleep(800 + SENT);
    const root = collector.spans.find(({ traceId, parentSpanId }) => traceId === id && parentSpanId === CALLER);
    expect(told(root!)).toMatchObject({ 'http.route': '/graphql' });
    expect(told(root!)).not.toHaveProperty(['http.response.status_code']);
  });

  test('who is not let in is not traced, at the hub or at a source', async () => {
    expect((await trace({ token: 'niemand' })).spans).toEqual([]);
    const { asked } = await trace();
    const before = collector.spans.length;
    for (const { url } of Object.values(split.proxies)) {
      // A statement of the hub, and not about this.
      const headers = { 'keten-delegatie': asked[0]!['delegatie']!, traceparent: `00-${TRACE}-${CALLER}-01` };
      expect((await fetch(url, { method: 'POST', headers, body: '{}' })).status).toBe(401);
    }
    await sleep(SENT);
    expect(collector.spans).toHaveLength(before);
  });
});

describe('a collector that does not answer changes nothing', () => {
  let collector: OtlpReceiver;
  beforeAll(async () => {
    collector = await otlpReceiver();
    collector.hang(true);
  });
  afterAll(() => collector.close());

  test.each(['gone', 'hanging'])('%s: answers come as before, and the hub ends in time', async (how) => {
    const url = how === 'gone' ? `http://127.0.0.1:${await freePort()}/v1/traces` : collector.url;
    const split = await startSplit({ TRACES_URL: url }, undefined, { TRACES_URL: url });
    try {
      const hub = await split.start();
      const question = questionOf(split);
      const first = await hub.ask(question);
      expect(first.status).toBe(200);
      const faults = async (): Promise<string | undefined> => {
        const counts = await (await fetch(`http://127.0.0.1:${split.metricsPort}/metrics`)).text();
        return /^ketenhub_faults_total\{fault="traces can not be sent"\} (\d+)$/m.exec(counts)?.[1];
      };
      let slowest = 0;
      for (const until = Date.now() + 20_000; (await faults()) === undefined && Date.now() < until;) {
        const started = performance.now();
        expect(bare(await hub.ask(question))).toEqual(bare(first));
        slowest = Math.max(slowest, performance.now() - started);
      }
      expect(await faults()).toBe('1');
      expect(slowest).toBeLessThan(2_000);
      // Of this one nothing was sent yet.
      await hub.ask(question);
      const ending = performance.now();
      hub.process.kill('SIGTERM');
      await hub.ended;
      expect(hub.process.exitCode).toBe(0);
      expect(performance.now() - ending).toBeLessThan(4_500);
    } finally {
      await split.stop();
    }
  });
});

test('what is left is sent before the hub ends', async () => {
  const collector = await otlpReceiver();
  const split = await startSplit({ TRACES_URL: collector.url });
  const hub = await split.start();
  await hub.ask(questionOf(split));
  hub.process.kill('SIGTERM');
  await hub.ended;
  expect(collector.spans.map(({ name }) => name)).toContain('request');
  await split.stop();
  await collector.close();
});

test('without a collector nothing is sent, whatever else is said of one, and the trace of the caller goes on as it is', async () => {
  const collector = await otlpReceiver();
  const said = { OTEL_EXPORTER_OTLP_ENDPOINT: new URL('/', collector.url).href, OTEL_TRACES_EXPORTER: 'otlp' };
  const split = await startSplit(said, undefined, said);
  const hub = await split.start();
  const traceparent = `00-${TRACE}-${CALLER}-00`;
  expect((await hub.ask({ ...questionOf(split), headers: { traceparent } })).status).toBe(200);
  const sent = Object.values(split.proxies).flatMap((proxy) => proxy.taken());
  const theirs = new Set(sent.map(({ headers }) => String(headers['traceparent'])));
  expect(sent.length).toBeGreaterThan(3);
  expect(theirs.size).toBe(1);
  expect([...theirs][0]).toMatch(new RegExp(`^00-${TRACE}-(?!${CALLER})[0-9a-f]{16}-00$`));
  hub.process.kill('SIGTERM');
  await hub.ended;
  await split.stop();
  expect(collector.asked()).toBe(0);
  await collector.close();
});
