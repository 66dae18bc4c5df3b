import { newEntry } from '../../../lib/new-entry';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeVault, offer, page, reset, rig, secretOf } from './captures-rig';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const answer = { label: 'Mutt', account: 'mira' };
const gone = { code: 'capture-gone' };
beforeEach(reset);

describe('where a secret was shown', () => {
  it('is where it may be answered: in 20 tabs, of which the last count', async () => {
    const { captureId } = await offer(secretOf(1));
    for (let tabId = 2; tabId <= 20; tabId++) await offer(secretOf(1), { tabId });
    await offer(secretOf(1), { tabId: 20 });
    expect((await rig.captures.keep(captureId, answer, undefined, page)).state).toBe('needs-vault');
    await offer(secretOf(1), { tabId: 21 });
    await expect(rig.captures.keep(captureId, answer, undefined, page)).rejects.toMatchObject({
      ...gone,
      message: 'of another page',
    });
    const last = { ...page, tabId: 21 };
    expect((await rig.captures.keep(captureId, answer, undefined, last)).state).toBe('needs-vault');
  });

  it('was no page, when it came from our own menu', async () => {
    const { captureId } = await offer(secretOf(1), { tabId: undefined });
    await offer(secretOf(1), { tabId: undefined });
    await expect(rig.captures.keep(captureId, answer, undefined, page)).rejects.toMatchObject(gone);
    await offer(secretOf(1));
    expect((await rig.captures.keep(captureId, answer, undefined, page)).state).toBe('needs-vault');
  });

  it('is forgotten when it is to count as new, and only of that one', async () => {
    const [one, two] = [await offer(secretOf(1)), await offer(secretOf(2))];
    await rig.captures.unsee(one.captureId);
    expect((await offer(secretOf(1))).captureId).not.toBe(one.captureId);
    expect((await offer(secretOf(2))).captureId).toBe(two.captureId);
  });

  it('is told apart from where another was', async () => {
    const two = { ...page, tabId: 2 };
    const [, second] = [await offer(secretOf(1)), await offer(secretOf(2), { tabId: 2 })];
    await expect(rig.captures.keep(second.captureId, answer, undefined, page)).rejects.toMatchObject(gone);
    expect((await rig.captures.keep(second.captureId, answer, undefined, two)).state).toBe('needs-vault');
  });

  it('is nowhere for what never was', async () => {
    const never = 'AAAAAAAAAAAAAAAAAAAAAA';
    await expect(rig.captures.keep(never, answer, undefined, page)).rejects.toMatchObject(gone);
    await offer(secretOf(1));
    await expect(rig.captures.keep(never, answer, undefined, page)).rejects.toMatchObject(gone);
    await expect(rig.captures.keep(never, answer, undefined)).rejects.toMatchObject(gone);
    await makeVault();
    await expect(rig.captures.keep(never, answer, undefined)).rejects.toMatchObject(gone);
  });
});

describe('an entry of which nothing is known', () => {
  it('has no account, and a secret as old as it is', () => {
    expect(newEntry(5)).toEqual({
      ...{ provider: 'other', site: '', label: '', account: '', client: '', device: '', notes: '' },
      ...{ protocols: [], tags: [], created: 5, secretChanged: 5, status: 'active', custody: 'vault' },
    });
  });
});
