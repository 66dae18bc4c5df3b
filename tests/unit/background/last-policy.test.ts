import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readManaged } from '../../../lib/background/services/policy';
import { readSettings } from '../../../lib/background/services/settings';

const setPolicy = (policy: Record<string, unknown>) => fakeBrowser.storage.managed.set(policy);

beforeEach(() => fakeBrowser.reset());

describe('the last policy that could be read', () => {
  const good = { forbidExport: true, autoLockMinutes: 5, providers: ['acme'] };
  const get = () => vi.spyOn(fakeBrowser.storage.managed, 'get');
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  beforeEach(async () => {
    said.mockClear();
    await setPolicy(good);
    expect(await readManaged()).toEqual({ policy: good });
  });

  it('stays beside one that cannot, also in a worker that has just begun, and the log names what it is', async () => {
    await fakeBrowser.storage.managed.clear();
    await setPolicy({ forbidPrinting: true, forbidClipboard: true });
    expect(await readManaged()).toEqual({
      policy: { ...good, forbidClipboard: true },
      problem: 'forbidPrinting',
    });
    expect(await readSettings()).toMatchObject({ autoLockMinutes: 5 });
    expect(said.mock.calls).toEqual([['policy: cannot be read', 'forbidPrinting']]);
  });

  it('stays while the browser gives none', async () => {
    get().mockRejectedValueOnce(new Error('busy'));
    expect(await readManaged()).toEqual({ policy: good, problem: '3rdparty' });
    expect(await readManaged()).toEqual({ policy: good });
  });

  it('stays when the browser starts again, and then closes all that it closed', async () => {
    await fakeBrowser.storage.managed.clear();
    await setPolicy({ ...good, custody: 'both', extraSites: ['cloud.acme.example'], reminderHour: 3 });
    await readManaged();
    await fakeBrowser.storage.session.clear();
    await fakeBrowser.storage.managed.clear();
    await setPolicy({ forbidPrinting: true });
    const closed = { ...good, custody: 'nowhere' };
    expect((await readManaged()).policy).toEqual(closed);
    get().mockRejectedValueOnce(new Error('busy'));
    expect((await readManaged()).policy).toEqual(closed);
    // One that can be read takes its place, also when there is none any more.
    await fakeBrowser.storage.managed.clear();
    expect(await readManaged()).toEqual({ policy: {} });
    await fakeBrowser.storage.session.clear();
    get().mockRejectedValueOnce(new Error('busy'));
    expect(await readManaged()).toEqual({ policy: {} });
  });

  it('that an attacker wrote down opens nothing, leads nowhere and stops nothing', async () => {
    const planted = [
      ...[5, 'x', null, [], { custody: 1n }, { providers: {}, forbidExport: 'x' }],
      {
        custody: 'keepassxc',
        extraSites: ['evil.example'],
        helpLink: 'https://evil.example/',
        limitDays: 3650,
      },
    ];
    for (const value of planted) {
      for (const [there, policy] of [
        [good, good],
        [{}, {}],
      ] as const) {
        await fakeBrowser.storage.session.clear();
        await fakeBrowser.storage.managed.clear();
        await setPolicy(there);
        const local = vi.spyOn(fakeBrowser.storage.local, 'get');
        local.mockResolvedValueOnce({ 'good-policy': value } as never);
        expect(await readManaged()).toEqual({ policy });
        await fakeBrowser.storage.session.clear();
        await setPolicy({ forbidPrinting: true });
        local.mockResolvedValueOnce({ 'good-policy': value } as never);
        const { policy: found } = await readManaged();
        expect(found).not.toHaveProperty('helpLink');
        expect(found).not.toHaveProperty('extraSites');
        expect([undefined, 'nowhere']).toContain(found.custody);
      }
    }
    vi.restoreAllMocks();
  });

  it('goes with one that can be read, and with one that is taken away', async () => {
    await fakeBrowser.storage.managed.clear();
    await setPolicy({ autoLockMinutes: 60 });
    expect(await readManaged()).toEqual({ policy: { autoLockMinutes: 60 } });
    // What Firefox says where there is none.
    get().mockRejectedValueOnce(new Error('Managed storage manifest not found'));
    expect(await readManaged()).toEqual({ policy: {} });
    get().mockRejectedValueOnce(new Error('busy'));
    expect(await readManaged()).toEqual({ policy: {} });
  });
});
