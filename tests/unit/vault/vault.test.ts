import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { connectVault, type OpenVault, type Vault } from '../../../lib/vault/vault';
import { dumpDatabase } from './database';
import { draft, takenCapture } from './fixtures';
import { createVault } from './made';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('./fast-stretching')).withoutStretching(await load());
});

const passphrase = 'correct horse battery staple';

async function makeVault(
  name: string,
): Promise<{ vault: Vault; key: Uint8Array; code: string; open: OpenVault }> {
  const vault = connectVault({ name });
  const { key, recoveryCode } = await createVault(vault, passphrase);
  return { vault, key, code: recoveryCode, open: await vault.open(key) };
}

describe('a vault', () => {
  let made: Awaited<ReturnType<typeof makeVault>>;
  beforeAll(async () => {
    made = await makeVault('a-vault');
  });

  it('is there once it was made, and only one', async () => {
    expect(await connectVault({ name: 'nowhere' }).status()).toEqual({ exists: false });
    expect((await made.vault.status()).exists).toBe(true);
    await expect(made.vault.create(passphrase)).rejects.toMatchObject({ code: 'vault-exists' });
  });

  it('opens with its passphrase and with its recovery code, and with no other', async () => {
    const again = connectVault({ name: 'a-vault' });
    expect(await again.unlock({ kind: 'passphrase', passphrase })).toEqual(made.key);
    expect(
      await again.unlock({ kind: 'recovery', code: made.code.toLowerCase().replaceAll('-', ' ') }),
    ).toEqual(made.key);
    await expect(again.unlock({ kind: 'passphrase', passphrase: `${passphrase} ` })).rejects.toMatchObject({
      code: 'vault-wrong-passphrase',
    });
    await expect(again.open(new Uint8Array(32))).rejects.toMatchObject({ code: 'vault-wrong-passphrase' });
  });

  it('seals notes that open under their own name in this vault alone', async () => {
    const { open } = await makeVault('notes');
    const sealed = await open.sealNote('bridge acme', { key: 'abcd' });
    expect(await open.openNote('bridge acme', sealed)).toEqual({ key: 'abcd' });
    expect(Buffer.from(sealed).includes('abcd')).toBe(false);
    const refused = { code: 'vault-corrupt' };
    await expect(open.openNote('bridge other', sealed)).rejects.toMatchObject(refused);
    await expect(made.open.openNote('bridge acme', sealed)).rejects.toMatchObject(refused);
    await expect(open.openNote('bridge acme', sealed.with(40, 0))).rejects.toMatchObject(refused);
  });

  it('opens the newest state, whatever was read ahead', async () => {
    const { vault, key, open } = await makeVault('read-ahead');
    let seen: { vaultId: string; counter: number } | undefined;
    const rollbackCounter = {
      read: async () => seen,
      write: async (next: { vaultId: string; counter: number }) => {
        seen = next;
      },
    };
    const other = connectVault({ name: 'read-ahead', rollbackCounter });
    await open.add(draft('Scanner'), 'abcdefghijklmnop');
    other.prepare();
    const labelsOf = async (found: OpenVault) => (await found.list()).entries.map(({ label }) => label);
    expect(await labelsOf(await other.open(key))).toEqual(['Scanner']);
    other.prepare();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const later = await connectVault({ name: 'read-ahead', rollbackCounter }).open(key);
    await later.add(draft('Phone'), 'qrstuvwxyzabcdef');
    const reopened = await other.open(key);
    expect((await labelsOf(reopened)).toSorted()).toEqual(['Phone', 'Scanner']);
    expect((await reopened.list()).warnings).toEqual([]);
    await vault.erase();
  });

  it('says that a mistyped code is no code', async () => {
    const mistyped = made.code.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    await expect(made.vault.unlock({ kind: 'recovery', code: mistyped })).rejects.toMatchObject({
      code: 'vault-mistyped-recovery-code',
    });
  });

  it('keeps, changes and removes entries over a restart', async () => {
    const { open, key } = made;
    const scanner = await open.add(draft('Scanner'), 'abcdefghijklmnop');
    const phone = await open.add(draft('Phone'), 'qrstuvwxyzabcdef');
    await open.update(phone.id, (entry) => ({ ...entry, label: 'Old phone', notes: 'in the drawer' }));
    await open.replaceSecret(scanner.id, 'ponmlkjihgfedcba');

    const reopened = await connectVault({ name: 'a-vault' }).open(key);
    const { entries, warnings } = await reopened.list();
    expect(warnings).toEqual([]);
    expect(entries.map(({ label }) => label).sort()).toEqual(['Old phone', 'Scanner']);
    expect(await reopened.secret(scanner.id)).toBe('ponmlkjihgfedcba');
    expect(await reopened.secret(phone.id)).toBe('qrstuvwxyzabcdef');
    expect((await reopened.get(phone.id)).notes).toBe('in the drawer');

    await reopened.remove([scanner.id]);
    await expect(open.get(scanner.id)).rejects.toMatchObject({ code: 'entry-gone' });
    await expect(open.secret(scanner.id)).rejects.toMatchObject({ code: 'entry-gone' });
    expect((await open.list()).entries).toHaveLength(1);
    expect(await open.check()).toEqual([]);
  });

  it('takes a capture while locked, keeps the answer, and makes one entry of it, however often', async () => {
    const { vault, open } = made;
    const capture = takenCapture('capture-one');
    await vault.sealCapture(capture);
    expect(await vault.inboxCount()).toEqual({ waiting: 1, kept: 0 });
    await vault.keepCapture(capture.id, { label: 'Printer' });
    await vault.sealCapture(capture);
    expect(await vault.hasCapture(capture.id)).toBe('kept');
    expect(await open.inbox()).toEqual([{ capture, state: 'kept', answer: { label: 'Printer' } }]);

    const entry = await open.takeCapture(capture.id, () => draft('Printer'));
    expect(await open.takeCapture(capture.id, () => draft('Printer'))).toEqual(entry);
    expect(await open.secret(entry.id)).toBe(capture.secret);
    expect(await vault.hasCapture(capture.id)).toBeUndefined();
    await expect(vault.keepCapture(capture.id, { label: 'x' })).rejects.toMatchObject({
      code: 'capture-gone',
    });
    await expect(open.takeCapture('never-there', () => draft('x'))).rejects.toMatchObject({
      code: 'capture-gone',
    });
  });

  it('lets waiting captures go after seven days, never kept ones', async () => {
    let now = 1_000_000;
    const vault = connectVault({ name: 'a-vault', now: () => now });
    await vault.sealCapture(takenCapture('capture-old'));
    await vault.sealCapture(takenCapture('capture-kept'));
    await vault.keepCapture('capture-kept', { label: 'Kept' });
    now += 7 * 86_400_000;
    await vault.sealCapture(takenCapture('capture-new'));
    expect(await vault.expireCaptures(now - 1)).toBe(0);
    expect(await vault.expireCaptures(now)).toBe(1);
    expect(await vault.inboxCount()).toEqual({ waiting: 1, kept: 1 });
    await vault.discardCapture('capture-new');
    await vault.discardCapture('capture-kept');
    expect(await vault.inboxCount()).toEqual({ waiting: 0, kept: 0 });
  });

  it('is locked once it was closed, and the caller keeps its own key', async () => {
    const open = await made.vault.open(made.key);
    open.close();
    await expect(open.list()).rejects.toMatchObject({ code: 'vault-locked' });
    expect(made.key.some((byte) => byte !== 0)).toBe(true);
  });

  it('closed while it changes the passphrase: nothing is changed, least of all to an empty key', async () => {
    const before = await dumpDatabase('a-vault');
    const open = await made.vault.open(made.key);
    const changing = open.changePassphrase('another passphrase');
    open.close();
    await expect(changing).rejects.toMatchObject({ code: 'vault-locked' });
    await expect(open.takeCapture('capture-any', () => draft('x'))).rejects.toMatchObject({
      code: 'vault-locked',
    });
    expect(await dumpDatabase('a-vault')).toEqual(before);
  });

  it('refuses what would not open again', async () => {
    const long = 'x'.repeat(201);
    await made.vault.sealCapture(takenCapture('capture-long'));
    const tries = [
      made.vault.sealCapture(takenCapture('capture-longer', { label: long })),
      made.vault.keepCapture('capture-long', { label: long }),
    ];
    for (const result of await Promise.allSettled(tries)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'capture-invalid' } });
    }
    await expect(made.open.add(draft(long), 'secret')).rejects.toMatchObject({ code: 'bug' });
    expect(await made.vault.hasCapture('capture-long')).toBe('waiting');
    await made.vault.discardCapture('capture-long');
  });

  it('gives back any text as it was given', async () => {
    const fresh = await connectVault({ name: 'a-vault' }).open(made.key);
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, text, fc.array(text, { maxLength: 3 }), async (label, secret, tags) => {
        const { id } = await made.open.add(draft(label, { tags, notes: secret }), secret);
        expect(await fresh.secret(id)).toBe(secret);
        expect(await fresh.get(id)).toEqual({ ...draft(label, { tags, notes: secret }), id });
        await fresh.remove([id]);
      }),
      { numRuns: 25 },
    );
  });

  it('lets two pages write at the same time', async () => {
    const [a, b] = await Promise.all([
      connectVault({ name: 'a-vault' }).open(made.key),
      connectVault({ name: 'a-vault' }).open(made.key),
    ]);
    const before = (await a.list()).entries.length;
    const adding = Array.from({ length: 20 }, (_, i) =>
      (i % 2 ? a : b).add(draft(`Both ${i}`), `secret-${i}`),
    );
    const added = await Promise.all(adding);
    const fresh = await made.vault.open(made.key);
    expect((await fresh.list()).entries).toHaveLength(before + 20);
    expect(await fresh.check()).toEqual([]);
    for (const [i, { id }] of added.entries()) expect(await fresh.secret(id)).toBe(`secret-${i}`);
  });
});

