import type { HubAnswer } from '../../harness/startHouse';
import type { Geweigerd } from '../../oracle/answer';

const line = (
  pad: readonly (string | number)[],
  coordinaat: string,
  reden: string,
  categorieen: readonly string[],
): string => `${pad.join('.')} ${coordinaat} ${reden} ${[...categorieen].sort().join('+')}`;

/** The reader writes plain objects, which can't hold this key: it is asked under another name. */
export const readable = (text: string): string => text.replaceAll('__proto__:', 'PROTO:');
const BACK = ['PROTO', '__proto__'] as const;

/** What the independent reader would have answered otherwise; null: nothing. */
export function disagreement(
  expected: { data: unknown; errors: readonly Geweigerd[] },
  { body }: HubAnswer,
): string | null {
  const [mine, theirs] = [JSON.stringify(expected.data).replaceAll(...BACK), JSON.stringify(body.data)];
  const denied = expected.errors
    .map((one) => line(one.pad, one.coordinaat, one.reden, one.categorieen).replaceAll(...BACK))
    .sort();
  const refused = (body.errors ?? [])
    .map(({ path = [], extensions: { code, coordinaat = code, reden = code, categorieen = [] } }) =>
      line(path, coordinaat, reden, categorieen),
    )
    .sort();
  if (mine !== theirs) return `\n--- expected\n${mine}\n--- answered\n${theirs}\n--- refused\n${refused.join('\n')}`;
  if (denied.join('\n') === refused.join('\n')) return null;
  const lacking = denied.filter((one) => !refused.includes(one));
  const beyond = refused.filter((one) => !denied.includes(one));
  return `\n--- expected and not refused\n${lacking.join('\n')}\n--- refused and not expected\n${beyond.join('\n')}`;
}
