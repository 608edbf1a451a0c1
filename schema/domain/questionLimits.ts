/** How large one question may be: as it is written, and as what it comes to. */
export interface QuestionLimits {
  /** Words (lexical tokens) of the document. */
  readonly tokens: number;
  /** Fields within fields, fragments followed. */
  readonly depth: number;
  readonly aliases: number;
  /** Fields that one operation begins with, fragments followed. */
  readonly rootFields: number;
  /** How often one field may be written down. */
  readonly repeats: number;
  /** Directives that the graph does not know. */
  readonly directives: number;
  /** Fields that one operation may come to, worked out per concrete type. */
  readonly fields: number;
  /** Places at which one operation may turn to another source: what planning costs grows faster than their number. */
  readonly places: number;
}

/** What no settings change. */
export const USUAL_LIMITS: QuestionLimits = {
  tokens: 2_000,
  depth: 15,
  aliases: 99,
  rootFields: 50,
  repeats: 498,
  directives: 8,
  fields: 20_000,
  places: 200,
};
