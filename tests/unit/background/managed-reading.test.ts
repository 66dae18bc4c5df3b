import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Services } from '../../../lib/background/services';
import {
  checkAllowed,
  checkHost,
  checkProvider,
  checkTab,
  checkUnwatch,
  obeyPolicy,
  readManaged,
} from '../../../lib/background/services/policy';
import { hostOf } from '../../../lib/providers';
import { providers } from '../../../lib/providers/all';

const good = { forbidExport: true, autoLockMinutes: 5 };
const setPolicy = async (policy: Record<string, unknown>) => {
  await fakeBrowser.storage.managed.clear();
  await fakeBrowser.storage.managed.set(policy);
};
const refused = (message: string) => ({ code: 'policy-forbids', message });
const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
/** A provider whose app passwords are made at one host. */
const known = providers.find(({ matches }) => matches.length > 0);
const knownId = known?.id ?? '';
const knownHost = hostOf(known?.matches[0] ?? '');

beforeEach(async () => {
  fakeBrowser.reset();
  // What cannot be read is said when it is news: after this, everything is.
  await readManaged();
  fakeBrowser.reset();
  warned.mockClear();
});

describe('a policy that the browser does not give us', () => {
  const fail = (reason?: unknown) =>
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValueOnce(reason);

  it.each([[undefined], ['busy'], [new Error('busy')], [{}], [{ message: 7 }]])(
    'because of %o leaves the last one as it was',
    async (reason) => {
      await setPolicy(good);
      await readManaged();
      fail(reason);
      expect(await readManaged()).toEqual({ policy: good, problem: '3rdparty' });
      expect(await readManaged()).toEqual({ policy: good });
    },
  );

  it('is nothing to speak of where there never was one', async () => {
    fail(new Error('busy'));
    expect(await readManaged()).toEqual({ policy: {} });
    await setPolicy(good);
    expect(await readManaged()).toEqual({ policy: good });
    await setPolicy({});
    expect(await readManaged()).toEqual({ policy: {} });
    fail(new Error('busy'));
    expect(await readManaged()).toEqual({ policy: {} });
    expect(warned).not.toHaveBeenCalled();
  });

  it('is gone where the browser says, in a longer text, that there is none', async () => {
    await setPolicy(good);
    await readManaged();
    fail(new Error('Error: Managed storage manifest not found.'));
    expect(await readManaged()).toEqual({ policy: {} });
    fail(new Error('busy'));
    expect(await readManaged()).toEqual({ policy: {} });
  });
});

describe('a policy that cannot be read', () => {
  it('is said once, and again for another problem or after a policy that can be read', async () => {
    await setPolicy({ odd: 1 });
    await readManaged();
    await readManaged();
    await setPolicy({ strange: 1 });
    await readManaged();
    await setPolicy({});
    await readManaged();
    await setPolicy({ strange: 1 });
    await readManaged();
    expect(warned.mock.calls.map(([, problem]) => problem)).toEqual(['odd', 'strange', 'strange']);
  });

  it('is not what the next worker goes by', async () => {
    await setPolicy(good);
    await readManaged();
    await setPolicy({ forbidClipboard: true, autoLockMinutes: 1, odd: 1 });
    expect((await readManaged()).policy).toEqual({ ...good, forbidClipboard: true, autoLockMinutes: 1 });
    await setPolicy({ odd: 1 });
    expect((await readManaged()).policy).toEqual(good);
  });

  it('is written down when it is another one, not at every look', async () => {
    const writing = vi.spyOn(fakeBrowser.storage.session, 'set');
    await readManaged();
    await readManaged();
    // That there is none is known from then on, so that what is kept for the next start is not asked again.
    expect(writing.mock.calls).toEqual([[{ 'good-policy': {} }]]);
    await setPolicy(good);
    await readManaged();
    await readManaged();
    expect(writing.mock.calls.slice(1)).toEqual([[{ 'good-policy': good }]]);
    writing.mockRestore();
  });
});

