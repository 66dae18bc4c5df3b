import { SECRET } from '../../bounds';
import { AppError, codeOf } from '../../errors';
import { bridgeById } from '../../managers';
import type { Item, LiveBridge, ManagerContext } from '../../managers/manager';
import type { AppPassword, Settings, StoredDelivery } from '../../model';
import { mayFetch, ruleDelivery } from '../../policy/policy';
import { canonical, providerById } from '../../providers';
import { listStarts } from '../../review/due';
import type { Limits } from '../../review/limits';
import { record } from '../../review/log';
import type { OpenVault } from '../../vault/vault';
import { factsOf, nameOf } from '../provider-info';
import { createSerialQueue } from '../serial-queue';
import { WHILE } from './fresh-saves';
import { readManaged } from './policy';

export interface Deliveries {
  /**
   * Sends one entry; the vault gives its secret up only once the manager has shown that it has it.
   * @throws AppError `bridge-*`, `entry-gone`, `entry-without-secret`, `policy-forbids`
   */
  deliver(open: OpenVault, id: string, to: { bridge: string; keep: boolean }): Promise<AppPassword>;
  /**
   * Sends what is wanted and has not been tried yet, once it has been wanted for as long as it can be undone.
   * @param agreed id of an entry that its owner has agreed to in our own pages: it does not wait
   */
  settle(open: OpenVault, agreed?: string): Promise<void>;
  /** Copies a secret back into the vault. @throws AppError `bridge-*`, `entry-gone`, `policy-forbids` */
  fetch(open: OpenVault, id: string): Promise<AppPassword>;
}

/** Where a new app password of this provider is to go besides the vault; `undefined` when nowhere. */
export function routeOf(settings: Settings, provider: string, now: number): StoredDelivery | undefined {
  const { to, keep } = settings.destinations.find((one) => one.provider === provider) ?? settings.destination;
  return bridgeById(to) && { bridge: to, keep, state: 'wanted', at: now };
}

export function createDeliveries(
  settings: () => Promise<Limits & Pick<Settings, 'folder'>>,
  makeManagerContext: (bridge: string, open: OpenVault) => ManagerContext,
  now: () => number,
): Deliveries {
  // One after the other: managers answer one question at a time.
  const enqueue = createSerialQueue();

  async function deliver(
    open: OpenVault,
    id: string,
    wanted: { bridge: string; keep: boolean },
  ): Promise<AppPassword> {
    const to = ruleDelivery(wanted, (await readManaged()).policy);
    if (!to) throw new AppError('policy-forbids', 'handing over');
    const bridge = findBridge(to.bridge);
    const before = await open.get(id);
    if (before.custody !== 'vault') throw new AppError('entry-without-secret', 'the secret is not here');
    const secret = await open.secret(id);
    const note = (change: Omit<StoredDelivery, 'bridge' | 'keep' | 'at'>) =>
      open.update(id, (entry) => ({ ...entry, handover: { ...to, ...change, at: now() } }));
    // Said before it is done: code that finds this after a crash knows that it may have arrived.
    await note({ state: 'sent' });
    try {
      const chosen = await settings();
      const item = { ...makeItem(before, secret, chosen), folder: chosen.folder };
      const { place, pointer, verified } = await bridge.deliver(item, makeManagerContext(bridge.id, open));
      const handover: StoredDelivery = {
        ...to,
        state: 'done',
        at: now(),
        place: place.slice(0, 200),
        pointer: pointer.slice(0, 200),
        ...(!verified && { problem: 'bridge-unknown-outcome' }),
      };
      const deliver = (entry: AppPassword) => record({ ...entry, handover }, now(), 'handed-over', bridge.id);
      if (to.keep || !verified) return await open.update(id, deliver);
      return await open.replaceSecret(id, '', (entry) => ({ ...deliver(entry), custody: bridge.id }));
    } catch (error) {
      const problem = codeOf(error);
      await note({ state: problem === 'bridge-unknown-outcome' ? 'sent' : 'wanted', problem });
      throw error;
    }
  }

  return {
    deliver: (open, id, to) => enqueue(() => deliver(open, id, to)),
    async settle(open, agreed) {
      const entries = await open.entries();
      for (const { id, handover, deleted } of entries) {
        if (handover?.state !== 'wanted' || handover.problem !== undefined || deleted !== undefined) continue;
        const { bridge, keep, at } = handover;
        if (id !== agreed && Math.abs(now() - at) < WHILE) continue;
        // What went wrong stands in the entry.
        await enqueue(async () => {
          // Another settling may have done it meanwhile.
          if ((await open.get(id)).handover?.state === 'wanted') await deliver(open, id, { bridge, keep });
        }).catch(() => undefined);
      }
    },
    fetch: (open, id) =>
      enqueue(async () => {
        if (!mayFetch((await readManaged()).policy)) throw new AppError('policy-forbids', 'fetching back');
        const { handover, account } = await open.get(id);
        const bridge = findBridge(handover?.bridge ?? '');
        if (!bridge.fetch || handover?.pointer === undefined)
          throw new AppError('bridge-gone', 'nothing to find it by');
        const { pointer } = handover;
        const secret = await bridge.fetch({ pointer, account }, makeManagerContext(bridge.id, open));
        // What the vault may still have is not lost, no matter what stands there now.
        if (secret.trim() === '') throw new AppError('bridge-gone', 'no secret there any more');
        if (secret.length > SECRET) throw new AppError('capture-invalid', 'length of the secret');
        return open.replaceSecret(id, secret, (entry) =>
          record({ ...entry, custody: 'vault' }, now(), 'fetched', bridge.id),
        );
      }),
  };
}

/** @throws AppError `bridge-failed` for one that this version does not know */
export function findBridge(id: string): LiveBridge {
  const bridge = bridgeById(id);
  if (!bridge) throw new AppError('bridge-failed', 'no such bridge');
  return bridge;
}

/** An entry as it leaves. */
export function makeItem(
  entry: AppPassword,
  shown: string,
  settings: Limits,
): Item & { protocols: string[]; tags: string[] } {
  const { id, label, account, provider, site, client, device, protocols, notes, tags } = entry;
  const known = providerById(provider);
  const revoke = known?.links.revoke ?? '';
  const [review] = listStarts([entry], settings, factsOf);
  const url = site ? revoke.replace('{origin}', `https://${site}`) : revoke;
  return {
    ...{ id, label, account, provider, site, client, device, notes },
    ...{ protocols: [...protocols], tags: [...tags] },
    ...{ created: entry.created, secretChanged: entry.secretChanged },
    secret: known ? canonical(known.shape, shown) : shown,
    providerName: nameOf(provider),
    url: url.includes('{') ? '' : url,
    ...(review !== undefined && { review }),
  };
}
