import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bridgeHandlers } from '../../../lib/background/handlers/managers';
import type { Services } from '../../../lib/background/services';
import { bridgeById, bridges } from '../../../lib/managers';
import type { LiveBridge } from '../../../lib/managers/manager';

const page = { caller: 'own-page' } as const;
const open = { name: 'the open vault' };
const deliveries = { deliver: vi.fn(), fetch: vi.fn() };
const pairing = bridges.find(({ pair }) => pair !== undefined) as LiveBridge;
const plain = bridges.find(({ pair }) => pair === undefined) as LiveBridge;
const handlers = () =>
  bridgeHandlers({ session: { use: async () => open }, deliveries } as unknown as Services);

beforeEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { connectNative: () => undefined, reload: vi.fn() });
});

describe('password managers', () => {
  it('are listed with what they can do', async () => {
    const { bridges: listed } = await handlers()['bridge.list']({}, page);
    expect(listed.map(({ id }) => id)).toEqual(bridges.map(({ id }) => id));
    for (const { id, pairs, givesBack } of listed) {
      const { pair, fetch } = bridgeById(id) ?? {};
      expect([pairs, givesBack]).toEqual([pair !== undefined, fetch !== undefined]);
    }
  });

  it('can be used at once where the function is there, else after the extension restarted', async () => {
    expect(await handlers()['bridge.begin']({}, page)).toEqual({ state: 'ready' });
    Object.assign(fakeBrowser.runtime, { connectNative: undefined });
    vi.useFakeTimers();
    expect(await handlers()['bridge.begin']({}, page)).toEqual({ state: 'restarting' });
    expect(fakeBrowser.runtime.reload).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(fakeBrowser.runtime.reload).toHaveBeenCalledTimes(1);
  });

  it('are looked at; one that cannot be connected is looked at instead', async () => {
    const look = vi.spyOn(plain, 'look').mockResolvedValue({ state: 'ready' });
    expect(await handlers()['bridge.look']({ bridge: plain.id }, page)).toEqual({ state: 'ready' });
    expect(await handlers()['bridge.pair']({ bridge: plain.id }, page)).toEqual({ state: 'ready' });
    expect(look).toHaveBeenCalledTimes(2);
    const unknown = handlers()['bridge.look']({ bridge: 'no-such' }, page);
    await expect(unknown).rejects.toMatchObject({ code: 'bridge-failed' });
  });

  it('stop waiting for an answer when that is given up, or asked for again', async () => {
    vi.spyOn(pairing as Required<LiveBridge>, 'pair').mockImplementation(
      (_, signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const own = handlers();
    const given = own['bridge.pair']({ bridge: pairing.id }, page);
    const again = own['bridge.pair']({ bridge: pairing.id }, page);
    await expect(given).rejects.toMatchObject({ code: 'bridge-refused' });
    await own['bridge.stop-pairing']({}, page);
    await expect(again).rejects.toMatchObject({ code: 'bridge-refused' });
    expect(await own['bridge.stop-pairing']({}, page)).toEqual({});
  });

  it('say what went wrong while they are asked', async () => {
    vi.spyOn(pairing as Required<LiveBridge>, 'pair').mockRejectedValue(new Error('it broke'));
    await expect(handlers()['bridge.pair']({ bridge: pairing.id }, page)).rejects.toThrow('it broke');
  });

  it('get an entry, and give it back, through the one queue', async () => {
    deliveries.deliver.mockResolvedValue({ id: 'sent' });
    deliveries.fetch.mockResolvedValue({ id: 'back' });
    const request = { id: 'entry-1', bridge: plain.id, keep: true };
    expect(await handlers()['bridge.deliver'](request, page)).toEqual({ entry: { id: 'sent' } });
    expect(deliveries.deliver).toHaveBeenCalledWith(open, 'entry-1', { bridge: plain.id, keep: true });
    expect(await handlers()['bridge.fetch']({ id: 'entry-1' }, page)).toEqual({ entry: { id: 'back' } });
  });
});
