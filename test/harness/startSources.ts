import { SUBGRAVEN, type Subgraaf } from '../../schema/domain/subgraaf';
import { care } from '../../subgraphs/care/care';
import { type RunningSubgraph, startSubgraph } from '../../subgraphs/kit/server/startSubgraph';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { municipality } from '../../subgraphs/municipality/municipality';
import { police } from '../../subgraphs/police/police';
import { type RecordingProxy, recordingProxy } from './recordingProxy';

/** The subgraphs over stores of their own, with a recorder before each. */
export interface Sources {
  readonly proxies: Readonly<Record<Subgraaf, RecordingProxy>>;
  /** Where the sources themselves are, behind the recorders. */
  readonly sources: Readonly<Record<Subgraaf, string>>;
  /** What tells a hub where the recorders are. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function startSources(world: World, env: Readonly<Record<string, string>>): Promise<Sources> {
  const ports = { POLICE_PORT: '0', CARE_PORT: '0', MUNICIPALITY_PORT: '0' };
  const options = { env: { ...env, ...ports }, createWorld: () => world };
  const running: RunningSubgraph[] = [
    await startSubgraph(police, options),
    await startSubgraph(care, options),
    await startSubgraph(municipality, options),
  ];
  const [policeUrl = '', careUrl = '', municipalityUrl = ''] = running.map(({ url }) => url);
  const proxies: Record<Subgraaf, RecordingProxy> = {
    police: await recordingProxy('police', policeUrl),
    care: await recordingProxy('care', careUrl),
    municipality: await recordingProxy('municipality', municipalityUrl),
  };
  return {
    proxies,
    sources: { police: policeUrl, care: careUrl, municipality: municipalityUrl },
    env: Object.fromEntries(SUBGRAVEN.map((name) => [`${name.toUpperCase()}_URL`, proxies[name].url])),
    stop: async () => {
      await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
      await Promise.all(running.map((subgraph) => subgraph.close()));
    },
  };
}
