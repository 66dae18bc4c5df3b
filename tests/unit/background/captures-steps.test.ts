import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SECRET } from '../../../lib/bounds';
import { AppError } from '../../../lib/errors';
import type { OpenVault } from '../../../lib/vault/vault';
import { begin, makeVault, offer, page, reset, rig, START, secretOf } from './captures-rig';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const answer = { label: 'Mutt', account: 'mira' };
const gone = { code: 'capture-gone' };
const entriesOf = async (open: OpenVault) => (await open.list()).entries;
beforeEach(reset);

describe('a secret that is offered', () => {
  it('is sealed as it was shown, without what no text should have in it', async () => {
    const open = await makeVault();
    const label = 'Scan\u202ener \u0007';
    const { captureId, state } = await offer(`  ${secretOf(1)}\n`, { label, account: 'a\u0000da' });
    expect(state).toBe('sealed');
    const [found] = await open.inbox();
    expect(found).toEqual({
      state: 'waiting',
      capture: {
        ...{ id: captureId, provider: 'mailcow', site: 'mail.example', captured: START },
        ...{ secret: secretOf(1), label: 'Scanner', account: 'ada' },
      },
    });
  });

  it.each(['', ' \n', 'x'.repeat(SECRET + 1)])('is none when it is empty or too long: %j', async (secret) => {
    await expect(offer(secret)).rejects.toMatchObject({
      code: 'capture-invalid',
      message: 'length of the secret',
    });
    expect(await rig.captures.waiting()).toBe(0);
  });

  it('may be as long as a secret may be', async () => {
    expect((await offer('x'.repeat(SECRET))).state).toBe('no-vault');
    expect((await offer(` ${'y'.repeat(SECRET)} `)).state).toBe('no-vault');
  });

  it('says where it stands when it is shown again', async () => {
    const first = await offer(secretOf(1));
    expect(first).toEqual({ captureId: first.captureId, state: 'no-vault' });
    expect(await offer(secretOf(1))).toEqual({ ...first, again: true });
    const open = await makeVault();
    await rig.captures.sealPending();
    expect(await offer(secretOf(1))).toEqual({ ...first, state: 'sealed', again: true });
    await rig.captures.keep(first.captureId, answer, undefined);
    expect(await offer(secretOf(1))).toEqual({ ...first, state: 'known', again: true });
    await rig.captures.settle(open);
    expect(await offer(secretOf(1))).toEqual({ ...first, state: 'known', again: true });
    const second = await offer(secretOf(2));
    await rig.captures.discard(second.captureId);
    expect(await offer(secretOf(2))).toEqual({ ...second, state: 'known', again: true });
  });

  it('is one of 200 that are known again, the oldest is forgotten first', async () => {
    const { captureId } = await offer(secretOf(0), { site: 'site-0.example' });
    for (let one = 1; one < 200; one++) await offer(secretOf(one), { site: `site-${one}.example` });
    expect((await offer(secretOf(0), { site: 'site-0.example' })).captureId).toBe(captureId);
    await offer(secretOf(200), { site: 'site-200.example' });
    expect((await offer(secretOf(1), { site: 'site-1.example' })).again).toBe(true);
    expect((await offer(secretOf(0), { site: 'site-0.example' })).captureId).not.toBe(captureId);
  });

  it('is what it was for a worker that has just begun, also one of a later version', async () => {
    const { captureId } = await offer(secretOf(1));
    const names = Object.keys(await fakeBrowser.storage.session.get());
    expect(names).toEqual(expect.arrayContaining(['pending-captures', 'seen-captures']));
    begin();
    expect(await offer(secretOf(1))).toMatchObject({ captureId, again: true });
    expect(await rig.captures.waiting()).toBe(1);
  });
});

