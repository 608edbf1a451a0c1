/** The fields of a graph class as a plain object: what a resolver returns, since a source makes no class instances. */
export type Velden<T> = { readonly [Field in keyof T]: T[Field] };
