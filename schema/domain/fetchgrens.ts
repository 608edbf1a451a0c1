/** Words (lexical tokens) that one fetch may hold: the hub writes no longer text, and a source parses no longer one. */
export const MOST_FETCH_TOKENS = 10_000;
