import type { Subgraaf } from '../../schema/domain/subgraaf';
import type { HubAnswer } from '../harness/startHouse';
import type { Twin } from '../harness/startTwins';
import { answer, readSituatie } from '../oracle/answer';
import type { Situatie } from '../oracle/besluit';
import { violations } from '../oracle/traffic';
import { readAsked } from './judges/asked';
import { difference } from './judges/leak';
import { disagreement, readable } from './judges/reader';
import type { Posed } from './pose';
import type { Scene, Stage } from './scene';
import { Verdict } from './verdict';
import { type Asker, askOf } from './world/projection';
import { sound } from './world/sound';

const TYPES = '{ __schema { types { name fields { name type { name } args { name } } enumValues { name } } } }';

/** Asks the questions of one scene, and lets all three judges look at what comes of it. */
export class Player {
  private controlled = false;

  constructor(
    private readonly stage: Stage,
    private readonly scene: Scene,
  ) {}

  /** @throws Verdict */
  async play(posed: Posed, index: number): Promise<void> {
    const { tally } = this.stage;
    tally.add('runs');
    // In turn first, so that what one leaves behind in the hub would show in the other.
    const order: readonly Twin[] = index % 2 === 0 ? ['a', 'b'] : ['b', 'a'];
    const got = new Map<Twin, HubAnswer>();
    for (const twin of order) got.set(twin, await this.ask(twin, posed));
    const a = got.get('a')!;
    const leaked = difference(a, got.get('b')!);
    if (leaked !== null) throw new Verdict('leak', leaked);
    if (a.status !== 200) {
      this.refused(a, posed);
      return;
    }
    if (!posed.outside && !this.scene.covered) throw new Verdict('status', 'answered for a doel that is not covered');
    tally.add('answered');
    // What the hub tells of itself the reader does not know: that it leaks nothing is all that is judged of it.
    if (!posed.readable) return;
    this.read(posed, a);
    const { sources, deniedVariables } = readAsked(this.scene.situatie.a, posed.vraag);
    if (deniedVariables.length > 0) tally.add('variables in denied fields only');
    if (index < 2) await this.failing(posed, a, index === 0 ? 'police' : 'care', sources);
    if (index < 2 && !posed.outside) await this.byAnother(posed, index);
    await this.control(posed, a);
  }

  /** What he is told of the graph itself depends on nobody's data either. @throws Verdict */
  async describe(): Promise<void> {
    const { twins, tally } = this.stage;
    const { asker, token, rol } = this.scene;
    const { partner, medewerker } = asker;
    const question = { partner, medewerker, token, query: TYPES, headers: { 'keten-rol': rol } };
    twins.turn('a');
    const a = await twins.ask(question);
    twins.turn('b');
    const told = difference(a, await twins.ask(question));
    if (told !== null) throw new Verdict('leak', told);
    tally.add('asked for types');
  }

  private async ask(twin: Twin, posed: Posed): Promise<HubAnswer> {
    const { asker, token, situatie } = this.scene;
    return this.post(twin, posed, asker, token, situatie[twin]);
  }

  /** Sends the question, and judges what it made the sources hear. */
  private async post(twin: Twin, posed: Posed, asker: Asker, token: string, situatie: Situatie): Promise<HubAnswer> {
    const { twins, tally } = this.stage;
    const { partner, medewerker, casus, doel } = asker;
    const { text: query, variables, operationName } = posed.operation;
    const kop = posed.outside ? { headers: { 'keten-rol': this.scene.rol } } : { casus, doel };
    twins.turn(twin);
    twins.traffic();
    const got = await twins.ask({ partner, medewerker, token, ...kop, query, variables, operationName });
    for (const fetch of twins.traffic()) {
      tally.add(`fetch: ${fetch.subgraaf}`);
      const wrong = violations(situatie, fetch);
      if (wrong.length > 0) throw new Verdict('traffic', `${wrong.join('\n')}\n${fetch.body}`);
    }
    return got;
  }

