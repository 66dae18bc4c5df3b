import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Warning } from '../../../lib/model';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import golden from '../../fixtures/vault/v1.json' with { type: 'json' };
import { type Dump, dumpDatabase, loadDatabase, plantRow, readDump } from './database';
import { draft, takenCapture } from './fixtures';
import { createVault } from './made';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('./fast-stretching')).withoutStretching(await load());
});

const NAME = 'witnessed';
let key: Uint8Array;
let kept: unknown;
const rollbackCounter = {
  read: async () => kept,
  write: async (seen: unknown) => {
    kept = seen;
  },
};
const connect = () => connectVault({ name: NAME, rollbackCounter });
const reopen = (): Promise<OpenVault> => connect().open(key);
const kindsOf = async (open: OpenVault): Promise<Warning['kind'][]> =>
  (await open.list()).warnings.map(({ kind }) => kind);
const signed = () => kept as { vaultId: string; counter: number; mac: string };

beforeEach(async () => {
  await connect().erase();
  kept = undefined;
  key = (await createVault(connect(), 'correct horse battery')).key;
  const open = await reopen();
  await open.add(draft('Scanner'), 'scanner-secret');
});

describe('a rollback counter', () => {
  const counters = [
    2 ** 31,
    2 ** 32 - 1,
    2 ** 32,
    2 ** 33,
    2 ** 40,
    2 ** 53 - 1,
    -1,
    1.5,
    Number.NaN,
    '4',
    5,
    null,
  ];
  const wrong: [string, () => unknown][] = [
    ...counters.map((counter): [string, () => unknown] => [
      `that says ${String(counter)} under the old signature`,
      () => ({ ...signed(), counter }),
    ]),
    ...counters.map((counter): [string, () => unknown] => [
      `that says ${String(counter)} without a signature`,
      () => ({ vaultId: signed().vaultId, counter }),
    ]),
    ['of another vault', () => ({ ...signed(), vaultId: 'x'.repeat(22) })],
    ['with another signature', () => ({ ...signed(), mac: 'A'.repeat(43) })],
    ['with half a signature', () => ({ ...signed(), mac: signed().mac.slice(0, 20) })],
    ['that is a text', () => 'rollback counter'],
    ['that is a list', () => [1, 2, 3]],
    ['that is null', () => null],
  ];

  it.each(wrong)('%s is named until it is confirmed, and not obeyed', async (_, make) => {
    const before = signed().counter;
    kept = make();
    const open = await reopen();
    expect(await kindsOf(open)).toEqual(['witness-wrong']);
    const { id } = await open.add(draft('Phone'), 'phone-secret');
    expect(await open.secret(id)).toBe('phone-secret');
    expect(signed().counter).toBeLessThan(before + 5);
    const later = await reopen();
    expect(await kindsOf(later)).toEqual(['witness-wrong']);
    expect(await later.secret(id)).toBe('phone-secret');
    await later.confirmWarnings([{ kind: 'witness-wrong' }]);
    expect(await kindsOf(await reopen())).toEqual([]);
  });

  it.each(wrong)('%s, put there while the vault is open, is named and not obeyed', async (_, make) => {
    const open = await reopen();
    const before = signed().counter;
    kept = make();
    const { id } = await open.add(draft('Phone'), 'phone-secret');
    expect(await open.secret(id)).toBe('phone-secret');
    expect(await kindsOf(open)).toEqual(['witness-wrong']);
    expect(signed().counter).toBeLessThan(before + 5);
    expect(await (await reopen()).secret(id)).toBe('phone-secret');
    expect(await kindsOf(await reopen())).toEqual(['witness-wrong']);
  });

  it('that is gone is named', async () => {
    kept = undefined;
    expect(await kindsOf(await reopen())).toEqual(['witness-missing']);
    expect(await kindsOf(await reopen())).toEqual(['witness-missing']);
  });

  it('that cannot be read or written does not keep the owner out', async () => {
    const broken = {
      read: () => Promise.reject(new Error('no storage')),
      write: () => Promise.reject(new Error('no storage')),
    };
    const open = await connectVault({ name: NAME, rollbackCounter: broken }).open(key);
    const { id } = await open.add(draft('Phone'), 'phone-secret');
    expect(await open.secret(id)).toBe('phone-secret');
    expect(await kindsOf(open)).toEqual(['witness-missing']);
  });

  it('ahead of the vault and signed says that the vault was rolled back, over lock and later writes', async () => {
    const older = await dumpDatabase(NAME);
    await (await reopen()).add(draft('Phone'), 'phone-secret');
    await loadDatabase(NAME, older);
    const open = await reopen();
    expect(await kindsOf(open)).toEqual(['rolled-back']);
    await open.add(draft('Tablet'), 'tablet-secret');
    open.close();
    expect(await kindsOf(await reopen())).toEqual(['rolled-back']);
    await (await reopen()).confirmWarnings([{ kind: 'rolled-back' }]);
    expect(await kindsOf(await reopen())).toEqual([]);
  });
});

