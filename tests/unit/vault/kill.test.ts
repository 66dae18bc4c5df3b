import 'fake-indexeddb/auto';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectVault, type OpenVault, type RollbackCounter, type Vault } from '../../../lib/vault/vault';
import { type Dump, dumpDatabase, loadDatabase } from './database';
import { dieAt, type Fault, revive } from './faults';
import { draft, takenCapture } from './fixtures';
import { createVault } from './made';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('./fast-stretching')).withoutStretching(await load());
});

afterEach(() => {
  revive();
});

const NAME = 'killed';
let key: Uint8Array;
let code: string;
let clean: Dump;
let witnessed: unknown;
let firstSeen: unknown;
const rollbackCounter: RollbackCounter = {
  read: async () => witnessed,
  write: async (seen) => {
    witnessed = seen;
  },
};
const connect = (): Vault => connectVault({ name: NAME, rollbackCounter });
const capture = takenCapture('capture-one');

beforeAll(async () => {
  const vault = connect();
  ({ key, recoveryCode: code } = await createVault(vault, 'correct horse battery'));
  const open = await vault.open(key);
  await open.addAll([
    { entry: draft('Scanner'), secret: 'scanner-secret' },
    { entry: draft('Phone'), secret: 'phone-secret' },
  ]);
  vault.close();
  clean = await dumpDatabase(NAME);
  firstSeen = witnessed;
});

async function start(before: Dump): Promise<void> {
  await loadDatabase(NAME, before);
  witnessed = firstSeen;
}

interface Found {
  open: OpenVault;
  entries: number;
  inbox: number;
}

/** Checks what a new opening finds afterwards: nothing lost, nothing half. */
async function inspect(): Promise<Found> {
  revive();
  const open = await connect().open(key);
  expect(await open.check()).toEqual([]);
  const { entries } = await open.list();
  for (const { id, label } of entries) {
    const expected = label === 'Printer' ? capture.secret : `${label.toLowerCase()}-secret`;
    expect(await open.secret(id)).toBe(expected);
  }
  const inbox = await open.inbox();
  for (const item of inbox) expect(item.capture).toEqual(capture);
  return { open, entries: entries.length, inbox: inbox.length };
}

/** Runs `act` again and again, dying one call later each time, until it gets through; answers how many deaths. */
async function killEverywhere(
  before: Dump,
  act: (vault: Vault) => Promise<unknown>,
  check: (succeeded: boolean, found: Found) => Promise<void> | void,
  how: Fault = 'killed',
): Promise<number> {
  for (let call = 1; call < 200; call++) {
    await start(before);
    dieAt(call, how);
    const outcome = await act(connect()).then(
      () => undefined,
      (error: unknown) => error ?? 'failed',
    );
    const reached = revive() >= call;
    if (how === 'full' && reached) expect(outcome).toMatchObject({ code: 'vault-full' });
    const found = await inspect();
    await check(outcome === undefined, found);
    if (!reached) {
      expect(outcome).toBeUndefined();
      return call - 1;
    }
  }
  throw new Error('never got through');
}

const withCapture = async (state: 'waiting' | 'kept'): Promise<Dump> => {
  await start(clean);
  await connect().sealCapture(capture);
  if (state === 'kept') await connect().keepCapture(capture.id, { label: 'Printer' });
  return dumpDatabase(NAME);
};

