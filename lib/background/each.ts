import { codeOf } from '../errors';

/**
 * Does one thing after the other, each of which can wait for another time: one that fails is named in the log, without
 * what it says, and does not stop the next.
 */
export async function doEach(...steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of steps) {
    await step().catch((error) => console.warn('left for another time', codeOf(error)));
  }
}
