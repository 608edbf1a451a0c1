import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** Stands before a database, and can be cut: what is open breaks, and what is new finds nobody. */
export interface TcpProxy {
  readonly port: number;
  cut(): void;
  /** What is open stays so, and what is new is let in; nothing comes through. */
  stall(): void;
  /** All is as it was. */
  mend(): void;
  close(): Promise<void>;
}

export async function tcpProxy(host: string, port: number): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let cut = false;
  let stalled = false;
  const server = createServer((near) => {
    if (cut) return void near.destroy();
    const far = connect(port, host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one
        .on('error', () => other.destroy())
        .on('close', () => {
          open.delete(one);
          other.destroy();
        });
      one.on('data', (bytes) => stalled || other.write(bytes)).on('end', () => other.end());
    }
    return undefined;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const breakAll = (): void => {
    for (const one of open) one.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    stall: () => {
      stalled = true;
    },
    cut: () => {
      cut = true;
      breakAll();
    },
    mend: () => {
      cut = false;
      stalled = false;
    },
    close: async () => {
      breakAll();
      server.close();
      await once(server, 'close');
    },
  };
}