it('says that its recovery code is not confirmed, until the user confirms it', async () => {
  const vault = connectVault({ name: 'unseen' });
  const { key } = await vault.create(passphrase);
  const unseen = [{ kind: 'recovery-code-unseen' }] as const;
  const open = await connectVault({ name: 'unseen' }).open(key);
  expect((await open.list()).warnings).toEqual(unseen);
  await open.confirmWarnings(unseen);
  expect((await (await connectVault({ name: 'unseen' }).open(key)).list()).warnings).toEqual([]);
});

it('locked while it recovers from a forgotten passphrase: nothing is changed', async () => {
  const { vault, key, open } = await makeVault('recovering');
  await open.add(draft('Scanner'), 'abcdefghijklmnop');
  const before = await dumpDatabase('recovering');
  await expect(open.recover('short')).rejects.toMatchObject({ code: 'vault-weak-passphrase' });
  const late = await vault.open(key);
  const recovering = late.recover('another passphrase');
  late.close();
  await expect(recovering).rejects.toMatchObject({ code: 'vault-locked' });
  expect(await dumpDatabase('recovering')).toEqual(before);
});

it('changes passphrase and recovery code without touching the rest', async () => {
  const { vault, key, code, open } = await makeVault('changing');
  const entry = await open.add(draft('Scanner'), 'abcdefghijklmnop');
  await expect(open.changePassphrase('short')).rejects.toMatchObject({ code: 'vault-weak-passphrase' });
  // Composed and decomposed letters are the same passphrase.
  await open.changePassphrase('cafe\u0301 au lait');
  const renewed = await open.renewRecoveryCode();
  expect(await vault.unlock({ kind: 'passphrase', passphrase: 'caf\u00e9 au lait' })).toEqual(key);
  expect(await vault.unlock({ kind: 'recovery', code: renewed })).toEqual(key);
  await expect(vault.unlock({ kind: 'passphrase', passphrase })).rejects.toMatchObject({
    code: 'vault-wrong-passphrase',
  });
  await expect(vault.unlock({ kind: 'recovery', code })).rejects.toMatchObject({
    code: 'vault-wrong-recovery-code',
  });
  const reopened = await connectVault({ name: 'changing' }).open(key);
  expect(await reopened.secret(entry.id)).toBe('abcdefghijklmnop');
  const unseen = [{ kind: 'recovery-code-unseen' }] as const;
  expect((await reopened.list()).warnings).toEqual(unseen);
  await reopened.confirmWarnings(unseen);
  expect((await reopened.list()).warnings).toEqual([]);

  await vault.erase();
  expect(await vault.status()).toEqual({ exists: false });
  await expect(reopened.list()).rejects.toMatchObject({ code: 'vault-missing' });
  await expect(vault.sealCapture(takenCapture('capture-late'))).rejects.toMatchObject({
    code: 'vault-missing',
  });
});

describe('the database', () => {
  it('of a later version: too new, until it is erased', async () => {
    (await openDB('later', 2, { upgrade: (database) => void database.createObjectStore('meta') })).close();
    const vault = connectVault({ name: 'later' });
    await expect(vault.status()).rejects.toMatchObject({ code: 'vault-too-new' });
    await expect(vault.sealCapture(takenCapture('capture-one'))).rejects.toMatchObject({
      code: 'vault-too-new',
    });
    await vault.erase();
    expect(await vault.status()).toEqual({ exists: false });
  });

  it('of a later version, and held by another page: blocked, not half erased', async () => {
    const held = await openDB('held', 2, { upgrade: (database) => void database.createObjectStore('meta') });
    await expect(connectVault({ name: 'held' }).erase()).rejects.toMatchObject({ code: 'vault-blocked' });
    held.close();
  });

  it('deleted by another page: let go, and there is no vault any more', async () => {
    const { vault, open } = await makeVault('deleted');
    await deleteDB('deleted');
    expect(await vault.status()).toEqual({ exists: false });
    await expect(open.list()).rejects.toMatchObject({ code: 'vault-missing' });
  });
});
