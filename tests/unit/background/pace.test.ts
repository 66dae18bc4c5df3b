import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPace } from '../../../lib/background/pace';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('what people do in a tab is done at once, and of a flood now and then the latest', async () => {
  const done: string[] = [];
  const pace = createPace(() => Date.now());
  const bring = (tabId: number, name: string) => pace(tabId, async () => void done.push(name));
  for (let place = 0; place < 10; place++) await bring(1, `slow ${place}`);
  expect(done).toHaveLength(10);
  for (let place = 0; place < 1_000; place++) {
    void bring(1, `flood ${place}`);
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(done.length).toBeLessThanOrEqual(22);
  // Another tab does not wait, and the last of all is not lost.
  await bring(2, 'elsewhere');
  expect(done).toContain('elsewhere');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(done).toContain('flood 999');
});
