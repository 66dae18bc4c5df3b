import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { entryHandlers } from '../../../lib/background/handlers/entries';
import { pageHandlers } from '../../../lib/background/handlers/page';
import { transferHandlers } from '../../../lib/background/handlers/transfer';
import { vaultHandlers } from '../../../lib/background/handlers/vault';
import { keepSelection } from '../../../lib/background/menu';
import type { Services } from '../../../lib/background/services';
import { createDeliveries } from '../../../lib/background/services/deliveries';
import {
  checkHost,
  checkTab,
  checkUnwatch,
  obeyPolicy,
  readManaged,
} from '../../../lib/background/services/policy';
import { readOwnSettings, readSettings, writeSettings } from '../../../lib/background/services/settings';
import { bridges } from '../../../lib/managers';
import type { Context } from '../../../lib/messaging/serve';
import { defaultSettings } from '../../../lib/model';
import { providers } from '../../../lib/providers/all';
import type { OpenVault } from '../../../lib/vault/vault';

const page: Context = { caller: 'content-script', url: new URL('https://mail.example/keys'), tabId: 7 };
const own: Context = { caller: 'own-page' };
const forbidden = { code: 'policy-forbids' };
const id = 'AAAAAAAAAAAAAAAAAAAAAA';
const manager = bridges[0]?.id ?? '';
const [selfHosted, optional] = ['self-hosted', 'optional'].map((kind) =>
  providers.find(({ access, matches }) => access === kind && (kind === 'self-hosted' || matches.length > 0)),
);

/** Services of which none may be reached but those given. */
function makeServices(given: Partial<Record<keyof Services, unknown>> = {}): Services {
  return new Proxy(given, {
    get(target, name: string) {
      if (name in target) return target[name as keyof Services];
      return new Proxy({}, { get: (_, part) => () => Promise.reject(new Error(`${name}.${String(part)}`)) });
    },
  }) as unknown as Services;
}

const setPolicy = (policy: Record<string, unknown>) => fakeBrowser.storage.managed.set(policy);

beforeEach(() => fakeBrowser.reset());

describe('without a policy', () => {
  it('nothing is set, also where the browser has no place for one', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValueOnce(new Error('no manifest'));
    expect(await readManaged()).toEqual({ policy: {} });
    expect(await readManaged()).toEqual({ policy: {} });
    expect(await readSettings()).toEqual(defaultSettings);
  });
});

describe('settings', () => {
  it('that are set cannot be changed, and are the user’s own again afterwards', async () => {
    await writeSettings({ ...defaultSettings, autoLockMinutes: 30 });
    await setPolicy({ autoLockMinutes: 5, reminderHour: 8 });
    const { 'settings.set': set } = vaultHandlers(
      makeServices({ session: { peek: async () => undefined, check: async () => {} } }),
    );
    const written = await set(
      { ...defaultSettings, autoLockMinutes: 480, reminderHour: 3, limitDays: 77 },
      own,
    );
    expect(written).toEqual({ ...defaultSettings, autoLockMinutes: 5, reminderHour: 8, limitDays: 77 });
    expect(await readSettings()).toMatchObject({ autoLockMinutes: 5, reminderHour: 8 });
    await fakeBrowser.storage.managed.clear();
    expect(await readSettings()).toEqual({ ...defaultSettings, autoLockMinutes: 30, limitDays: 77 });
  });

  it('of a policy are not told beside the settings, nor kept', async () => {
    await setPolicy({ limitDays: 9, perProvider: [{ provider: 'acme', limitDays: 3 }] });
    const handlers = vaultHandlers(makeServices());
    expect(await handlers['settings.get']({}, own)).toEqual({ ...defaultSettings, limitDays: 9 });
    expect(await readOwnSettings()).toEqual(defaultSettings);
    expect(await readSettings()).toHaveProperty('ordered.limitDays', 9);
  });
});

