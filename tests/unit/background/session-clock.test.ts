import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../lib/background/services/session';
import { begin, expectLocked, HOUR, MINUTE, makeKey, pass, reset, rig, START } from './session-rig';

let session: Session;
beforeEach(() => {
  reset();
  session = begin();
});

describe('a clock', () => {
  it.each([1, MINUTE, 8 * HOUR, 400 * 24 * HOUR])(
    'set back by %i ms behind the last use locks',
    async (ms) => {
      await session.unlock(makeKey());
      rig.now -= ms;
      await expectLocked(session);
    },
  );

  it('set back and on again while the worker did not look opens nothing once the time is over', async () => {
    await session.unlock(makeKey());
    pass(9 * MINUTE);
    rig.now -= 8 * HOUR;
    pass(5 * HOUR);
    await expectLocked(session);
  });

  it('set back a little wins no time while the worker lives', async () => {
    await session.unlock(makeKey());
    pass(9 * MINUTE);
    rig.now -= 8 * MINUTE;
    expect(await session.locksAt()).toBe(rig.now + MINUTE);
    pass(MINUTE);
    await expectLocked(session);
  });

  it('set back a little wins no time in a worker that has seen how late it was', async () => {
    await session.unlock(makeKey());
    pass(9 * MINUTE);
    session = begin();
    await session.peek();
    rig.now -= 8 * MINUTE;
    pass(MINUTE);
    await expectLocked(session);
  });

  it('set ahead locks', async () => {
    await session.unlock(makeKey());
    rig.now += 8 * HOUR;
    await expectLocked(session);
  });

  it('that stood still, as that of a machine asleep may, does not keep it open', async () => {
    await session.unlock(makeKey());
    rig.steady += 8 * HOUR;
    await expectLocked(session);
    rig.now = START;
    session = begin();
    await session.unlock(makeKey());
    rig.now += 8 * HOUR;
    await expectLocked(session);
  });

  it('that says no number locks', async () => {
    await session.unlock(makeKey());
    rig.now = Number.NaN;
    await expectLocked(session);
  });

  it('nothing that clocks and workers do opens the vault later than the time after the last use', async () => {
    const step = fc.record({
      ms: fc.integer({ min: 0, max: 20 * MINUTE }),
      jump: fc.oneof(fc.constant(0), fc.integer({ min: -10 * HOUR, max: 10 * HOUR })),
      restart: fc.boolean(),
      what: fc.constantFrom('use', 'peek', 'check', 'locksAt'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        reset();
        session = begin();
        await session.unlock(makeKey());
        // What really passed since the last use; what a worker saw with its own clock it may not forget.
        let real = 0;
        let isSure = true;
        for (const { ms, jump, restart, what } of steps) {
          if (restart) session = begin();
          // A clock that was set back while no worker ran leaves no trace, if it still stands behind the last use.
          if (restart || jump < 0) isSure = isSure && !(restart && jump < 0) && jump === 0;
          pass(ms);
          real += ms;
          rig.now += jump;
          const open = await session[what]().catch(() => undefined);
          if (open && isSure) expect(real).toBeLessThan(10 * MINUTE);
          if (what === 'use' && open) [real, isSure] = [0, true];
        }
      }),
      { numRuns: 300 },
    );
  });
});
