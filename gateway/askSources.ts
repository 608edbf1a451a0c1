import { DELEGATIE_HEADER } from '../schema/domain/delegatie';
import type { Subgraaf } from '../schema/domain/subgraaf';
import { createFederation } from './federation/createFederation';
import type { FederationHooks } from './federation/hooks';
import { type Hubsleutel, signDelegatie } from './federation/signDelegatie';
import { Fetching } from './fetching';
import type { createHubgraph } from './hubgraph/createHubgraph';
import type { Brontls } from './readBrontls';
import type { Settings } from './settings';

interface Grond {
  readonly supergraphSdl: string;
  readonly settings: Pick<Settings, 'adressen' | 'bronnen'>;
  readonly sleutel: Hubsleutel;
  readonly tls: Brontls;
  readonly askHub: ReturnType<typeof createHubgraph<Fetching>>;
  readonly fault: (what: string, where: readonly string[], trace: string) => void;
  readonly left: NonNullable<FederationHooks['left']>;
}

/** How the hub asks its sources, and itself: each fetch checked, written down before it leaves, and under a statement. */
export function askSources({
  supergraphSdl,
  settings,
  sleutel,
  tls,
  askHub,
  fault,
  left,
}: Grond): ReturnType<typeof createFederation> {
  return createFederation({
    supergraphSdl,
    hooks: {
      address: (subgraph) => settings.adressen[subgraph as Subgraaf],
      tls,
      protection: settings.bronnen,
      left,
      local: {
        hub: async (fetch, context) => {
          const fetching = fetchingOf(context);
          try {
            return await askHub(fetch, fetching);
          } catch (fout) {
            fetching.eigenFout = fout instanceof Error ? fout : new Error('the hub could not answer about itself');
            throw fout;
          }
        },
      },
      checkPlan: (fetches, context) => {
        fetchingOf(context).checkPlan(fetches);
      },
      sends: (subgraph, representations, context) => fetchingOf(context).sends(subgraph, representations),
      leaving: async (fetch, context) => {
        const fetching = fetchingOf(context);
        await fetching.intend(fetch).catch((fout: unknown) => {
          // Not the source failed: what could not be written down is not told to it.
          fetching.eigenFout =
            fout instanceof Error ? fout : new Error('what was to be sent could not be written down');
          throw fout;
        });
      },
      begins: ({ subgraph, representations }, context) => {
        const told = { 'ketenhub.subgraph': subgraph, 'ketenhub.entities': representations.length };
        const span = fetchingOf(context).span.begin('ask source', told);
        return {
          along: { traceparent: span.traceparent },
          ended: (whole) => {
            if (!whole) span.failed('HUB_PARTNER_ONBEREIKBAAR');
            span.end();
          },
        };
      },
      headers: async (fetch, context) => {
        const fetching = fetchingOf(context);
        const statement = await signDelegatie(sleutel, fetching.delegatie(fetch), fetch.body, 'delegatie+jwt');
        return { [DELEGATIE_HEADER]: statement };
      },
      failed: (subgraph, context) => {
        const { uitval, span } = fetchingOf(context);
        uitval.add(subgraph);
        // What the hub itself could not answer is told as what it is: a refusal, or a fault in deciding.
        if (subgraph !== 'hub') fault('a source failed', [subgraph], span.traceId);
      },
      told: (subgraph, verteld, context) => {
        fetchingOf(context).heard(subgraph, verteld);
      },
    },
  });
}

function fetchingOf(context: unknown): Fetching {
  if (!(context instanceof Fetching)) throw new Error('a fetch outside a request');
  return context;
}
