import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { transferHandlers } from '../../../lib/background/handlers/transfer';
import type { Services } from '../../../lib/background/services';
import { providers } from '../../../lib/providers/all';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { draft } from '../vault/fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const own = { caller: 'own-page' } as const;
const passphrase = 'correct horse battery';
const wrong = { code: 'vault-wrong-passphrase' };

let count = 0;
let open: OpenVault;
let handlers: ReturnType<typeof transferHandlers>;

beforeEach(async () => {
  fakeBrowser.reset();
  count += 1;
  const vault = connectVault({ name: `transfer ${count}` });
  open = await vault.open((await vault.create(passphrase)).key);
  const services = {
    ...{ vault, now: () => 1_800_000_000_000 },
    session: { use: async () => open },
    sites: { watched: async () => [] },
  };
  handlers = transferHandlers(services as unknown as Services);
});

describe('all secrets at once', () => {
  it.each<[string, (given: string) => Promise<unknown>]>([
    ['an encrypted file', (given) => handlers['transfer.read']({ passphrase: given, sealed: true }, own)],
    ['a file that is not encrypted', (given) => handlers['transfer.read']({ passphrase: given }, own)],
    ['a backup', (given) => handlers['backup.read']({ passphrase: given }, own)],
  ])('for %s take the passphrase of the vault', async (_, read) => {
    await open.add(draft('Scanner'), 'qkzvhtrmwbxnplgd');
    await expect(read('')).rejects.toMatchObject(wrong);
    await expect(read('another passphrase')).rejects.toMatchObject(wrong);
    expect(JSON.stringify(await read(passphrase))).toContain('qkzvhtrmwbxnplgd');
  });
});

describe('what a file has', () => {
  it('is known by its secret, in the form that clients need, and nothing else is told', async () => {
    const ignoring = providers.find(({ shape }) => shape.ignored.includes(' '));
    if (!ignoring) throw new Error('no provider ignores spaces');
    const { id } = await open.add(draft('Scanner', { provider: ignoring.id }), 'qkzv htrm wbxn plgd');
    await open.add(draft('Elsewhere', { custody: 'acme' }), '');
    const { id: gone } = await open.add(draft('Deleted', { deleted: 1 }), 'zzzzzzzzzzzzzzzz');
    expect(gone).not.toBe(id);
    const secrets = ['aaaaaaaaaaaaaaaa', 'qkzvhtrmwbxnplgd', '', 'zzzzzzzzzzzzzzzz'];
    expect(await handlers['transfer.known']({ secrets }, own)).toEqual({ known: [{ place: 1, id }] });
  });
});
