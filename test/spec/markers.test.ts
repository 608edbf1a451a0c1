import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { vandaag } from '../../schema/domain/vandaag';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import type { Question } from '../harness/askHub';
import { markWorld, marksIn, word } from '../harness/marks';
import { type OtlpReceiver, otlpReceiver } from '../harness/otlpReceiver';
import { type HubProcess, type Split, startSplit } from '../harness/startSplit';
import { fullQuery, permittedDoelen, seats } from '../oracle/asks';
import { readContract } from '../oracle/contract';

/** What a client may choose itself, and so could name a person by. */
const own = Array.from({ length: 12 }, (_, nr) => word(30_000 + nr));
const [alias, operation, variable, value, doel, rol, agent, state, fragment, type, broken, header] = own;

describe('no datum, id or word of a client is written by the hub, or told in a trace', () => {
  const marked = markWorld(createWorld({ seed: 1, size: 'demo' }));
  const { world } = marked;
  const persons = world.municipality.personen.map(({ id }) => id);
  const staff = world.municipality.medewerkers.map(({ id }) => id);
  const marks = [...marked.marks, ...persons, ...staff, ...own];
  let split: Split;
  let hub: HubProcess;
  let collector: OtlpReceiver;
  beforeAll(async () => {
    collector = await otlpReceiver();
    const traced = { TRACES_URL: collector.url };
    split = await startSplit({ LOG_LEVEL: 'trace', ...traced }, world, traced);
    hub = await split.start();
  });
  afterAll(async () => {
    await split.stop();
    await collector.close();
  });

  /** Every byte that the hub has written: the register with all that lies beside it, its output, its counts, and its traces with those of the sources. */
  const written = async (alive: boolean): Promise<Map<string, Buffer>> => {
    const files = readdirSync(split.dir).filter((name) => name.startsWith('register.sqlite'));
    const bytes = new Map(files.map((name) => [name, readFileSync(join(split.dir, name))]));
    bytes.set('output', Buffer.from(hub.output()));
    bytes.set('traces', Buffer.from(collector.bodies.join('\n')));
    if (alive) {
      const counts = await fetch(`http://127.0.0.1:${split.metricsPort}/metrics`);
      bytes.set('metrics', Buffer.from(await counts.text()));
    }
    return bytes;
  };
  const found = async (alive: boolean): Promise<string[]> =>
    [...(await written(alive))].flatMap(([place, bytes]) => marksIn(bytes, marks).map((mark) => `${place}: ${mark}`));

  test('a mark is found in any form (control)', () => {
    const mark = word(7);
    const forms = [mark, `x${mark}`, `xy${mark}z`].flatMap((text) => {
      const bytes = Buffer.from(text);
      return [text, bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url')];
    });
    for (const form of forms) expect(marksIn(Buffer.from(`"${form}"`), [mark])).toHaveLength(1);
    expect(marksIn(Buffer.from('a:990000001,'), ['990000001'])).toHaveLength(1);
    expect(marksIn(Buffer.from('a990000001f'), ['990000001'])).toEqual([]);
    expect(marked.marks.length).toBeGreaterThan(500);
  });

  test('whatever is asked, and whatever fails', async () => {
    const contract = readContract();
    const query = fullQuery(contract);
    const today = vandaag();
    const asks = seats(world, today).flatMap(({ casus, partner, medewerker, rol: as }): Question[] => {
      const row = world.municipality.casussen.find(({ id }) => id === casus)!;
      return permittedDoelen({ partner, rol: as }, row, today, contract).map((one) => {
        return { casus, partner, medewerker, doel: one, query, variables: { casus } };
      });
    });
    const some = asks.filter((_, nr) => nr % 30 === 0);
    const texts: string[] = [];
    for (const one of some) texts.push((await hub.ask(one)).text);
    // What the marks are on did go through the hub.
    expect(marksIn(Buffer.from(texts.join()), marked.marks).length).toBeGreaterThan(100);

    const [good] = some;
    const chosen = `query ${operation}($casus: ID!, $${variable}: String!) { ${alias}: casus(id: $casus) { ...${fragment} }
      uitleg(vraag: $${variable}) { digest } } fragment ${fragment} on Casus { ${alias}: kenmerk tafel { ${alias}: naam } }`;
    const headers = { 'user-agent': agent!, tracestate: `a=${state!}`, [`x-${header!}`]: header!, 'keten-rol': rol! };
    const with_ = (over: Partial<Question>): Question => ({ ...good!, headers, ...over });
    const odd = (): Question[] => [
      with_({ query: chosen, operationName: operation!, variables: { casus: good!.casus, [variable!]: value } }),
      with_({ query: chosen, operationName: value!, variables: { casus: good!.casus, [variable!]: value } }),
      with_({ query: chosen, variables: { casus: value, [variable!]: [value] } }),
      with_({ query: `query ${operation}($${variable}: ${type}) { ${alias} }` }),
      with_({ query: `{ casus(id: "${broken}` }),
      with_({ query: `{ __type(name: "${type}") { ${alias}: name } }` }),
      with_({ query: `mutation ${operation} { ${alias} }` }),
      with_({ doel: doel! }),
      with_({ casus: `${value!}!` }),
      // Of the form of an id, so it is written down as the casus that was tried: by a pseudonym.
      with_({ casus: value! }),
      with_({ casus: persons[0]! }),
      with_({ casus: persons[0]!, query: '{ casus(' }),
      with_({
        casus: undefined,
        doel: undefined,
        query: `{ ${alias}: mijnCasussen { ${alias}: kenmerk } }`,
        variables: {},
      }),
      with_({ token: value! }),
      with_({ medewerker: value! }),
    ];
    for (const one of odd()) await hub.ask(one);

    const proxies = Object.values(split.proxies);
    const lie = (real: string): string =>
      JSON.stringify({ errors: [{ message: own.join(), path: [alias], extensions: { code: value } }], data: real });
    for (const behaviour of ['down', 'error', { answer: lie }, { answer: () => `{"data": ${value!}` }] as const) {
      for (const proxy of proxies) {
        proxy.behave(behaviour);
        for (const one of [good!, ...odd().slice(0, 2)]) await hub.ask(one);
        proxy.behave('normal');
      }
    }
    // Names of persons in the place of words of the graph, and persons in the place of a casus.
    for (const id of persons.slice(0, 3)) await hub.ask(with_({ query: `{ casus(id: "${id}") { kenmerk } }` }));

    expect(await found(true)).toEqual([]);
    hub.process.kill('SIGTERM');
    await hub.ended;
    expect(hub.output()).toMatch(/a source failed/);
    expect(collector.faults).toEqual([]);
    // What was let in is in there, of the hub and of each source.
    const requests = collector.spans.filter(({ name }) => name === 'request');
    expect(new Set(requests.map(({ service }) => service)).size).toBe(4);
    expect(requests.filter(({ service }) => service === 'ketenhub').length).toBeGreaterThan(some.length + 20);
    expect(await found(false)).toEqual([]);
  }, 120_000);
});
