import { expect, test } from 'vitest';
import { measureSpans, type Outcome, ROUND, runKills } from './kills-run.ts';

// Many more of them: npm run kills.
test('eight kills of the browser at random moments: nothing lost, doubled or half', {
  timeout: 600_000,
}, async () => {
  const seed = 1;
  const outcomes: Outcome[] = [];
  const spans = await measureSpans();
  await runKills({ from: 0, to: ROUND, seed, spans }, (outcome) => outcomes.push(outcome));
  const wrong = outcomes.filter(({ faults, failure }) => faults.length > 0 || failure !== undefined);
  expect(wrong, `seed ${seed}`).toEqual([]);
  expect(outcomes).toHaveLength(ROUND);
});