describe('what is forbidden', () => {
  it('is refused by its name, and nothing else is', async () => {
    await setPolicy({ forbidExport: true });
    await expect(checkAllowed('export')).rejects.toMatchObject(refused('export'));
    await expect(checkAllowed('clipboard')).resolves.toBeUndefined();
    await expect(checkAllowed('open-files')).resolves.toBeUndefined();
  });

  it('is a provider that is not named', async () => {
    await expect(checkProvider('acme')).resolves.toBeUndefined();
    await setPolicy({ providers: ['acme'] });
    await expect(checkProvider('acme')).resolves.toBeUndefined();
    await expect(checkProvider('other')).rejects.toMatchObject(refused('provider'));
  });

  it('is to stop watching a site of the organisation, where there are some', async () => {
    await expect(checkUnwatch('blog.example')).resolves.toBeUndefined();
    await setPolicy({ extraSites: ['cloud.acme.example'] });
    await expect(checkUnwatch('cloud.acme.example')).rejects.toMatchObject(
      refused('site of the organisation'),
    );
  });

  it('is a host of which no provider may be kept', async () => {
    await expect(checkHost('blog.example')).resolves.toBeUndefined();
    await setPolicy({ providers: [knownId] });
    await expect(checkHost(knownHost)).resolves.toBeUndefined();
    await expect(checkHost('blog.example')).rejects.toMatchObject(refused('host'));
    await setPolicy({ providers: ['acme'], extraSites: ['blog.example'] });
    await expect(checkHost('blog.example')).resolves.toBeUndefined();
    await expect(checkHost(knownHost)).rejects.toMatchObject(refused('host'));
  });
});

describe('a tab', () => {
  const tabAt = async (url: string) => (await fakeBrowser.tabs.create({ url })).id ?? 0;

  it('is not even asked for where every provider is allowed', async () => {
    await setPolicy({ forbidExport: true });
    await expect(checkTab(4711)).resolves.toBeUndefined();
  });

  it('may show what its provider is allowed for, or anything where others are', async () => {
    const tab = await tabAt(`https://${knownHost}/`);
    await setPolicy({ providers: [knownId] });
    await expect(checkTab(tab)).resolves.toBeUndefined();
    await expect(checkTab(await tabAt('https://blog.example/'))).rejects.toMatchObject(refused('page'));
    await setPolicy({ providers: ['acme'] });
    await expect(checkTab(tab)).rejects.toMatchObject(refused('page'));
  });

  it.each(['about:blank', ''])(
    'without an address that can be read (%j) shows others at most',
    async (url) => {
      const tab = await tabAt(url);
      vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValueOnce((url ? { url } : {}) as never);
      await setPolicy({ providers: [knownId] });
      await expect(checkTab(tab)).rejects.toMatchObject(refused('page'));
      await setPolicy({ providers: ['other'] });
      await expect(checkTab(tab)).resolves.toBeUndefined();
    },
  );
});

describe('a policy that is new, or may be', () => {
  /** What was asked of the services, in order. */
  async function obey(open: object | undefined): Promise<unknown[]> {
    const asked: unknown[] = [];
    const ask = (name: string, answer?: unknown) => async (given?: unknown) => {
      asked.push(given === undefined ? name : [name, given]);
      return answer;
    };
    await obeyPolicy({
      sites: { adopt: ask('adopt') },
      session: { check: ask('check'), peek: ask('peek', open) },
      reminders: { poke: ask('poke'), update: ask('update') },
    } as unknown as Services);
    return asked;
  }

  it('without sites adopts none; while it is locked, what is due is looked at when it can be', async () => {
    expect(await obey(undefined)).toEqual([['adopt', []], 'check', 'peek', 'poke']);
  });

  it('adopts each site, locks before it looks, and counts again what is due', async () => {
    await setPolicy({ extraSites: ['cloud.acme.example', 'mail.acme.example'] });
    expect(await obey({ entries: async () => ['entry'] })).toEqual([
      ['adopt', ['https://cloud.acme.example/*', 'https://mail.acme.example/*']],
      ...['check', 'peek', ['update', ['entry']]],
    ]);
  });
});
