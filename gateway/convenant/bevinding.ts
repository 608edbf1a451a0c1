/** Something wrong with a convenant: where in its file (keys and indices from the top) and what. */
export interface Bevinding {
  readonly pad: readonly (string | number)[];
  readonly melding: string;
}