describe('what the pages are told', () => {
  it('is what they need', async () => {
    await setPolicy({
      ...{ limitDays: 9, forbidExport: true, leastPassphraseLength: 20, custody: 'managers-only' },
      ...{ providers: ['acme'], extraSites: ['cloud.acme.example'], helpLink: 'https://help.acme.example/' },
    });
    expect(await vaultHandlers(makeServices())['policy.get']({}, own)).toEqual({
      ...{ locked: ['limitDays', 'keep'], forbids: ['export'], least: { length: 20, score: 3 } },
      ...{ providers: ['acme'], extraSites: ['cloud.acme.example'], custody: 'managers-only' },
      helpLink: 'https://help.acme.example/',
    });
  });

  it('names what cannot be read, and the rest holds', async () => {
    await setPolicy({ limitDays: 'nine', forbidExport: true });
    expect(await vaultHandlers(makeServices())['policy.get']({}, own)).toEqual({
      ...{ locked: [], forbids: ['export'], least: { length: 10, score: 3 }, extraSites: [] },
      problem: 'limitDays',
    });
  });
});

describe('refused', () => {
  it('files of every kind, and backups', async () => {
    await setPolicy({ forbidExport: true });
    const handlers = transferHandlers(makeServices());
    const sealed = { passphrase: 'x', sealed: true } as const;
    await expect(handlers['transfer.read'](sealed, own)).rejects.toMatchObject(forbidden);
    await expect(handlers['transfer.read']({ passphrase: 'x' }, own)).rejects.toMatchObject(forbidden);
    await expect(handlers['backup.read']({ passphrase: 'x' }, own)).rejects.toMatchObject(forbidden);
  });

  it('files that are not encrypted, and no others', async () => {
    await setPolicy({ forbidPlainFormats: true });
    const handlers = transferHandlers(makeServices());
    await expect(handlers['transfer.read']({ passphrase: 'x' }, own)).rejects.toMatchObject(forbidden);
    const sealed = { passphrase: 'x', sealed: true } as const;
    await expect(handlers['transfer.read'](sealed, own)).rejects.toThrow('session.use');
    await expect(handlers['backup.read']({ passphrase: 'x' }, own)).rejects.toThrow('session.use');
  });

  it('the clipboard, and not the screen', async () => {
    await setPolicy({ forbidClipboard: true });
    const handlers = entryHandlers(makeServices());
    await expect(handlers['entry.secret']({ id, purpose: 'copy' }, own)).rejects.toMatchObject(forbidden);
    await expect(handlers['entry.secret']({ id, purpose: 'show' }, own)).rejects.toThrow('session.use');
  });

  it('a passphrase that is too short, wherever one is chosen', async () => {
    await setPolicy({ leastPassphraseLength: 20 });
    const handlers = vaultHandlers(makeServices());
    const weak = { code: 'vault-weak-passphrase' };
    const passphrase = 'nineteen characters';
    await expect(handlers['vault.create']({ passphrase }, own)).rejects.toMatchObject(weak);
    await expect(handlers['vault.create']({ passphrase: `${passphrase}!` }, own)).rejects.toThrow(
      'vault.create',
    );
    await expect(handlers['vault.recover']({ recoveryCode: '', passphrase }, own)).rejects.toMatchObject(
      weak,
    );
    await expect(
      handlers['vault.change-passphrase']({ current: '', next: passphrase }, own),
    ).rejects.toMatchObject(weak);
  });
});

