import { readKetenpartners } from '../../schema/partners';

const PARTNERS = [...readKetenpartners().values()];

/** OIN of the police that host their subgraph: bronhouder of the veiligheidsrisico of a person. */
export const POLITIE: string = PARTNERS.find((partner) => partner.subgraaf === 'police')?.oin ?? '';

/** Kind of every partner, by OIN. */
export const SOORT_VAN_OIN = new Map(PARTNERS.map(({ oin, soort }) => [oin, soort]));