describe('an answer', () => {
  it('before there is a vault is sealed with its capture later, and changes no other', async () => {
    const [one, two] = [await offer(secretOf(1)), await offer(secretOf(2))];
    expect(
      await rig.captures.keep(two.captureId, { label: 'Mu\u202ett', account: 'mi\u0007ra' }, undefined),
    ).toEqual({
      state: 'needs-vault',
    });
    const open = await makeVault();
    await rig.captures.sealPending();
    const found = (await open.inbox()).map(({ capture }) => [capture.id, capture.label, capture.account]);
    expect(found.toSorted()).toEqual(
      [
        [one.captureId, 'Scanner', 'ada'],
        [two.captureId, 'Mutt', 'mira'],
      ].toSorted(),
    );
    expect(await rig.captures.waiting()).toBe(2);
    expect(await fakeBrowser.storage.session.get('pending-captures')).toEqual({});
  });

  it('of what is not there is told so', async () => {
    await makeVault();
    const never = rig.captures.keep('AAAAAAAAAAAAAAAAAAAAAA', answer, undefined);
    await expect(never).rejects.toMatchObject({ ...gone, message: 'not in the inbox' });
  });

  it('makes an entry of what was shown and answered', async () => {
    const open = await makeVault();
    rig.route = async (provider) => ({ bridge: `for ${provider}`, state: 'wanted', keep: true, at: START });
    const { captureId } = await offer(secretOf(1));
    rig.now += 5_000;
    const kept = await rig.captures.keep(captureId, { label: 'Mu\u202ett', account: '' }, open, page);
    const [entry] = await entriesOf(open);
    expect(kept).toEqual({ state: 'saved', entryId: entry?.id });
    expect(entry).toEqual({
      ...{ id: entry?.id, provider: 'mailcow', site: 'mail.example', label: 'Mutt', account: 'ada' },
      ...{ client: '', device: '', notes: '', protocols: [], tags: [], created: START, secretChanged: START },
      ...{ status: 'active', custody: 'vault' },
      handover: { bridge: 'for mailcow', state: 'wanted', keep: true, at: START },
      log: { items: [{ at: START, kind: 'captured' }] },
    });
    expect(await open.secret(entry?.id ?? '')).toBe(secretOf(1));
    expect(await rig.fresh.all()).toMatchObject([{ entryId: entry?.id, captureId }]);
  });

  it('makes an entry that stays in the vault, where it is to go nowhere', async () => {
    const open = await makeVault();
    const { captureId } = await offer(secretOf(1));
    await rig.captures.keep(captureId, { label: '', account: 'mira' }, open);
    const [entry] = await entriesOf(open);
    expect(entry).toEqual({
      ...{ id: entry?.id, provider: 'mailcow', site: 'mail.example', label: '', account: 'mira' },
      ...{ client: '', device: '', notes: '', protocols: [], tags: [], created: START, secretChanged: START },
      ...{ status: 'active', custody: 'vault', log: { items: [{ at: START, kind: 'captured' }] } },
    });
  });

  it('holds, though what the entry replaces cannot be looked for', async () => {
    const open = await makeVault();
    const { captureId } = await offer(secretOf(1));
    const broken = { ...open, entries: () => Promise.reject(new Error('busy')) };
    expect((await rig.captures.keep(captureId, answer, broken)).state).toBe('saved');
    expect(await entriesOf(open)).toHaveLength(1);
  });

  it('holds, though the capture cannot be opened now', async () => {
    const open = await makeVault();
    const { captureId } = await offer(secretOf(1));
    const shut = () => Promise.reject(new AppError('vault-corrupt', 'it does not open'));
    const kept = await rig.captures.keep(captureId, answer, { ...open, takeCapture: shut });
    expect(kept).toEqual({ state: 'saved' });
    await rig.captures.settle(open);
    expect(await entriesOf(open)).toMatchObject([{ label: 'Mutt' }]);
  });
});

