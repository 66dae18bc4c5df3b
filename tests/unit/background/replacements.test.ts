import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { reviewHandlers } from '../../../lib/background/handlers/review';
import { linkFresh } from '../../../lib/background/replacements';
import type { Services } from '../../../lib/background/services';
import { applyInventory, createInventories } from '../../../lib/background/services/inventories';
import type { AppPassword } from '../../../lib/model';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { draft } from '../vault/fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const secret = 'canarycanarycana';
const at = 1_790_000_000_000;
const account = 'mira@harbour.example';
let open: OpenVault;

beforeAll(async () => {
  const vault = connectVault({ name: 'replacements' });
  const { key } = await vault.create('correct horse battery staple');
  open = await vault.open(key);
});

/** Answers "revoke" in the review, as the page does once every place is moved. */
async function answerRevoke(id: string): Promise<void> {
  const services = {
    session: { use: async () => open },
    reminders: { note: async () => undefined },
    inventories: createInventories(),
    now: () => at,
  } as unknown as Services;
  await reviewHandlers(services)['review.answer']({ id, answer: { kind: 'revoke' } }, { caller: 'own-page' });
}

describe('a new app password', () => {
  it('takes the place of the one whose replacement waits for it, and in the end what was known of it', async () => {
    const replacing = { since: at, places: [{ name: 'Shelf', moved: true }] };
    const old = await open.add(draft('Robot', { provider: 'linked', device: 'attic', replacing }), secret);
    const fresh = await open.add(draft('Robot', { provider: 'linked' }), secret);
    await linkFresh(open, fresh, at);
    expect(await open.get(old.id)).toMatchObject({ replacedBy: fresh.id, status: 'active' });
    expect((await open.get(old.id)).log?.items.at(-1)).toMatchObject({ kind: 'replaced' });
    // What was moved before was moved to another one.
    expect((await open.get(old.id)).replacing?.places).toEqual([{ name: 'Shelf', moved: false }]);
    expect((await open.get(fresh.id)).device).toBe('');
    await answerRevoke(old.id);
    expect((await open.get(fresh.id)).device).toBe('attic');
    expect(await open.secret(fresh.id)).toBe(secret);
  });
});

describe('the provider’s list', () => {
  /** Status of an entry after a list without it was seen. */
  async function see(changes: Partial<AppPassword>, list: object, provider: string): Promise<string> {
    const { id } = await open.add(draft('Robot', { provider, account, ...changes }), secret);
    await open.add(draft('Printer', { provider, account }), secret);
    const entries = [{ label: 'Printer' }];
    const seen = { key: '', provider, site: 'a.example', tabId: 1, at };
    await applyInventory(open, { ...seen, list: { account, complete: true, entries, ...list } });
    return (await open.get(id)).status;
  }

  it.each<[string, Partial<AppPassword>, object, string]>([
    ['only asks about what waited to be revoked, too', { status: 'to-revoke' }, {}, 'to-revoke'],
    ['only asks about what is in use', {}, {}, 'active'],
    ['closes nothing when it does not show all', { status: 'to-revoke' }, { complete: false }, 'to-revoke'],
    [
      'closes nothing of another account',
      { status: 'to-revoke' },
      { account: 'bob@harbour.example' },
      'to-revoke',
    ],
    [
      'closes nothing when its account is unknown, and nothing on it fits',
      { status: 'to-revoke' },
      { account: undefined, entries: [{ label: 'Piano' }] },
      'to-revoke',
    ],
    [
      'closes nothing on a list without an account',
      { status: 'to-revoke' },
      { account: undefined },
      'to-revoke',
    ],
    [
      'closes nothing when it is empty: they may be hidden',
      { status: 'to-revoke' },
      { entries: [] },
      'to-revoke',
    ],
    [
      'closes nothing when it may be there under the label that the provider knows',
      { status: 'to-revoke' },
      { entries: [{ label: 'Printer' }, { label: 'Old label' }] },
      'to-revoke',
    ],
    [
      'asks, also about what the provider knows by its id',
      { status: 'to-revoke', remoteId: 'remote-1' },
      {
        entries: [
          { label: 'Printer', remoteId: 'remote-2' },
          { label: 'Old label', remoteId: 'remote-3' },
        ],
      },
      'to-revoke',
    ],
    [
      'closes nothing that is still there',
      { status: 'to-revoke' },
      { entries: [{ label: 'Robot' }] },
      'to-revoke',
    ],
  ])('%s', async (name, changes, list, expected) => {
    expect(await see(changes, list, name.replace(/[^a-z]/g, '').slice(0, 30))).toBe(expected);
  });

  it('tells the old one from the new one of the same label by the days it shows', async () => {
    const DAY = 86_400_000;
    const [old, fresh] = await open.addAll(
      [at - 200 * DAY, at].map((created) => ({
        entry: draft('Robot', { provider: 'namesakes', account, created, secretChanged: created }),
        secret,
      })),
    );
    await open.update(old?.id ?? '', (entry) => ({ ...entry, status: 'to-revoke' }));
    const row = (made: number) => ({ label: 'Robot', created: `Created ${new Date(made).toDateString()}` });
    const list = { account, complete: true, entries: [row(at)] };
    const before = { ...list, entries: [row(at - 200 * DAY), row(at)] };
    const seen = { key: '', provider: 'namesakes', site: 'a.example', tabId: 1, at };
    await applyInventory(open, { ...seen, list: before });
    expect((await open.get(old?.id ?? '')).status).toBe('to-revoke');
    const touched = { row: row(at - 200 * DAY), list: before, at };
    await applyInventory(open, { ...seen, list, before, touched });
    expect((await open.get(old?.id ?? '')).status).toBe('revoked');
    expect((await open.get(fresh?.id ?? '')).status).toBe('active');
  });

  it('closes nothing that may be there under another name, where names can change', async () => {
    const entries = [{ label: 'Printer' }, { label: 'Robot of the attic' }];
    const { providers } = await import('../../../lib/providers/all');
    const renaming = providers.find(({ renames }) => renames)?.id ?? '';
    expect(renaming).not.toBe('');
    expect(await see({ status: 'to-revoke' }, { entries }, renaming)).toBe('to-revoke');
  });
});
