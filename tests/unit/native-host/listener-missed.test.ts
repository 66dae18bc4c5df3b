import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToOwn, type Sources } from '../../../native-host/listener';

let server: Server;
beforeEach(() => {
  server = createServer((socket) => socket.on('error', () => undefined).resume());
});
afterEach(() => {
  server.close();
});

describe('a connection that the tables of Linux pass over', () => {
  const head =
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
  const hex = (port = 0): string => port.toString(16).toUpperCase().padStart(4, '0');

  /** Calls a listener of ours whose connection is in the tables from the given look on. */
  async function callListedFrom(look: number, time = 20_000): Promise<Socket> {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const taken = new Promise<Socket>((resolve) => server.once('connection', resolve));
    let looks = 0;
    const read = async (path: string): Promise<string> => {
      if (path !== '/proc/net/tcp' || ++looks < look) return head;
      const { localPort, remotePort } = await taken;
      return `${head}\n 2: 0100007F:${hex(localPort)} 0100007F:${hex(remotePort)} 01 0:0 00:0 0  1000  0 889549 1`;
    };
    const sources: Sources = {
      system: 'linux',
      user: 1000,
      read,
      run: () => Promise.reject(new Error('none')),
    };
    return connectToOwn((server.address() as AddressInfo).port, AbortSignal.timeout(time), sources);
  }

  it('for a moment is looked for again', async () => {
    (await callListedFrom(5)).destroy();
  });

  it.each([20_000, 100])('is not used while they do, with %d ms to wait', async (time) => {
    const call = callListedFrom(Number.POSITIVE_INFINITY, time);
    await expect(call).rejects.toMatchObject({ code: 'bridge-unchecked' });
  });
});
