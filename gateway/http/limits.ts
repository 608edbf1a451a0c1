import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { QuestionLimits } from '../../schema/domain/questionLimits';

/** Beside the words, which the parser counts: it stops there, so that no document can exhaust its stack. */
type Shape = Exclude<keyof QuestionLimits, 'tokens' | 'fields' | 'places'>;

const TOO_MANY: Readonly<Record<Shape, (most: number) => string>> = {
  depth: (most) => `dieper dan ${String(most)} niveaus`,
  aliases: (most) => `meer dan ${String(most)} aliassen`,
  rootFields: (most) => `meer dan ${String(most)} velden om mee te beginnen`,
  repeats: (most) => `een veld meer dan ${String(most)} keer`,
  directives: (most) => `meer dan ${String(most)} directives die er niet zijn`,
};

/**
 * Bounds the shape of a document before anything works it out.
 *
 * @param exceeded is told which limit, once a document.
 * @returns a rule that reports each limit that is exceeded once, under HUB_LIMIET.
 */
export function createLimits(
  limits: QuestionLimits,
  exceeded: (limit: Shape) => void = () => undefined,
): ValidationRule {
  return (context) => {
    const told = new Set<Shape>();
    const hold = (limit: Shape, found: number): void => {
      if (found <= limits[limit] || told.has(limit)) return;
      told.add(limit);
      exceeded(limit);
      const message = `De vraag is te groot: ${TOO_MANY[limit](limits[limit])}.`;
      context.reportError(new GraphQLError(message, { extensions: { code: 'HUB_LIMIET' } }));
    };
    return shapeOf(context, hold);
  };
}

function shapeOf(context: ValidationContext, hold: (limit: Shape, found: number) => void): ASTVisitor {
  const known = new Set(context.getSchema().getDirectives().map(({ name }) => name)); // oxfmt-ignore
  const repeats = new Map<string, number>();
  let [aliases, unknown] = [0, 0];
  return {
    Field: ({ alias, name: { value: name } }) => {
      if (alias !== undefined) hold('aliases', (aliases += 1));
      const times = (repeats.get(name) ?? 0) + 1;
      repeats.set(name, times);
      hold('repeats', times);
    },
    Directive: ({ name: { value: name } }) => {
      if (!known.has(name)) hold('directives', (unknown += 1));
    },
    OperationDefinition: ({ selectionSet }) => {
      const { depth, fields } = measure(context, selectionSet, new Map());
      hold('depth', depth);
      hold('rootFields', fields);
    },
  };
}

interface Measure {
  readonly depth: number;
  /** At this level, fragments followed. */
  readonly fields: number;
}
const NOTHING: Measure = { depth: 0, fields: 0 };

/** @param known of the fragments so far. One within itself counts for nothing: another rule refuses it. */
function measure(
  context: ValidationContext,
  selectionSet: SelectionSetNode | undefined,
  known: Map<string, Measure>,
): Measure {
  let [depth, fields] = [0, 0];
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      depth = Math.max(depth, 1 + measure(context, selection.selectionSet, known).depth);
      fields += 1;
      continue;
    }
    const here =
      selection.kind === Kind.INLINE_FRAGMENT
        ? measure(context, selection.selectionSet, known)
        : measureFragment(context, selection.name.value, known);
    depth = Math.max(depth, here.depth);
    fields += here.fields;
  }
  return { depth, fields };
}

function measureFragment(context: ValidationContext, name: string, known: Map<string, Measure>): Measure {
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, NOTHING);
  const made = measure(context, context.getFragment(name)?.selectionSet, known);
  known.set(name, made);
  return made;
}
