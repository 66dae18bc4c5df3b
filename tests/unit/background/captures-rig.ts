import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Captures, createCaptures, type Offer } from '../../../lib/background/services/captures';
import { createFreshSaves, type FreshSaves } from '../../../lib/background/services/fresh-saves';
import type { StoredDelivery } from '../../../lib/model';
import { connectVault, type OpenVault, type Vault } from '../../../lib/vault/vault';

export const START = 1_750_000_000_000;
export const page = { tabId: 1, site: 'mail.example' };

/** Everything that captures stand on, in the hands of the test. */
export const rig = {
  now: START,
  route: async (_: string): Promise<StoredDelivery | undefined> => undefined,
} as {
  now: number;
  route: (provider: string) => Promise<StoredDelivery | undefined>;
  fresh: FreshSaves;
  vault: Vault;
  captures: Captures;
};
let round = 0;

/** A fresh browser without a vault, which hands out copies of what it keeps, as a real one does. */
export function reset(): void {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  const area = fakeBrowser.storage.session;
  const get = area.get.bind(area) as (keys?: never) => Promise<Record<string, unknown>>;
  vi.spyOn(area, 'get').mockImplementation((async (keys: never) =>
    structuredClone(await get(keys))) as never);
  rig.now = START;
  rig.route = async () => undefined;
  rig.vault = connectVault({ name: `steps-${round++}`, now: () => rig.now });
  rig.fresh = createFreshSaves(() => rig.now);
  begin();
}

/** A worker that has just begun. */
export function begin(): void {
  rig.captures = createCaptures(
    rig.vault,
    () => rig.now,
    (provider) => rig.route(provider),
    rig.fresh,
  );
}

export async function makeVault(): Promise<OpenVault> {
  return rig.vault.open((await rig.vault.create('correct horse battery staple')).key);
}

/** A different secret for each number. */
export const secretOf = (number: number) => `qkzvhtrmwbxnplg${number}`;

/** What a page shows after its owner did something for it. */
export function offer(secret: string, changes: Partial<Offer> = {}) {
  return rig.captures.offer({
    ...{ provider: 'mailcow', account: 'ada', label: 'Scanner', secret, isMeant: true },
    ...page,
    ...changes,
  });
}