describe('a vault of an early version', () => {
  const dump: Dump = readDump(golden.dump);
  const meta = new Map(dump['meta']);
  const { vaultId: id } = meta.get('header') as { vaultId: string };
  const counter = meta.get('counter') as number;
  const reopenEarly = async () => {
    const vault = connect();
    return vault.open(await vault.unlock({ kind: 'recovery', code: golden.recoveryCode }));
  };
  beforeEach(() => loadDatabase(NAME, dump));

  it.each([
    ['its own rollback counter', () => ({ vaultId: id, counter })],
    ['one that missed the last writes', () => ({ vaultId: id, counter: counter - 1 })],
    ['none', () => undefined],
    ['one of a vault before it', () => ({ vaultId: 'x'.repeat(22), counter: 900 })],
  ])('with %s is taken over in silence, and its rollback counter is signed', async (_, make) => {
    kept = make();
    const open = await reopenEarly();
    expect(await kindsOf(open)).toEqual([]);
    expect(signed().mac).toHaveLength(43);
    await open.add(draft('Phone'), 'phone-secret');
    expect(await kindsOf(await reopenEarly())).toEqual([]);
    kept = undefined;
    expect(await kindsOf(await reopenEarly())).toEqual(['witness-missing']);
  });

  it('with a rollback counter ahead of it was rolled back', async () => {
    kept = { vaultId: id, counter: counter + 3 };
    const open = await reopenEarly();
    expect(await kindsOf(open)).toEqual(['rolled-back']);
    expect(signed().counter).toBeGreaterThan(counter + 3);
  });

  it.each([2 ** 31, 2 ** 33, 2 ** 30, -1])(
    'with a rollback counter of %d is not taken for rolled back',
    async (said) => {
      kept = { vaultId: id, counter: said };
      expect(await kindsOf(await reopenEarly())).toEqual(['witness-wrong']);
      expect(signed().counter).toBeLessThan(counter + 5);
    },
  );
});

/** What an attacker without the key could write: into the rollback counter, and into the rows that are not sealed. */
const numbers = fc.oneof(
  fc.constantFrom(
    2 ** 30,
    2 ** 31 - 1,
    2 ** 31,
    2 ** 32 - 1,
    2 ** 32,
    2 ** 33,
    2 ** 40,
    2 ** 53 - 1,
    2 ** 53,
    -1,
  ),
  fc.integer(),
  fc.double(),
);
const anything = fc.oneof(numbers, fc.string(), fc.constant(undefined), fc.constant(null), fc.jsonValue());
const planted = fc.record({
  rollbackCounter: fc.option(
    fc.oneof(
      anything,
      fc.record({ counter: anything }),
      fc.record({ counter: numbers, own: fc.boolean(), mac: fc.option(fc.constant('old')) }),
    ),
  ),
  counter: fc.option(fc.oneof(numbers, fc.string(), fc.constant({ a: 1 }))),
  manifest: fc.boolean(),
  header: fc.option(fc.constantFrom('header', 'header-copy')),
  rows: fc.array(fc.record({ name: fc.constantFrom('secret', 'list', 'other'), revision: numbers }), {
    maxLength: 3,
  }),
  before: fc.boolean(),
});

it('whatever lies in plain storage, what was saved opens, at once and after lock and unlock', async () => {
  const clean = await dumpDatabase(NAME);
  const first = kept;
  await fc.assert(
    fc.asyncProperty(planted, async (plan) => {
      await loadDatabase(NAME, clean);
      kept = first;
      let open = await reopen();
      const entry = await open.add(draft('Before'), 'secret-before');
      if (plan.before) open.close();
      // Planted while it is locked, or while it is open.
      const said = plan.rollbackCounter;
      if (said !== null) {
        kept =
          typeof said === 'object' && said && 'own' in said
            ? { ...said, vaultId: signed().vaultId, ...(said.mac && { mac: signed().mac }) }
            : said;
      }
      if (plan.counter !== null) await plantRow(NAME, 'meta', 'counter', plan.counter);
      if (plan.manifest) await plantRow(NAME, 'meta', 'manifest', new Uint8Array(4131));
      if (plan.header !== null) await plantRow(NAME, 'meta', plan.header, { format: 'one' });
      for (const { name, revision } of plan.rows) {
        await plantRow(NAME, 'records', `${name}/${entry.id}/${revision}`, new Uint8Array(551).fill(3));
      }
      if (plan.before) open = await reopen();
      const added = await open.add(draft('After'), 'secret-after');
      await open.replaceSecret(entry.id, 'secret-replaced');
      await connect().sealCapture(takenCapture('capture-one'));
      const taken = await open.takeCapture('capture-one', () => draft('Taken'));
      for (const vault of [open, await reopen()]) {
        expect(await vault.secret(added.id)).toBe('secret-after');
        expect(await vault.secret(entry.id)).toBe('secret-replaced');
        expect(await vault.secret(taken.id)).toBe('canary-capture-one');
        expect((await vault.get(added.id)).label).toBe('After');
      }
      open.close();
      const unlocked = await connect().unlock({ kind: 'passphrase', passphrase: 'correct horse battery' });
      expect(await (await connect().open(unlocked)).secret(added.id)).toBe('secret-after');
    }),
    { numRuns: 150 },
  );
});
