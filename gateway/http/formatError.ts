import { HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DOCUMENTCODES } from '../../schema/domain/documentcode';
import { Hubfout } from '../../schema/domain/hubfout';

/** What the parser says at the word that is one too many. */
export const TOO_MANY_TOKENS = /contains more that (\d+) tokens/;

/** A whole request refused or unreadable, with its HTTP status, as Apollo Server wants to hear it. */
export function toGraphQLError(fout: unknown): unknown {
  const http = (status: number, wait: number | null = null) => {
    const headers = new HeaderMap();
    if (wait !== null) headers.set('retry-after', String(wait));
    return { status, headers };
  };
  if (fout instanceof GraphQLError) {
    return new GraphQLError(fout.message, {
      ...(fout.nodes === undefined ? {} : { nodes: fout.nodes }),
      extensions: { code: 'BAD_USER_INPUT', ...fout.extensions, http: http(400) },
    });
  }
  if (!(fout instanceof Hubfout)) return fout;
  const { code, status, message, wait } = fout;
  return new GraphQLError(message, { extensions: { code, http: http(status, wait) } });
}

/** Nothing leaves that the hub did not write itself: a fault becomes one sentence. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = codeOf(error) ?? formatted.extensions?.['code'];
  if (typeof code === 'string' && code.startsWith('HUB_')) {
    return { ...formatted, extensions: { ...formatted.extensions, code } };
  }
  if (formatted.message === 'Maximum introspection depth exceeded') return tooDeep();
  const tokens = TOO_MANY_TOKENS.exec(formatted.message)?.[1];
  if (tokens !== undefined) return tooManyTokens(tokens);
  if (typeof code === 'string' && DOCUMENTCODES.some((one) => one === code)) {
    const { locations, message } = formatted;
    return { message, ...(locations === undefined ? {} : { locations }), extensions: { code } };
  }
  return { message: 'Er ging iets mis; er is niets verstrekt.', extensions: { code: 'HUB_STORING' } };
}

/** Apollo gives every failed validation one code; ours is on the error beneath. */
function codeOf(error: unknown): unknown {
  const beneath = error instanceof GraphQLError ? error.originalError : undefined;
  return beneath instanceof GraphQLError ? beneath.extensions['code'] : undefined;
}

function tooManyTokens(most: string): GraphQLFormattedError {
  const message = `De vraag is te groot: meer dan ${most} woorden.`;
  return { message, extensions: { code: 'HUB_LIMIET' } };
}

function tooDeep(): GraphQLFormattedError {
  return { message: 'De vraag is te groot: typen in typen in typen.', extensions: { code: 'HUB_LIMIET' } };
}