describe('providers that are not allowed', () => {
  const offer = {
    provider: 'mail-example',
    account: '',
    label: '',
    secret: 'abcdefghijklmnop',
    asked: false,
    gesture: true,
  };
  beforeEach(() => setPolicy({ providers: ['acme'], extraSites: ['cloud.acme.example'] }));

  it('leave nothing behind of what a page offers', async () => {
    const handlers = pageHandlers(makeServices());
    await expect(handlers['capture.offer'](offer, page)).rejects.toMatchObject(forbidden);
    await expect(handlers['capture.offer']({ ...offer, provider: 'other' }, page)).rejects.toMatchObject(
      forbidden,
    );
    await expect(handlers['capture.offer']({ ...offer, provider: 'acme' }, page)).rejects.toThrow(
      'pageNotes.complete',
    );
  });

  it('nor of what is selected', async () => {
    const said = vi.fn();
    fakeBrowser.notifications.create = async (...shown: unknown[]) => said(shown.at(-1)) ?? '';
    const services = makeServices();
    const words = { title: 'Keep', failed: 'failed', forbidden: 'forbidden' };
    const click = { menuItemId: 'keep-selection', selectionText: 'abcd', pageUrl: 'https://mail.example/' };
    await keepSelection(click, { incognito: false }, services, words);
    expect(said).toHaveBeenCalledWith(expect.objectContaining({ message: 'forbidden' }));
  });

  it('are neither watched nor looked at', async () => {
    const watched = optional?.matches[0]?.split('/')[2] ?? '';
    expect(watched).not.toBe('');
    await expect(checkHost(watched)).rejects.toMatchObject(forbidden);
    await expect(checkHost('blog.example')).rejects.toMatchObject(forbidden);
    await expect(checkHost('cloud.acme.example')).resolves.toBeUndefined();
    await setPolicy({ providers: [optional?.id ?? ''] });
    await expect(checkHost(watched)).resolves.toBeUndefined();
    await setPolicy({ providers: [selfHosted?.id ?? ''] });
    await expect(checkHost('blog.example')).resolves.toBeUndefined();
    await expect(checkHost(watched)).rejects.toMatchObject(forbidden);
  });

  it('are not read in a tab', async () => {
    const { id: tabId = 0 } = await fakeBrowser.tabs.create({ url: 'https://blog.example/profile' });
    await expect(checkTab(tabId)).rejects.toMatchObject(forbidden);
    await setPolicy({ providers: [selfHosted?.id ?? ''] });
    await expect(checkTab(tabId)).resolves.toBeUndefined();
    await setPolicy({ providers: ['other'] });
    await expect(checkTab(tabId)).resolves.toBeUndefined();
  });
});

describe('sites of the organisation', () => {
  it('are watched where they are granted, and the user cannot stop that', async () => {
    await setPolicy({ extraSites: ['cloud.acme.example'] });
    const adopt = vi.fn();
    await obeyPolicy(
      makeServices({
        sites: { adopt },
        session: { peek: async () => undefined, check: async () => {} },
        reminders: { poke: async () => {} },
      }),
    );
    expect(adopt).toHaveBeenCalledWith(['https://cloud.acme.example/*']);
    await expect(checkUnwatch('cloud.acme.example')).rejects.toMatchObject(forbidden);
    await expect(checkUnwatch('blog.example')).resolves.toBeUndefined();
  });
});

describe('a new policy', () => {
  it('counts again at once what is due, and when it locks', async () => {
    const update = vi.fn();
    const open = { entries: async () => ['entry'] };
    const check = vi.fn();
    await obeyPolicy(
      makeServices({
        sites: { adopt: vi.fn() },
        session: { peek: async () => open, check },
        reminders: { update },
      }),
    );
    expect(check).toHaveBeenCalled();
    expect(update).toHaveBeenCalledWith(['entry']);
  });
});

describe('custody', () => {
  const deliveries = createDeliveries(
    readSettings,
    () => {
      throw new Error('reached');
    },
    () => 0,
  );
  const open = { get: async () => ({ custody: 'acme' }) } as unknown as OpenVault;

  it('of the vault sends nothing', async () => {
    await setPolicy({ custody: 'vault' });
    const done = deliveries.deliver(open, id, { bridge: manager, keep: true });
    await expect(done).rejects.toMatchObject(forbidden);
  });

  it('of a manager gives nothing back', async () => {
    await setPolicy({ custody: manager });
    await expect(deliveries.fetch(open, id)).rejects.toMatchObject(forbidden);
    await setPolicy({ custody: 'managers-only' });
    await expect(deliveries.fetch(open, id)).rejects.toMatchObject(forbidden);
  });

  it('of a manager sends to that one', async () => {
    await setPolicy({ custody: manager });
    const done = deliveries.deliver(open, id, { bridge: manager, keep: true });
    await expect(done).rejects.toMatchObject({ code: 'entry-without-secret' });
  });
});
