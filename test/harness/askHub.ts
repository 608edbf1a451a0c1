/** Who asks what, as a frontend would. */
export interface Question {
  readonly partner: string;
  readonly medewerker: string;
  readonly casus?: string | undefined;
  readonly doel?: string | undefined;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
}

interface HubError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly coordinaat?: string;
    readonly categorieen?: readonly string[];
    readonly reden?: string;
    readonly artikel?: string;
    readonly subgraaf?: string;
  };
}

export interface HubAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly HubError[];
    readonly extensions?: { readonly verstrekking?: { readonly id: string; readonly tijdstip: string } };
  };
}

/** Asks the hub at an address under a token. */
export async function askHub(address: string, question: Question, token: string): Promise<HubAnswer> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...(question.casus === undefined ? {} : { 'keten-casus': question.casus }),
      ...(question.doel === undefined ? {} : { 'keten-doel': question.doel }),
      ...question.headers,
    },
    body: JSON.stringify({
      query: question.query,
      variables: question.variables ?? {},
      operationName: question.operationName ?? undefined,
    }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as HubAnswer['body'] };
}
