import { vi } from 'vitest';
import { codeOf } from '../../../lib/errors';

/** What WebCrypto computes right now; it ends in real time, not in the time of the test. */
const computing = new Set<Promise<unknown>>();

/** From now on time passes only as `pass` lets it, and stands still while WebCrypto computes. */
export function holdTime(): void {
  vi.useFakeTimers();
  watch('importKey');
  watch('deriveBits');
}

export function releaseTime(): void {
  vi.useRealTimers();
  vi.restoreAllMocks();
}

function watch(name: 'importKey' | 'deriveBits'): void {
  const compute = crypto.subtle[name].bind(crypto.subtle) as (...args: unknown[]) => Promise<never>;
  vi.spyOn(crypto.subtle, name).mockImplementation((...args: unknown[]) => {
    const work = compute(...args);
    const over = () => computing.delete(work);
    computing.add(work);
    work.then(over, over);
    return work;
  });
}

/** Lets so many ms pass, and everything happen in them, in the order in which it is due. */
export async function pass(ms: number): Promise<void> {
  const end = Date.now() + ms;
  // There is always a next timer, and none after the end is taken.
  setTimeout(() => undefined, ms);
  await settle();
  while (Date.now() < end) {
    await vi.advanceTimersToNextTimerAsync();
    await settle();
  }
}

/** Until only time could change anything. */
async function settle(): Promise<void> {
  do {
    await Promise.allSettled(computing);
    await vi.advanceTimersByTimeAsync(0);
  } while (computing.size > 0);
}

/** The code a promise rejects with, after as much time as it needs. */
export async function codeFor(work: Promise<unknown>): Promise<string> {
  const settled = work.then(
    () => 'nothing thrown',
    (error) => codeOf(error),
  );
  await pass(400_000);
  return settled;
}
