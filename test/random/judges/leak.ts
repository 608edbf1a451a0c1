import type { HubAnswer } from '../../harness/startHouse';

const RECEIPT = /"verstrekking":\{"id":"[^"]*","tijdstip":"[^"]*"\}/;

/** Everything that reaches the requester, except what is random by design: the receipt, and the moment. */
function told({ status, headers, text }: HubAnswer): string {
  const kept = [...headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${value}`);
  return [String(status), ...kept.sort(), text.replace(RECEIPT, '"verstrekking":{}')].join('\n');
}

/** Where two answers part; null: they are the same to the byte. */
export function difference(one: HubAnswer, other: HubAnswer): string | null {
  const [a, b] = [told(one), told(other)];
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const from = Math.max(0, at - 200);
  return `\n--- one\n${a.slice(from, at + 300)}\n--- other\n${b.slice(from, at + 300)}`;
}
