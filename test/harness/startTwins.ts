import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { SUBGRAVEN, type Subgraaf } from '../../schema/domain/subgraaf';
import { care } from '../../subgraphs/care/care';
import { type RunningSubgraph, startSubgraph } from '../../subgraphs/kit/server/startSubgraph';
import { demotekenaar } from '../../subgraphs/kit/source/demotekenaar';
import type { Tekenaar } from '../../subgraphs/kit/source/SourceDefinition';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { municipality } from '../../subgraphs/municipality/municipality';
import { police } from '../../subgraphs/police/police';
import { type OpenStore, type StoreOptions, openStore } from './fillStore';
import { type House, type HouseOptions, startHouse } from './startHouse';

export type Twin = 'a' | 'b';

/**
 * One hub over two sets of the same sources, each with a world of its own that can be changed while all runs. One hub,
 * so that what it keeps between requests would be seen as well.
 */
export interface Twins extends House {
  /** The hub asks the sources of this twin from now on. */
  turn(to: Twin): void;
  fill(twin: Twin, world: World): void;
}

export async function startTwins(options: HouseOptions & Pick<StoreOptions, 'twist'> = {}): Promise<Twins> {
  const house = await startHouse(options);
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-twin-'));
  const env = {
    KETENHUB_MODE: 'demo',
    KETENHUB_DIR: dir,
    HUB_JWKS_FILE: join(house.dir, 'sleutels', 'hub.jwks.json'),
    LOG_LEVEL: 'silent',
    POLICE_PORT: '0',
    CARE_PORT: '0',
    MUNICIPALITY_PORT: '0',
  };
  const start = { env, createWorld: () => house.world };
  const second: Record<Subgraaf, RunningSubgraph> = {
    police: await startSubgraph(police, start),
    care: await startSubgraph(care, start),
    municipality: await startSubgraph(municipality, start),
  };
  const urls: Record<Twin, Record<Subgraaf, string>> = {
    a: house.sources,
    b: { police: second.police.url, care: second.care.url, municipality: second.municipality.url },
  };
  const teken = signedOnce(demotekenaar(house.dir));
  const stores = (at: string, salt: Twin): OpenStore[] => [
    openStore(at, 'police', police.source, { ...options, teken, salt }),
    openStore(at, 'care', care.source, { ...options, teken, salt }),
    openStore(at, 'municipality', municipality.source, { ...options, teken, salt }),
  ];
  const opened: Record<Twin, OpenStore[]> = { a: stores(house.dir, 'a'), b: stores(dir, 'b') };
  return {
    ...house,
    turn: (to) => {
      for (const name of SUBGRAVEN) house.proxies[name].aim(urls[to][name]);
    },
    fill: (twin, world) => {
      for (const store of opened[twin]) store.fill(world);
    },
    stop: async () => {
      for (const store of Object.values(opened).flat()) store.close();
      await house.stop();
      await Promise.all(Object.values(second).map((subgraph) => subgraph.close()));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The same text has the same signature, so that what did not change is not written again. */
function signedOnce(teken: Tekenaar): Tekenaar {
  const signed = new LRUCache<string, string>({ max: 10_000 });
  return (typ, tekst) => {
    const known = signed.get(`${typ} ${tekst}`) ?? teken(typ, tekst);
    signed.set(`${typ} ${tekst}`, known);
    return known;
  };
}
