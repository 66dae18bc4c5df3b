import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeliveries, type Deliveries, routeOf } from '../../../lib/background/services/deliveries';
import { AppError } from '../../../lib/errors';
import type { Delivery, Item, LiveBridge } from '../../../lib/managers/manager';
import { defaultSettings } from '../../../lib/model';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { draft } from '../vault/fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

/** What the stand-in for a manager does with the next one, and what it has got. */
const manager = vi.hoisted(() => ({
  answer: undefined as unknown as (item: Item) => Promise<Delivery>,
  got: [] as Item[],
  back: 'given back',
}));

vi.mock('../../../lib/managers', () => {
  const bridge: LiveBridge = {
    id: 'acme',
    name: 'Acme',
    kind: 'live',
    carries: new Set(['label']),
    look: async () => ({ state: 'ready' }),
    deliver: (item) => {
      manager.got.push(item);
      return manager.answer(item);
    },
    fetch: async () => manager.back,
  };
  return { bridges: [bridge], bridgeById: (id: string) => (id === 'acme' ? bridge : undefined) };
});

const took = async (): Promise<Delivery> => ({ place: 'Acme/Scanner', pointer: '1', verified: true });
const fails = (code: 'bridge-locked' | 'bridge-unknown-outcome') => () =>
  Promise.reject(new AppError(code, 'no'));

const clock = 200_000;

