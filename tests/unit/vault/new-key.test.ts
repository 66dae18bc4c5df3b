import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { agreeX25519 } from '../../../lib/vault/crypto';
import { deriveKeys } from '../../../lib/vault/keys';
import { openRows } from '../../../lib/vault/rows';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { type Dump, dumpDatabase, keyIn, loadDatabase, plantRow } from './database';
import { dieAt, revive } from './faults';
import { draft, takenCapture } from './fixtures';
import { createVault } from './made';

vi.mock('../../../lib/vault/crypto', async (load) => {
  const fast = (await import('./fast-stretching')).withoutStretching(await load());
  return { ...fast, agreeX25519: vi.fn(fast.agreeX25519) };
});
afterEach(() => revive());

const agree = vi.mocked(agreeX25519);
const NAME = 'changed';
const OLD = 'correct horse battery';
const NEW = 'eleven walnut ferries';
let kept: unknown;
const rollbackCounter = {
  read: async () => kept,
  write: async (seen: unknown) => {
    kept = seen;
  },
};
const connect = () => connectVault({ name: NAME, rollbackCounter });
const unlock = async (passphrase: string) => {
  const vault = connect();
  return vault.open(await vault.unlock({ kind: 'passphrase', passphrase }));
};

const secrets = { Scanner: 'scanner-secret', Phone: 'phone-secret', Tablet: 'tablet-secret' };
let key: Uint8Array;
let code: string;
let clean: Dump;
let seen: unknown;

beforeEach(async () => {
  await connect().erase();
  kept = undefined;
  const made = await createVault(connect(), OLD);
  key = made.key;
  code = made.recoveryCode;
  const open = await connect().open(key);
  for (const [label, secret] of Object.entries(secrets)) {
    await open.add(draft(label, { notes: `notes of ${label}` }), secret);
  }
  await connect().sealCapture(takenCapture('capture-one'));
  await connect().sealCapture(takenCapture('capture-two'));
  await connect().keepCapture('capture-two', { label: 'Kept', account: 'ada@harbour.example' });
  clean = await dumpDatabase(NAME);
  seen = kept;
});

/** Everything is there, with each key or passphrase that opened it. */
async function expectAll(open: OpenVault): Promise<void> {
  // Other tests confirm that the new code was shown.
  expect((await open.check()).filter(({ kind }) => kind !== 'recovery-code-unseen')).toEqual([]);
  const { entries } = await open.list();
  expect(entries.map(({ label }) => label).sort()).toEqual(Object.keys(secrets).sort());
  for (const { id, label, notes } of entries) {
    expect(await open.secret(id)).toBe(secrets[label as keyof typeof secrets]);
    expect(notes).toBe(`notes of ${label}`);
  }
  const inbox = (await open.inbox()).sort((a, b) => (a.capture.id < b.capture.id ? -1 : 1));
  expect(inbox.slice(0, 2)).toEqual([
    { capture: takenCapture('capture-one'), state: 'waiting' },
    {
      ...{ capture: takenCapture('capture-two'), state: 'kept' },
      answer: { label: 'Kept', account: 'ada@harbour.example' },
    },
  ]);
}