describe('what was kept while locked', () => {
  it('becomes entries when it is unlocked; what waits for an answer still waits', async () => {
    const open = await makeVault();
    const [one] = [await offer(secretOf(1)), await offer(secretOf(2))];
    expect(await rig.captures.keep(one.captureId, answer, undefined)).toEqual({ state: 'kept' });
    expect(await rig.captures.waiting()).toBe(1);
    await rig.captures.settle(open);
    expect(await entriesOf(open)).toMatchObject([{ label: 'Mutt', account: 'mira' }]);
    expect(await rig.captures.waiting()).toBe(1);
  });

  it('whose answer is damaged becomes an entry as it was shown', async () => {
    const open = await makeVault();
    const { captureId } = await offer(secretOf(1));
    await rig.captures.keep(captureId, answer, undefined);
    const takeCapture: OpenVault['takeCapture'] = (id, make) =>
      open.takeCapture(id, ({ capture, state }) => make({ capture, state }));
    await rig.captures.settle({ ...open, takeCapture });
    expect(await entriesOf(open)).toMatchObject([{ label: 'Scanner', account: 'ada' }]);
  });

  it('and forbidden meanwhile waits where it is, and holds up nothing else', async () => {
    const open = await makeVault();
    for (const [number, provider] of ['acme', 'mailcow'].entries()) {
      const { captureId } = await offer(secretOf(number), { provider });
      await rig.captures.keep(captureId, { ...answer, label: provider }, undefined);
    }
    rig.route = async (provider) => {
      if (provider === 'acme') throw new AppError('policy-forbids', 'provider');
      return undefined;
    };
    await rig.captures.settle(open);
    expect((await entriesOf(open)).map(({ label }) => label)).toEqual(['mailcow']);
    rig.route = async () => undefined;
    await rig.captures.settle(open);
    expect((await entriesOf(open)).map(({ label }) => label).toSorted()).toEqual(['acme', 'mailcow']);
  });

  it('and fails for another reason is told', async () => {
    const open = await makeVault();
    const { captureId } = await offer(secretOf(1));
    await rig.captures.keep(captureId, answer, undefined);
    rig.route = () => Promise.reject(new AppError('vault-full', 'disk'));
    await expect(rig.captures.settle(open)).rejects.toMatchObject({ code: 'vault-full' });
  });
});

describe('what is called off', () => {
  it('goes, be it in memory or in the vault, and nothing else', async () => {
    const [one] = [await offer(secretOf(1)), await offer(secretOf(2))];
    await rig.captures.discard(one.captureId);
    expect(await rig.captures.waiting()).toBe(1);
    expect(await offer(secretOf(1))).toMatchObject({ ...one, state: 'known' });
    await makeVault();
    await rig.captures.sealPending();
    const three = await offer(secretOf(3));
    await rig.captures.discard(three.captureId);
    expect(await rig.vault.hasCapture(three.captureId)).toBeUndefined();
    expect(await rig.captures.waiting()).toBe(1);
  });

  it('was never made when it is undone, unless the user answered', async () => {
    await makeVault();
    const [one, two] = [await offer(secretOf(1)), await offer(secretOf(2))];
    await rig.captures.keep(one.captureId, answer, undefined);
    await rig.captures.withdraw(one.captureId);
    expect(await rig.vault.hasCapture(one.captureId)).toBe('kept');
    expect(await offer(secretOf(1))).toMatchObject({ captureId: one.captureId, state: 'known' });
    await rig.captures.withdraw(two.captureId);
    expect(await rig.vault.hasCapture(two.captureId)).toBeUndefined();
    expect((await offer(secretOf(2))).captureId).not.toBe(two.captureId);
  });

  it('leaves no trace in memory when all of it is to be forgotten', async () => {
    for (let one = 0; one < 10; one++) await offer(secretOf(one));
    await expect(offer(secretOf(10))).rejects.toMatchObject({ code: 'capture-too-many' });
    await rig.captures.forget();
    expect(await rig.captures.waiting()).toBe(0);
    expect(Object.keys(await fakeBrowser.storage.session.get())).toEqual(['fingerprint-salt']);
    expect(await offer(secretOf(0))).not.toHaveProperty('again');
  });
});
