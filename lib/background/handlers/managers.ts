import { AppError } from '../../errors';
import { bridges } from '../../managers';
import type { Handlers } from '../../messaging/serve';
import { reopen } from '../restart';
import type { Services } from '../services';
import { findBridge } from '../services/deliveries';
import { isReachable, makeManagerContext } from '../services/manager-context';

type BridgeMessage = Extract<keyof Handlers, `bridge.${string}`>;

/** Password managers: their status, connecting, sending, copying back. */
export function bridgeHandlers({ session, deliveries }: Services): Pick<Handlers, BridgeMessage> {
  /** The pairing under way, which its owner may take long to answer, or give up. */
  let pairing: AbortController | undefined;
  return {
    'bridge.list': async () => ({
      bridges: bridges.map(({ id, name, carries, pair, fetch }) => ({
        ...{ id, name, carries: [...carries] },
        ...{ pairs: pair !== undefined, givesBack: fetch !== undefined },
      })),
    }),
    'bridge.begin': async () => {
      if (isReachable()) return { state: 'ready' };
      await reopen('/app.html#/settings/destinations');
      return { state: 'restarting' };
    },
    'bridge.look': async ({ bridge }) => {
      const open = await session.use();
      return findBridge(bridge).look(makeManagerContext(bridge, open));
    },
    'bridge.pair': async ({ bridge }) => {
      const open = await session.use();
      const found = findBridge(bridge);
      if (!found.pair) return found.look(makeManagerContext(bridge, open));
      pairing?.abort();
      const mine = new AbortController();
      pairing = mine;
      try {
        return await found.pair(makeManagerContext(bridge, open), mine.signal);
      } catch (error) {
        // Given up by the user: that is no failure of the manager.
        if (mine.signal.aborted) throw new AppError('bridge-refused', 'given up', { cause: error });
        throw error;
      } finally {
        if (pairing === mine) pairing = undefined;
      }
    },
    'bridge.stop-pairing': async () => {
      pairing?.abort();
      return {};
    },
    'bridge.deliver': async ({ id, bridge, keep }) => ({
      entry: await deliveries.deliver(await session.use(), id, { bridge, keep }),
    }),
    'bridge.fetch': async ({ id }) => ({ entry: await deliveries.fetch(await session.use(), id) }),
  };
}
