/** The root fields that tell how far the register is, and nothing of what is in it. */
export interface Standvelden {
  registerstand(): Promise<{ readonly checkpoint: string | null }>;
  registerconsistentie(args: { readonly van: number; readonly tot: number }): Promise<readonly string[] | null>;
}
