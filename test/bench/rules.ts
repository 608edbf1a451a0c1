import { compileTabel } from '../../gateway/convenant/compileTabel';
import { findConvenant } from '../../gateway/convenant/findConvenant';
import { createDecider } from '../../gateway/decide/createDecider';
import type { Situatie } from '../../gateway/decide/situatie';
import type { Convenant } from '../../schema/domain/convenant';
import { DOELEN } from '../../schema/domain/doel';
import { vandaag } from '../../schema/domain/vandaag';
import { startHouse } from '../harness/startHouse';
import { fullQuery } from '../oracle/asks';
import { readContract } from '../oracle/contract';
import { type Size, largeRules } from './largeRules';
import { measure } from './measure';

const ms = (value: number): string => `${value < 1 ? value.toFixed(4) : value.toFixed(1)} ms`;
const percent = (value: number): string => `${(value * 100).toFixed(2)}%`;

/** What a decision costs: against a whole request, and against the number of convenanten. All in one run. */
async function bench(): Promise<void> {
  const rows: [string, string][] = [];
  const house = await startHouse();
  const { casussen, zetels } = house.world.municipality;
  const casus = casussen[0]!.id;
  const seat = zetels.find((one) => one.casus === casus && one.partner === 'politie-oost-nederland')!;
  const contract = readContract();
  const question = { ...seat, doel: 'STRAFRECHTELIJKE_HANDHAVING', query: fullQuery(contract), variables: { casus } };
  const request = await measure(5, () => house.ask(question));
  await house.stop();
  rows.push(['a casusoverleg over every field, one at a time', ms(request)]);

  const hot = await hotLookups({ partners: 16, doelen: 7, categorieen: 100, convenanten: 1 });
  rows.push(['look-ups of 100 coordinates in a known situation', ms(hot)]);
  rows.push(['... of that request', percent(hot / request)]);

  const many = await hotLookups({ partners: 16, doelen: 7, categorieen: 100, convenanten: 1_000 });
  rows.push(['the same with 1,000 convenanten, against 1', percent(many / hot)]);

  const one = await coldDecision({ partners: 16, doelen: 7, categorieen: 100, convenanten: 1 });
  const thousand = await coldDecision({ partners: 16, doelen: 7, categorieen: 100, convenanten: 1_000 });
  rows.push(['a situation seen for the first time, 100 categories', ms(one)]);
  rows.push(['the same with 1,000 convenanten, against 1', percent(thousand / one)]);

  const large = largeRules({ partners: 50, doelen: 25, categorieen: 300, convenanten: 20 });
  const compile = await measure(
    1,
    () => compileTabel(large.labels, large.catalogus, large.partners, large.convenanten),
    3,
  );
  rows.push(['compile 50 partners x 25 doelen x 300 categories x 20 convenanten', ms(compile)]);

  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, value] of rows) process.stdout.write(`${what.padEnd(width)}  ${value.padStart(12)}\n`);
}

/** Finding the convenant, the decisions of the situation, and then each coordinate. */
async function hotLookups(size: Size): Promise<number> {
  const { rules, decider, coordinaten } = prepare(size);
  const at = situatieIn(rules, rules.convenanten.at(-1)!);
  return measure(2_000, async () => {
    const convenant = findConvenant(rules.versies.get(at.convenant.id) ?? [], at.convenant.id, vandaag());
    const besluiten = await decider.decide({ ...at, convenant: convenant! });
    for (const coordinaat of coordinaten) besluiten.coordinaat(coordinaat);
  });
}

async function coldDecision(size: Size): Promise<number> {
  const { rules } = prepare(size);
  const { partners, catalogus, labels } = rules;
  const at = situatieIn(rules, rules.convenanten.at(-1)!);
  return measure(5, () => createDecider({ partners, catalogus, labels, digest: '' }).decide(at));
}

function prepare(size: Size) {
  const rules = largeRules(size);
  const { partners, catalogus, labels, convenanten } = rules;
  const versies = new Map(convenanten.map((one) => [one.id, [one]]));
  const decider = createDecider({ partners, catalogus, labels, digest: '' });
  return { rules: { ...rules, versies }, decider, coordinaten: [...labels.keys()] };
}

function situatieIn({ partners }: ReturnType<typeof largeRules>, convenant: Convenant): Situatie {
  const ontvanger = [...partners.values()][3]!;
  const seats = [...partners.keys()].slice(0, 4);
  return {
    ontvanger,
    rol: 'DEELNEMER',
    doel: DOELEN[0],
    convenant,
    aangewezen: true,
    casus: {
      fase: 'CASUSOVERLEG',
      kader: 'DWANG',
      status: 'LOPEND',
      bevestigd: true,
      tafel: seats.map((partner) => ({ partner, medewerker: 'm', rol: 'DEELNEMER' })),
    },
  };
}

void bench();
