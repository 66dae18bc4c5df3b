import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LOCK_ALARM, type Session } from '../../../lib/background/services/session';
import {
  begin,
  expectLocked,
  HOUR,
  kept,
  locked,
  MINUTE,
  makeKey,
  pass,
  reset,
  rig,
  START,
  vault,
} from './session-rig';

let session: Session;
beforeEach(() => {
  reset();
  session = begin();
});
afterEach(() => vi.restoreAllMocks());

describe('unlocked', () => {
  it('it is open until the time is over, and the time starts again with every use', async () => {
    const open = await session.unlock(makeKey());
    expect(await session.locksAt()).toBe(START + 10 * MINUTE);
    for (let use = 0; use < 20; use++) {
      pass(9 * MINUTE);
      expect(await session.use()).toBe(open);
      expect(await session.locksAt()).toBe(rig.now + 10 * MINUTE);
    }
    pass(10 * MINUTE - 1);
    expect(await session.peek()).toBe(open);
    pass(1);
    await expectLocked(session);
  });

  it('also when the time is a minute', async () => {
    rig.minutes = 1;
    await session.unlock(makeKey());
    for (let use = 0; use < 5; use++) {
      pass(50_000);
      await session.use();
    }
    pass(MINUTE);
    await expectLocked(session);
  });

  it('a look does not start the time again', async () => {
    await session.unlock(makeKey());
    pass(9 * MINUTE);
    expect(await session.peek()).toBeDefined();
    expect(await session.locksAt()).toBe(START + 10 * MINUTE);
    pass(MINUTE);
    await expectLocked(session);
  });

  it('it outlives the worker, and opens once for all', async () => {
    await session.unlock(makeKey());
    pass(9 * MINUTE);
    session = begin();
    const one = await session.use();
    expect(await session.use()).toBe(one);
    expect(await session.peek()).toBe(one);
    expect(rig.opened.map(({ key }) => key[0])).toEqual([7]);
  });

  it('the alarm stands behind the time, and locks nothing before', async () => {
    await session.unlock(makeKey());
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(alarm).toMatchObject({ name: LOCK_ALARM, scheduledTime: START + 10 * MINUTE + 1_000 });
    await session.check();
    expect(await session.peek()).toBeDefined();
    pass(10 * MINUTE + 1_000);
    await session.check();
    expect(await kept()).toBeUndefined();
    expect(rig.forgotten).toBe(1);
  });

  it('a shorter time holds at once, a longer one too', async () => {
    await session.unlock(makeKey());
    pass(6 * MINUTE);
    rig.minutes = 480;
    expect(await session.locksAt()).toBe(START + 8 * HOUR);
    rig.minutes = 8;
    await session.check();
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(alarm?.scheduledTime).toBe(START + 8 * MINUTE + 1_000);
    rig.minutes = 5;
    await expectLocked(session);
  });

  it('is as exact with a long time as with a short one', async () => {
    rig.minutes = 480;
    await session.unlock(makeKey());
    pass(2 * MINUTE);
    await session.use();
    expect(await session.locksAt()).toBe(START + 482 * MINUTE);
  });

  it('a time that is no number holds nothing open', async () => {
    await session.unlock(makeKey());
    rig.minutes = Number.NaN;
    await expectLocked(session);
  });

  it('the key that was given is wiped, and what the vault is opened with', async () => {
    const key = makeKey();
    const opening = vi.spyOn(vault, 'open');
    await session.unlock(key);
    expect(opening.mock.calls[0]?.[0]?.every((byte) => byte === 0)).toBe(true);
    expect([...key]).toEqual(Array(32).fill(0));
    expect(await kept()).toEqual({ key: btoa(String.fromCharCode(...makeKey())), at: START });
  });
});