describe('another key', () => {
  it('brings everything with it, and only the new passphrase and code open it', async () => {
    const old = await connect().open(key);
    const before = (await old.list()).entries.map(({ id }) => id).sort();
    const made = await old.changeKey(NEW);
    await expect(old.list()).rejects.toMatchObject({ code: 'vault-missing' });
    const open = await connect().open(made.key);
    await expectAll(open);
    const unseen = [{ kind: 'recovery-code-unseen' }] as const;
    expect((await (await unlock(NEW)).list()).warnings).toEqual(unseen);
    await open.confirmWarnings(unseen);
    expect((await (await unlock(NEW)).list()).warnings).toEqual([]);
    expect((await open.list()).entries.map(({ id }) => id).sort()).toEqual(before);
    await expectAll(await unlock(NEW));
    expect(await connect().unlock({ kind: 'recovery', code: made.recoveryCode })).toEqual(made.key);
    await expect(unlock(OLD)).rejects.toMatchObject({ code: 'vault-wrong-passphrase' });
    await expect(connect().unlock({ kind: 'recovery', code })).rejects.toMatchObject({
      code: 'vault-wrong-recovery-code',
    });
    await expect(connect().open(key)).rejects.toMatchObject({ code: 'vault-wrong-passphrase' });
    expect(made.key).not.toEqual(key);
  });

  it('shuts out an attacker with the old header, passphrase and code', async () => {
    const made = await (await connect().open(key)).changeKey(NEW);
    await (await connect().open(made.key)).add(draft('Later'), 'later-secret');
    const now = await dumpDatabase(NAME);
    const stolen = new Map(clean['meta']).get('header');
    for (const rows of [['header'], ['header-copy'], ['header', 'header-copy']]) {
      await loadDatabase(NAME, now);
      for (const row of rows) await plantRow(NAME, 'meta', row, stolen);
      const vault = connectVault({ name: NAME });
      expect(await vault.unlock({ kind: 'passphrase', passphrase: OLD })).toEqual(key);
      const entries = await vault.open(key).then(
        async (open) => (await open.list()).entries,
        () => [],
      );
      expect(entries).toEqual([]);
    }
    const keys = await deriveKeys(key);
    for (const id of [new Map(clean['meta']), new Map(now['meta'])].map(
      (meta) => (meta.get('header') as { vaultId: string }).vaultId,
    )) {
      for (const [row, bytes] of [...(now['records'] ?? []), ...(now['damaged'] ?? [])]) {
        const opened = openRows(keys, id, async () => bytes)(row.split('@')[0] ?? '');
        await expect(opened, row).rejects.toMatchObject({ code: 'vault-corrupt' });
      }
    }
  });

  it('is said how far it is, and takes many entries', async () => {
    const open = await connect().open(key);
    await open.addAll(
      Array.from({ length: 700 }, (_, i) => ({ entry: draft(`Entry ${i}`), secret: `secret-${i}` })),
    );
    const told: [number, number][] = [];
    const made = await open.changeKey(NEW, { progress: (done, total) => told.push([done, total]) });
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((a, b) => a[0] - b[0]));
    expect(told.at(0)?.[0]).toBe(0);
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
    const later = await connect().open(made.key);
    for (const { id, label } of (await later.list()).entries) {
      if (label.startsWith('Entry')) expect(await later.secret(id)).toBe(label.replace('Entry ', 'secret-'));
    }
  });

  it('carries over what notes outside say, again and again, and believes nothing the old key seals later', async () => {
    let open = await connect().open(key);
    const note = await open.sealNote('bridge acme', { id: 7 });
    const unknown = await open.sealNote('bridge other', { id: 8 });
    const forged = await open.sealNote('bridge acme', { id: 666 });
    for (let round = 0; round < 3; round++) {
      const outside = [
        { name: 'bridge acme', sealed: note },
        { name: 'bridge damaged', sealed: new Uint8Array(20) },
      ];
      const made = await open.changeKey(NEW, { outside });
      open = await connect().open(made.key);
      expect(await open.openNote('bridge acme', note)).toEqual({ id: 7 });
      expect(await open.openNote('bridge acme', forged)).toEqual({ id: 7 });
      for (const name of ['bridge other', 'bridge damaged']) {
        await expect(open.openNote(name, unknown)).rejects.toMatchObject({ code: 'vault-corrupt' });
      }
    }
    const fresh = await open.sealNote('bridge acme', { id: 9 });
    expect(await open.openNote('bridge acme', fresh)).toEqual({ id: 9 });
  });

  it('is refused with a short passphrase, and changes nothing once it was closed', async () => {
    const open = await connect().open(key);
    await expect(open.changeKey('short')).rejects.toMatchObject({ code: 'vault-weak-passphrase' });
    const changing = open.changeKey(NEW, { progress: () => open.close() });
    await expect(changing).rejects.toMatchObject({ code: 'vault-locked' });
    expect(await dumpDatabase(NAME)).toEqual(clean);
    await expectAll(await unlock(OLD));
  });

  it('keeps what was noted and names what is damaged', async () => {
    const phone = (await (await unlock(OLD)).list()).entries.find(({ label }) => label === 'Phone');
    const older = await dumpDatabase(NAME);
    await (await unlock(OLD)).add(draft('Later'), 'later-secret');
    await loadDatabase(NAME, older);
    await plantRow(NAME, 'records', keyIn(older, `secret/${phone?.id}`), new Uint8Array(543));
    const open = await unlock(OLD);
    const made = await open.changeKey(NEW);
    const later = await connect().open(made.key);
    expect((await later.list()).entries.map(({ label }) => label).sort()).toEqual(
      Object.keys(secrets).sort(),
    );
    expect((await later.check()).map(({ kind, label }) => `${kind} ${label ?? ''}`).sort()).toEqual([
      'record-missing Phone',
      'recovery-code-unseen ',
      'rolled-back ',
    ]);
    expect(await later.exportDamaged()).toMatchObject([{ id: phone?.id, kind: 'secret' }]);
    await later.replaceSecret(phone?.id ?? '', 'phone-again');
    const left = (await (await unlock(NEW)).check()).map(({ kind }) => kind);
    expect(left).toEqual(['rolled-back', 'recovery-code-unseen']);
  });

  it('leaves a database of before named as what it is when it is put back', async () => {
    await (await connect().open(key)).changeKey(NEW);
    await loadDatabase(NAME, clean);
    expect((await (await unlock(OLD)).list()).warnings).toEqual([{ kind: 'witness-wrong' }]);
  });
});

