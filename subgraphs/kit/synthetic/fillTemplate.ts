import type { Random } from './random';

const WEEKDAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;

/**
 * Fills {tijd}, {weekdag} and {aantal}. There is no placeholder for a name: free text must not name another person,
 * whom the reader may not know of.
 */
export function fillTemplate(random: Random, template: string): string {
  return template.replace(/\{(tijd|weekdag|aantal)\}/g, (_, placeholder: string) => {
    if (placeholder === 'tijd') {
      return `${String(random.int(0, 23)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`;
    }
    return placeholder === 'weekdag' ? random.pick(WEEKDAGEN) : String(random.int(2, 9));
  });
}
