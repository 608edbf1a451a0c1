import type { Subgraaf } from './subgraaf';

/** Where each subgraph listens unless the environment says otherwise. */
export const STANDAARDADRESSEN: Readonly<Record<Subgraaf, string>> = {
  police: 'http://127.0.0.1:4001/graphql',
  care: 'http://127.0.0.1:4002/graphql',
  municipality: 'http://127.0.0.1:4003/graphql',
};
