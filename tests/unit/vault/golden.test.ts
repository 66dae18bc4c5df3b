import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { connectVault } from '../../../lib/vault/vault';
import golden from '../../fixtures/vault/v1.json' with { type: 'json' };
import { dumpDatabase, loadDatabase, readDump } from './database';
import { draft } from './fixtures';

/** Written once by format 1 and never again: the owner of such a vault must be able to open it for ever. */
it('a vault of format 1 opens with its passphrase and its code, and gives back everything', async () => {
  const before = readDump(golden.dump);
  await loadDatabase('golden', before);
  const vault = connectVault({ name: 'golden' });
  const key = await vault.unlock({ kind: 'passphrase', passphrase: golden.passphrase.normalize('NFD') });
  expect(await vault.unlock({ kind: 'recovery', code: golden.recoveryCode })).toEqual(key);
  expect(await dumpDatabase('golden')).toEqual(before);

  const open = await vault.open(key);
  const { entries, warnings } = await open.list();
  expect(warnings).toEqual([]);
  expect(await open.check()).toEqual([]);
  expect(entries).toHaveLength(golden.entries.length);
  for (const { entry, secret } of golden.entries) {
    expect(entries).toContainEqual(entry);
    expect(await open.secret(entry.id)).toBe(secret);
  }
  expect(await open.inbox()).toEqual(golden.captures);

  const [kept] = golden.captures;
  if (!kept) throw new Error('the golden vault has a capture');
  const taken = await open.takeCapture(kept.capture.id, () => draft(kept.answer.label));
  expect(await open.secret(taken.id)).toBe(kept.capture.secret);
});

it('a vault with a slot of an unknown kind opens, and keeps that slot', async () => {
  const dump = readDump(golden.dump);
  const header = dump['meta']?.find(([key]) => key === 'header')?.[1] as { slots: unknown[] };
  const passkey = {
    id: 'a-passkey-slot',
    kind: 'passkey',
    params: { credentialId: 'AAAA', salt: 'AAAA', rpId: 'x' },
    sealed: 'AAAA',
    since: 2,
  };
  header.slots.unshift(passkey);
  await loadDatabase('golden-slots', dump);
  const vault = connectVault({ name: 'golden-slots' });
  const key = await vault.unlock({ kind: 'recovery', code: golden.recoveryCode });
  await (await vault.open(key)).renewRecoveryCode();
  const after = (await dumpDatabase('golden-slots'))['meta']?.find(([row]) => row === 'header')?.[1];
  expect(after).toMatchObject({ slots: [passkey, { kind: 'passphrase' }, { kind: 'recovery' }] });
});

it('nothing of what a vault keeps can be read in its database', () => {
  const stored = JSON.stringify(golden.dump);
  const bytes: Buffer[] = [Buffer.from(stored)];
  JSON.parse(stored, (_key, value) => {
    if (typeof value?.bytes === 'string') bytes.push(Buffer.from(value.bytes, 'base64'));
    return value;
  });
  const disk = Buffer.concat(bytes);
  const words = [
    'Scanner',
    'Phone',
    'Printer',
    'harbour',
    'blog.example',
    'wordpress',
    'office',
    'second floor',
  ];
  const secrets = [
    ...golden.entries.map(({ secret }) => secret),
    ...golden.captures.map((c) => c.capture.secret),
  ];
  for (const text of [...words, ...secrets, golden.passphrase, golden.recoveryCode]) {
    for (const form of ['utf8', 'utf16le'] as const) {
      expect(disk.includes(Buffer.from(text, form)), text).toBe(false);
    }
    for (const form of ['base64', 'hex'] as const) {
      expect(disk.includes(Buffer.from(text).toString(form).replaceAll('=', '')), text).toBe(false);
    }
  }
});