describe('a lock', () => {
  it('closes what is open, forgets, and is not undone', async () => {
    await session.unlock(makeKey());
    await session.lock();
    expect(rig.forgotten).toBe(1);
    await expectLocked(session);
  });

  it('lets it be unlocked again with the same key', async () => {
    const one = await session.unlock(makeKey());
    await session.lock();
    const two = await session.unlock(makeKey());
    expect(two).not.toBe(one);
    expect(await session.use()).toBe(two);
    await session.lock();
    expect(rig.opened.map(({ close }) => close.mock.calls.length)).toEqual([1, 1]);
  });

  it('that comes while a caller asks for the time is told', async () => {
    await session.unlock(makeKey());
    session = begin(undefined, async () => {
      await session.lock();
      return 10;
    });
    expect(await session.locksAt()).toBeUndefined();
    await session.check();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('that comes while the key is still being made wins', async () => {
    let give: (key: Uint8Array) => void = () => undefined;
    const key = makeKey();
    const done = session.unlock(
      new Promise<Uint8Array>((resolve) => {
        give = resolve;
      }),
    );
    await session.lock();
    give(key);
    await expect(done).rejects.toMatchObject(locked);
    expect(rig.opened).toEqual([]);
    expect(key.every((byte) => byte === 0)).toBe(true);
    await expectLocked(session);
  });

  it('that comes while the vault is being opened wins', async () => {
    for (const way of ['unlock', 'use', 'peek'] as const) {
      reset();
      session = begin();
      if (way !== 'unlock') {
        await session.unlock(makeKey());
        session = begin();
      }
      let go = () => {};
      rig.gate = new Promise<void>((resolve) => {
        go = resolve;
      });
      const opening = vi.spyOn(vault, 'open');
      const done = (way === 'unlock' ? session.unlock(makeKey()) : session[way]()).catch(({ code }) => code);
      await vi.waitFor(() => expect(opening).toHaveBeenCalled());
      await session.lock();
      go();
      expect(await done, way).toBe('vault-locked');
      await expectLocked(session);
      opening.mockRestore();
    }
  });

  it('that comes at any step of a use or an unlocking wins, and nothing is written after it', async () => {
    const places = ['get', 'set'] as const;
    for (const way of ['unlock', 'use', 'peek'] as const) {
      for (const place of places) {
        for (const side of ['before', 'after'] as const) {
          reset();
          session = begin();
          if (way !== 'unlock') await session.unlock(makeKey());
          pass(5 * MINUTE);
          const area = fakeBrowser.storage.session;
          const real = area[place].bind(area) as (given: never) => Promise<never>;
          let isFirst = true;
          const spy = vi.spyOn(area, place).mockImplementation((async (given: never) => {
            if (!isFirst) return real(given);
            isFirst = false;
            if (side === 'after') {
              const result = await real(given);
              await session.lock();
              return result;
            }
            const ending = session.lock();
            const result = await real(given);
            await ending;
            return result;
          }) as never);
          const done = await (way === 'unlock' ? session.unlock(makeKey()) : session[way]()).then(
            (open) => (open === undefined ? 'vault-locked' : 'open'),
            ({ code }) => code,
          );
          spy.mockRestore();
          // A look writes nothing, an unlocking reads nothing.
          const isReached = !isFirst;
          expect(done, `${way} ${place} ${side}`).toBe(isReached ? 'vault-locked' : 'open');
          if (isReached && side === 'after') expect(await kept(), `${way} ${place}`).toBeUndefined();
        }
      }
    }
  });

  it('that comes while the time is asked for wins', async () => {
    await session.unlock(makeKey());
    let asked = 0;
    session = begin(undefined, async () => {
      asked += 1;
      if (asked === 2) await session.lock();
      return 10;
    });
    pass(5 * MINUTE);
    await expect(session.use()).rejects.toMatchObject(locked);
    expect(await kept()).toBeUndefined();
    await expectLocked(session);
  });

  it('by the time comes, too, when the machine slept while the vault was opened', async () => {
    for (const way of ['use', 'peek'] as const) {
      reset();
      session = begin();
      await session.unlock(makeKey());
      session = begin();
      let go = () => {};
      rig.gate = new Promise<void>((resolve) => {
        go = resolve;
      });
      const opening = vi.spyOn(vault, 'open');
      const done = session[way]().catch(({ code }) => code);
      await vi.waitFor(() => expect(opening).toHaveBeenCalled());
      rig.now += HOUR;
      go();
      expect(['vault-locked', undefined]).toContain(await done);
      opening.mockRestore();
    }
  });

  it('forgets all else that has to be forgotten, when the browser fails', async () => {
    await session.unlock(makeKey());
    vi.spyOn(fakeBrowser.alarms, 'clear').mockRejectedValueOnce(new Error('gone'));
    await expect(session.lock()).rejects.toThrow('gone');
    expect(rig.forgotten).toBe(1);
    expect(await kept()).toBeUndefined();
  });
});

describe('what comes with opening', () => {
  it('comes before it is held, and keeps it shut when it fails', async () => {
    session = begin(async () => {
      expect(await kept()).toBeUndefined();
    });
    await session.unlock(makeKey());
    await session.lock();
    session = begin(() => Promise.reject(new Error('no')));
    await expect(session.unlock(makeKey())).rejects.toThrow('no');
    expect(await kept()).toBeUndefined();
    await expectLocked(session);
  });

  it('a vault that does not open with the key is not held', async () => {
    vi.spyOn(vault, 'open').mockRejectedValueOnce(new Error('wrong'));
    await expect(session.unlock(makeKey())).rejects.toThrow('wrong');
    await expect(session.unlock(Promise.reject(new Error('typed wrong')))).rejects.toThrow('typed wrong');
    await expectLocked(session);
  });

  it('a second unlocking takes the place of the first, and both are closed', async () => {
    const one = await session.unlock(makeKey());
    const two = await session.unlock(makeKey().fill(9));
    expect(two).not.toBe(one);
    expect(await session.use()).toBe(two);
    await session.lock();
    expect(rig.opened.map(({ close }) => close.mock.calls.length)).toEqual([1, 1]);
  });
});