describe('a delivery', () => {
  let open: OpenVault;
  let deliveries: Deliveries;
  let id: string;
  let round = 0;

  beforeEach(async () => {
    const vault = connectVault({ name: `deliveries-${round++}` });
    const { key } = await vault.create('correct horse battery staple');
    open = await vault.open(key);
    deliveries = createDeliveries(
      async () => defaultSettings,
      () => ({}) as never,
      () => clock,
    );
    ({ id } = await open.add(draft('Scanner'), 'h3Kd 9mQx 2LpV t7Rw Zc5N bY8f'));
    manager.got.length = 0;
    manager.answer = took;
  });

  const deliver = (keep: boolean) => deliveries.deliver(open, id, { bridge: 'acme', keep });

  it('gives what clients need, and the vault gives the secret up once the manager has shown it', async () => {
    const entry = await deliver(false);
    expect(manager.got[0]).toMatchObject({ label: 'Scanner', secret: 'h3Kd9mQx2LpVt7RwZc5NbY8f' });
    expect(entry).toMatchObject({ custody: 'acme', handover: { state: 'done', place: 'Acme/Scanner' } });
    expect(await open.secret(id)).toBe('');
  });

  it('leaves the secret where it is to be kept as well', async () => {
    expect(await deliver(true)).toMatchObject({ custody: 'vault', handover: { state: 'done' } });
    expect(await open.secret(id)).toBe('h3Kd 9mQx 2LpV t7Rw Zc5N bY8f');
  });

  it('gives nothing up for a manager that could not show it', async () => {
    manager.answer = async () => ({ place: 'Acme', pointer: '1', verified: false });
    expect(await deliver(false)).toMatchObject({ custody: 'vault' });
    expect(await open.secret(id)).not.toBe('');
  });

  it.each([
    ['bridge-locked', 'wanted'],
    ['bridge-unknown-outcome', 'sent'],
  ] as const)('that ends with %s loses nothing and says so', async (code, state) => {
    manager.answer = fails(code);
    await expect(deliver(false)).rejects.toMatchObject({ code });
    expect(await open.get(id)).toMatchObject({ custody: 'vault', handover: { state, problem: code } });
    expect(await open.secret(id)).not.toBe('');
  });

  it('is known to be under way before it is, so that a crash in between is not taken for nothing', async () => {
    manager.answer = async () => {
      expect((await open.get(id)).handover?.state).toBe('sent');
      throw new Error('the worker died');
    };
    await expect(deliver(false)).rejects.toThrow();
    expect(await open.secret(id)).not.toBe('');
  });

  it('is made up for later when it is wanted, once, and never when it is unknown whether it arrived', async () => {
    const wanted = { bridge: 'acme', keep: false, state: 'wanted', at: clock - 120_000 } as const;
    await open.update(id, (entry) => ({ ...entry, handover: wanted }));
    const other = await open.add({ ...draft('Phone'), handover: { ...wanted, state: 'sent' } }, 'abcd');
    const tried = await open.add(
      { ...draft('Fax'), handover: { ...wanted, problem: 'bridge-locked' } },
      'abcd',
    );
    await deliveries.settle(open);
    await deliveries.settle(open);
    expect(manager.got.map((item) => item.id)).toEqual([id]);
    for (const left of [other, tried]) expect(await open.secret(left.id)).toBe('abcd');
  });

  it('waits while it can be undone, unless its owner agrees', async () => {
    await open.update(id, (entry) => ({
      ...entry,
      handover: { bridge: 'acme', keep: false, state: 'wanted', at: clock - 119_999 },
    }));
    await deliveries.settle(open);
    expect(manager.got).toEqual([]);
    await deliveries.settle(open, 'another-entry');
    expect(manager.got).toEqual([]);
    await deliveries.settle(open, id);
    expect(manager.got.map((item) => item.id)).toEqual([id]);
  });

  it('is made up for once, also when two look at the same time', async () => {
    const wanted = { bridge: 'acme', keep: true, state: 'wanted', at: clock - 120_000 } as const;
    await open.update(id, (entry) => ({ ...entry, handover: wanted }));
    await Promise.all([deliveries.settle(open), deliveries.settle(open)]);
    expect(manager.got).toHaveLength(1);
  });

  it('can be copied back', async () => {
    await deliver(false);
    expect(await deliveries.fetch(open, id)).toMatchObject({ custody: 'vault' });
    expect(await open.secret(id)).toBe('given back');
  });

  it('copies nothing back that is no secret, and loses none for it', async () => {
    await deliver(true);
    for (const [back, code] of [
      ['', 'bridge-gone'],
      [' ', 'bridge-gone'],
      ['x'.repeat(201), 'capture-invalid'],
    ] as const) {
      manager.back = back;
      await expect(deliveries.fetch(open, id)).rejects.toMatchObject({ code });
      expect(await open.secret(id)).toBe('h3Kd 9mQx 2LpV t7Rw Zc5N bY8f');
    }
    manager.back = 'given back';
  });

  it('takes only what is here', async () => {
    await deliver(false);
    await expect(deliver(false)).rejects.toMatchObject({ code: 'entry-without-secret' });
    await expect(deliveries.deliver(open, id, { bridge: 'unknown', keep: true })).rejects.toMatchObject({
      code: 'bridge-failed',
    });
  });

  it('two at once come one after the other', async () => {
    const second = await open.add(draft('Phone'), 'abcd');
    let busy = 0;
    manager.answer = async () => {
      expect(++busy).toBe(1);
      await new Promise((rested) => setTimeout(rested));
      busy--;
      return took();
    };
    await Promise.all([deliver(true), deliveries.deliver(open, second.id, { bridge: 'acme', keep: true })]);
    expect(manager.got).toHaveLength(2);
  });
});

describe('where a new one goes', () => {
  const to = (destination: { to: string; keep: boolean }, ...others: { provider: string; to: string }[]) =>
    routeOf(
      { ...defaultSettings, destination, destinations: others.map((one) => ({ ...one, keep: true })) },
      'example-mail',
      5,
    );

  it.each([
    ['the vault only', { to: 'vault', keep: true }, [], undefined],
    ['a manager', { to: 'acme', keep: false }, [], { bridge: 'acme', keep: false, state: 'wanted', at: 5 }],
    [
      'elsewhere for this provider',
      { to: 'acme', keep: false },
      [{ provider: 'example-mail', to: 'vault' }],
      undefined,
    ],
    ['elsewhere for another', { to: 'vault', keep: false }, [{ provider: 'other', to: 'acme' }], undefined],
    ['a manager of another version', { to: 'gone', keep: false }, [], undefined],
  ])('%s', (_, destination, others, expected) => {
    expect(to(destination, ...others)).toEqual(expected);
  });
});
