/** A whole answer that is one error, in the shape that a GraphQL client reads. */
export interface GraphqlErrorBody {
  readonly errors: readonly [{ readonly message: string; readonly extensions: { readonly code: string } }];
}

export function graphqlError(code: string, message: string): GraphqlErrorBody {
  return { errors: [{ message, extensions: { code } }] };
}