for (const how of ['killed', 'full'] as const) {
  describe(how === 'full' ? 'with the disk full at any write' : 'killed at any step', () => {
    it('a capture that was said to be safe is there; one that was not is whole or absent', async () => {
      const deaths = await killEverywhere(
        clean,
        (vault) => vault.sealCapture(capture),
        async (succeeded, { inbox, entries }) => {
          expect(entries).toBe(2);
          expect(inbox).toBe(succeeded ? 1 : 0);
          await connect().sealCapture(capture);
          expect((await inspect()).inbox).toBe(1);
        },
        how,
      );
      expect(deaths).toBeGreaterThanOrEqual(3);
    });

    it('keeping a capture loses neither it nor the answer', async () => {
      const before = await withCapture('waiting');
      const deaths = await killEverywhere(
        before,
        (vault) => vault.keepCapture(capture.id, { label: 'Printer', account: 'ada@harbour.example' }),
        async (succeeded, { open, inbox }) => {
          expect(inbox).toBe(1);
          const [item] = await open.inbox();
          expect(item?.state).toBe(succeeded ? 'kept' : 'waiting');
          expect(item?.answer).toEqual(
            succeeded ? { label: 'Printer', account: 'ada@harbour.example' } : undefined,
          );
          await connect().keepCapture(capture.id, { label: 'Printer' });
          expect((await open.inbox())[0]?.answer).toEqual({ label: 'Printer' });
        },
        how,
      );
      expect(deaths).toBeGreaterThanOrEqual(3);
    });

    it('taking a capture makes exactly one entry, and trying again too', async () => {
      const before = await withCapture('kept');
      const deaths = await killEverywhere(
        before,
        async (vault) => (await vault.open(key)).takeCapture(capture.id, () => draft('Printer')),
        async (succeeded, { open, entries, inbox }) => {
          expect([entries, inbox]).toEqual(succeeded ? [3, 0] : [2, 1]);
          await open.takeCapture(capture.id, () => draft('Printer'));
          const after = await inspect();
          expect([after.entries, after.inbox]).toEqual([3, 0]);
        },
        how,
      );
      expect(deaths).toBeGreaterThanOrEqual(how === 'full' ? 6 : 15);
    });

    it('changing and removing entries is done or not done', async () => {
      let id = '';
      await start(clean);
      for (const entry of (await (await connect().open(key)).list()).entries) {
        if (entry.label === 'Phone') id = entry.id;
      }
      await killEverywhere(
        clean,
        async (vault) => {
          const open = await vault.open(key);
          await open.update(id, (entry) => ({ ...entry, notes: 'changed' }));
          await open.remove([id]);
        },
        async (succeeded, { open, entries }) => {
          expect(entries).toBe(succeeded ? 1 : entries);
          expect([1, 2]).toContain(entries);
          await open.remove([id]);
          expect((await inspect()).entries).toBe(1);
        },
        how,
      );
    });

    it('recovering leaves the old passphrase and code, or the new ones: never one of each', async () => {
      for (let call = 1; ; call++) {
        await start(clean);
        const open = await connect().open(key);
        dieAt(call, how);
        const fresh = await open.recover('another passphrase').catch(() => undefined);
        const reached = revive() >= call;
        const unlock = (way: Parameters<Vault['unlock']>[0]) =>
          connect()
            .unlock(way)
            .then(() => true)
            .catch(() => false);
        expect(await unlock({ kind: 'passphrase', passphrase: 'correct horse battery' })).toBe(!fresh);
        expect(await unlock({ kind: 'passphrase', passphrase: 'another passphrase' })).toBe(!!fresh);
        expect(await unlock({ kind: 'recovery', code })).toBe(!fresh);
        if (fresh) expect(await unlock({ kind: 'recovery', code: fresh })).toBe(true);
        if (!reached) break;
      }
    });

    it('setting up leaves a whole vault or none', async () => {
      for (let call = 1; ; call++) {
        const vault = connectVault({ name: `${how}-set-up-${call}` });
        dieAt(call, how);
        const made = await vault.create('correct horse battery').catch(() => undefined);
        const reached = revive() >= call;
        expect((await vault.status()).exists).toBe(made !== undefined);
        if (made) {
          const { warnings } = await (await vault.open(made.key)).list();
          expect(warnings).toEqual([{ kind: 'recovery-code-unseen' }]);
        }
        if (!reached) break;
      }
    });
  });
}

it('killed after the commit and before the rollback counter heard of it: nothing is wrong', async () => {
  await start(clean);
  const open = await connect().open(key);
  const entry = await open.add(draft('Scanner'), 'scanner-secret');
  witnessed = firstSeen;
  const { entries, open: after } = await inspect();
  expect(entries).toBe(3);
  expect(await after.secret(entry.id)).toBe('scanner-secret');
  expect(witnessed).not.toEqual(firstSeen);
});

it('two pages that take, keep and discard the same captures make one entry of each', async () => {
  await start(clean);
  const vaults = [connect(), connect()];
  const opens = await Promise.all(vaults.map((vault) => vault.open(key)));
  for (let round = 0; round < 20; round++) {
    const id = `capture-round-${round}`;
    await Promise.all(vaults.map((vault) => vault.sealCapture({ ...capture, id })));
    await Promise.all([
      vaults[round % 2]?.keepCapture(id, { label: 'Printer' }).catch(() => undefined),
      ...opens.map((open) => open.takeCapture(id, () => draft('Printer'))),
    ]);
  }
  const { entries, inbox } = await inspect();
  expect([entries, inbox]).toEqual([22, 0]);
});
