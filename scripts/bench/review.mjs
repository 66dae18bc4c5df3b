import { bundle } from './bundle.mjs';
import { notePainted, timePainted } from './painted.mjs';
import { makeRow, median } from './table.mjs';

const RUNS = 7;

/** All entries' states, and the review page, in a vault of 10,000 entries that is open. @param key its key, base64 */
export async function measureReview(chromium, key) {
  const page = await chromium.openOwnPage('offscreen.html');
  await page.evaluate(await bundle('scripts/bench/review-page.ts', 'spareKeyReview'));
  const { first, states, parses, count } = await page.evaluate(
    (k, runs) => spareKeyReview.timeState(k, runs),
    key,
    RUNS,
  );
  await page.close();
  const reference = { what: 'parsing the same entries', value: median(parses) };
  const review = await chromium.openOwnPage('app.html#/review');
  await review.evaluateOnNewDocument(notePainted, 'article.review-card');
  const shown = [];
  for (let run = -1; run < RUNS; run++) {
    const took = await timePainted(review);
    if (run >= 0) shown.push(took);
  }
  await review.close();
  return [
    makeRow({
      what: `state of ${count.toLocaleString('en')} entries`,
      value: median(states),
      unit: 'ms',
      note: `the first time ${first.toFixed(0)}`,
      reference,
      reach: { most: 20 },
    }),
    makeRow({
      what: 'review page opened to cards painted, 10,000 entries',
      value: median(shown),
      unit: 'ms',
      reference,
      reach: { most: 150 },
    }),
  ];
}