describe.each(['killed', 'full'] as const)('%s at any step of it', (how) => {
  it('nothing is lost: the old passphrase or the new one opens all of it', async () => {
    let changed = 0;
    for (let call = 1; ; call++) {
      await loadDatabase(NAME, clean);
      kept = seen;
      dieAt(call, how);
      const made = await connect()
        .open(key)
        .then((open) => open.changeKey(NEW))
        .catch(() => undefined);
      const reached = revive() >= call;
      const found = await Promise.allSettled([unlock(OLD), unlock(NEW)]);
      const opened = found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(opened).toHaveLength(1);
      for (const open of opened) await expectAll(open);
      if (found[1]?.status === 'fulfilled') changed++;
      // Done again, it goes through.
      for (const open of opened) await open.changeKey('a third passphrase');
      await expectAll(await unlock('a third passphrase'));
      if (!reached) {
        expect(made).toBeDefined();
        break;
      }
    }
    expect(changed).toBeGreaterThan(0);
  });
});

it('killed before the rollback counter heard of it: nothing is wrong', async () => {
  const deaf = { read: async () => kept, write: () => Promise.reject(new Error('killed')) };
  await (await connectVault({ name: NAME, rollbackCounter: deaf }).open(key)).changeKey(NEW);
  await expectAll(await unlock(NEW));
  kept = undefined;
  const { warnings } = await (await unlock(NEW)).list();
  expect(warnings.map(({ kind }) => kind)).toEqual(['recovery-code-unseen', 'witness-missing']);
});

it('captures that come, are kept or discarded meanwhile are lost at no moment', async () => {
  for (let moment = 0; moment < 60; moment++) {
    await loadDatabase(NAME, clean);
    kept = seen;
    const wait = async () => {
      for (let turn = 0; turn < moment; turn++) await new Promise((resolve) => setImmediate(resolve));
    };
    const other = connect();
    const meanwhile = wait()
      .then(() => other.sealCapture(takenCapture('capture-zero')))
      .then(() => other.keepCapture('capture-zero', { label: 'Kept meanwhile' }));
    const changing = (await connect().open(key)).changeKey(NEW);
    await Promise.all([meanwhile, changing]);
    const open = await unlock(NEW);
    await expectAll(open);
    const third = (await open.inbox()).find(({ capture }) => capture.id === 'capture-zero');
    expect(third, `moment ${moment}`).toEqual({
      ...{ capture: takenCapture('capture-zero'), state: 'kept', answer: { label: 'Kept meanwhile' } },
    });
  }
});

it('a capture, or an answer, that was sealed for the old key when the new one came is sealed again', async () => {
  const { agreeX25519: real } =
    await vi.importActual<typeof import('../../../lib/vault/crypto')>('../../../lib/vault/crypto');
  const open = await connect().open(key);
  const zero = takenCapture('capture-zero');
  const sealMeanwhile = async (act: () => Promise<void>, change: () => Promise<unknown>) => {
    agree.mockImplementationOnce(async (...parameters) => {
      await change();
      return real(...parameters);
    });
    await act();
  };
  const seal = () => connect().sealCapture(zero);
  await sealMeanwhile(seal, () => open.changeKey(NEW));
  const later = await unlock(NEW);
  expect((await later.inbox()).find(({ capture }) => capture.id === zero.id)?.capture).toEqual(zero);
  const keep = () => connect().keepCapture(zero.id, { label: 'Kept' });
  await sealMeanwhile(keep, () => later.changeKey(OLD));
  const last = await unlock(OLD);
  await expectAll(last);
  expect((await last.inbox()).find(({ capture }) => capture.id === zero.id)).toEqual({
    ...{ capture: zero, state: 'kept', answer: { label: 'Kept' } },
  });
});
