import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSession, LOCK_ALARM, type Session } from '../../../lib/background/services/session';
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

/** Opening the vault waits until this is called. */
function hold(): () => void {
  let go = () => {};
  rig.gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  return go;
}

describe('a change of the vault', () => {
  it('has it to itself: other callers wait, and continue also when the change fails', async () => {
    await session.unlock(makeKey());
    for (const fails of [false, true]) {
      const said: string[] = [];
      let end = () => {};
      const work = new Promise<void>((resolve) => {
        end = resolve;
      });
      const done = session.change(async () => {
        said.push('begun');
        await work;
        said.push('changed');
        if (fails) throw new Error('no room');
        return 'what it answers';
      });
      const result = done.catch((error: Error) => error.message);
      const use = session.use().then(() => said.push('used'));
      const next = session.change(async () => said.push('changed again'));
      await vi.waitFor(() => expect(said).toEqual(['begun']));
      end();
      expect(await result).toBe(fails ? 'no room' : 'what it answers');
      await Promise.all([use, next]);
      expect(said.slice(0, 2)).toEqual(['begun', 'changed']);
      expect(said.slice(2).sort()).toEqual(['changed again', 'used']);
    }
  });

  it('begins on nothing that was locked while it waited', async () => {
    await session.unlock(makeKey());
    let end = () => {};
    const first = session.change(() => new Promise<void>((resolve) => (end = resolve)));
    const second = session.change(async () => 'changed');
    await session.lock();
    end();
    await first.catch(() => undefined);
    await expect(second).rejects.toMatchObject(locked);
  });
});

describe('a use', () => {
  it('within a minute of the last writes nothing; a minute later the time starts again', async () => {
    await session.unlock(makeKey());
    const writing = vi.spyOn(fakeBrowser.storage.session, 'set');
    pass(MINUTE - 1);
    await session.use();
    expect(await session.locksAt()).toBe(START + 10 * MINUTE);
    expect(writing).not.toHaveBeenCalled();
    pass(1);
    await session.use();
    expect(await session.locksAt()).toBe(START + 11 * MINUTE);
    expect(writing).toHaveBeenCalledTimes(1);
  });

  it('moves the alarm, so that it never comes too early', async () => {
    await session.unlock(makeKey());
    pass(5 * MINUTE);
    await session.use();
    const alarms = await fakeBrowser.alarms.getAll();
    expect(alarms).toMatchObject([{ name: LOCK_ALARM, scheduledTime: START + 15 * MINUTE + 1_000 }]);
  });

  it('that finds it locked says why, and so does one that was too late', async () => {
    await expect(session.use()).rejects.toMatchObject({ ...locked, message: 'no key in the session' });
    await session.unlock(makeKey());
    session = begin();
    const go = hold();
    const opening = vi.spyOn(vault, 'open');
    const done = session.use();
    done.catch(() => undefined);
    await vi.waitFor(() => expect(opening).toHaveBeenCalled());
    await session.lock();
    go();
    await expect(done).rejects.toMatchObject({ ...locked, message: 'locked meanwhile' });
  });

  it('ends with the time to the millisecond, by either clock', async () => {
    for (const clock of ['now', 'steady'] as const) {
      reset();
      session = begin();
      const open = await session.unlock(makeKey());
      rig[clock] += 10 * MINUTE - 1;
      expect(await session.peek()).toBe(open);
      rig[clock] += 1;
      await expectLocked(session);
    }
  });
});

describe('while the vault is opened', () => {
  /** What comes of a use or a look when this happens meanwhile. */
  async function meanwhile(way: 'use' | 'peek', happen: () => void) {
    reset();
    session = begin();
    await session.unlock(makeKey());
    session = begin();
    const go = hold();
    const opening = vi.spyOn(vault, 'open');
    const done = session[way]().then(
      (open) => (open === undefined ? 'locked' : 'open'),
      ({ code }) => (code === 'vault-locked' ? 'locked' : code),
    );
    await vi.waitFor(() => expect(opening).toHaveBeenCalled());
    happen();
    go();
    opening.mockRestore();
    return done;
  }

  it.each(['use', 'peek'] as const)('the time may end or the clock be set: %s', async (way) => {
    const limit = 10 * MINUTE;
    expect(await meanwhile(way, () => pass(limit - 1))).toBe('open');
    expect(await meanwhile(way, () => pass(limit))).toBe('locked');
    expect(await meanwhile(way, () => pass(8 * HOUR))).toBe('locked');
    expect(
      await meanwhile(way, () => {
        rig.now -= 1;
      }),
    ).toBe('locked');
  });

  it('a use that was too late locks it for all callers', async () => {
    await meanwhile('use', () => pass(HOUR));
    expect(await kept()).toBeUndefined();
    expect(rig.forgotten).toBe(1);
  });
});

describe('a session without anything beside it', () => {
  it('goes by the worker’s own clock as well', async () => {
    let steady = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => steady);
    session = createSession(
      vault,
      async () => 10,
      () => rig.now,
      async () => undefined,
    );
    const open = await session.unlock(makeKey());
    steady = 10 * MINUTE - 1;
    expect(await session.peek()).toBe(open);
    steady += 1;
    await expectLocked(session);
  });
});

describe('the time that is left', () => {
  it('is told in whole milliseconds, by clocks that have parts of them', async () => {
    await session.unlock(makeKey());
    rig.steady += 0.4;
    expect(await session.locksAt()).toBe(START + 10 * MINUTE);
    rig.steady += 1.4;
    expect(await session.locksAt()).toBe(START + 10 * MINUTE - 2);
  });

  it('is what another worker wrote down, also when it begins after a use', async () => {
    await session.unlock(makeKey());
    pass(3 * MINUTE);
    session = begin();
    pass(2 * MINUTE);
    expect(await session.locksAt()).toBe(START + 10 * MINUTE);
    pass(5 * MINUTE - 1);
    expect(await session.peek()).toBeDefined();
    pass(1);
    await expectLocked(session);
  });
});

describe('locking', () => {
  it('is nothing to look after while it is locked: no alarm is set', async () => {
    await session.check();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
    await session.unlock(makeKey());
    await session.lock();
    await session.check();
    await expectLocked(session);
  });

  it('forgets the rest and the alarm though nothing was open', async () => {
    await session.lock();
    expect(rig.forgotten).toBe(1);
    await expectLocked(session);
  });

  it('closes each that was opened once, and none a second time', async () => {
    await session.unlock(makeKey());
    await session.lock();
    await session.lock();
    expect(rig.opened.map(({ close }) => close.mock.calls.length)).toEqual([1]);
  });

  it('undoes an unlocking that could not be written down', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('full'));
    await expect(session.unlock(makeKey())).rejects.toThrow('full');
    await expectLocked(session);
  });

  it('leaves an alarm of another kind alone, and has a name of its own', async () => {
    await fakeBrowser.alarms.create('reminders', { when: START + 1 });
    await session.unlock(makeKey());
    await session.lock();
    expect((await fakeBrowser.alarms.getAll()).map(({ name }) => name)).toEqual(['reminders']);
    expect(LOCK_ALARM).toBe('lock');
  });
});