  /** Whole requests are refused for few reasons, and each is known beforehand. */
  private refused({ status, body }: HubAnswer, { operation, outside, readable: known }: Posed): void {
    const code = body.errors?.[0]?.extensions.code ?? '';
    const expected: Record<string, boolean> = {
      HUB_DOEL_NIET_GEDEKT: status === 403 && !this.scene.covered && !outside,
      HUB_LIMIET: status === 400,
      // A question about a question that is none.
      BAD_USER_INPUT: status === 400 && (operation.broken || !known),
      HUB_VERZOEK_ONVOLLEDIG: status === 400 && outside && !known,
      HUB_CASUS_ONTOEGANKELIJK: status === 403 && operation.broken,
    };
    if (expected[code] !== true) throw new Verdict('status', `${String(status)} ${code}`);
    this.stage.tally.add(`refused: ${code}`);
  }

  private expected({ world }: Pick<Situatie, 'world'>, asker: Asker, { operation }: Posed): ReturnType<typeof answer> {
    const { alone, variables } = operation;
    return answer(askOf(world, asker, readable(alone), variables), this.stage.contract);
  }

  private read(posed: Posed, got: HubAnswer): void {
    const { situatie, asker } = this.scene;
    const a = this.expected(situatie.a, asker, posed);
    if (JSON.stringify(a) !== JSON.stringify(this.expected(situatie.b, asker, posed))) {
      throw new Verdict('suite', 'the twin shows what he may see');
    }
    this.agree(a, got);
  }

  private agree(expected: ReturnType<typeof answer>, got: HubAnswer): void {
    const { tally } = this.stage;
    const wrong = disagreement(expected, got);
    if (wrong !== null) throw new Verdict('reader', wrong);
    tally.add('read');
    const kept = expected.errors.filter(({ reden }) => reden === 'HUB_NIET_DOORGEGEVEN');
    tally.add('refusals', expected.errors.length - kept.length);
    if (kept.length > 0) tally.add('answers that lack what was not sent on');
    if (JSON.stringify(got.body.data).length > 200) tally.add('answers with something in them');
  }

  /** The same words right after, from somebody else at the table: nobody gets the plan of another. */
  private async byAnother(posed: Posed, index: number): Promise<void> {
    const other = this.scene.others[index];
    if (other === undefined) return;
    const { asker, token, situatie } = other;
    const got = await this.post('a', posed, asker, token, situatie);
    if (got.status === 200) this.agree(this.expected(situatie, asker, posed), got);
    else if (!posed.operation.broken) throw new Verdict('status', `${String(got.status)} for ${asker.medewerker}`);
    this.stage.tally.add('asked by another');
  }

  /** A source fails: who may not ask it can't tell, and who may learns nothing of what it withholds. */
  private async failing(posed: Posed, whole: HubAnswer, source: Subgraaf, asked: ReadonlySet<Subgraaf>): Promise<void> {
    const { twins, tally } = this.stage;
    twins.proxies[source].behave(posed.operation.text.length % 2 === 0 ? 'error' : 'down');
    try {
      const a = await this.ask('a', posed);
      const told = asked.has(source) ? difference(a, await this.ask('b', posed)) : difference(a, whole);
      if (told !== null) throw new Verdict('leak', `${source} fails${told}`);
      tally.add(asked.has(source) ? 'failing: a source he may ask' : 'failing: a source he may not ask');
    } finally {
      twins.proxies[source].behave('normal');
    }
  }

  /** Once a scene: what he may see is changed too, and the answer must show it. */
  private async control(posed: Posed, before: HubAnswer): Promise<void> {
    const { twins, tally } = this.stage;
    const { seen, world, asker, token, situatie } = this.scene;
    if (this.controlled || seen.length === 0) return;
    const changed = sound(seen.reduce((from, one) => one.apply(from) ?? from, world));
    const shown = this.scene.see(changed) === null ? null : this.expected({ world: changed }, asker, posed);
    if (shown === null || JSON.stringify(shown) === JSON.stringify(this.expected(situatie.a, asker, posed))) return;
    this.controlled = true;
    twins.fill('b', changed);
    try {
      // Judged by the casus as it is there: what changed may be what his rights hang on.
      const there = readSituatie(askOf(changed, asker, ''), this.stage.contract);
      const got = await this.post('b', posed, asker, token, there);
      if (difference(before, got) === null) throw new Verdict('control', 'a change that he may see does not show');
      tally.add('controls that differ');
    } finally {
      twins.fill('b', situatie.b.world);
    }
  }
}
