import { bundle, load } from './bundle.mjs';
import { makeRow, median } from './table.mjs';

/** Larger than what is looked at whole; and the largest that is. */
const HUGE = 20_000;
const LARGE = 4_900;
const RUNS = 41;
/** The browser tells time exactly (5 µs instead of 100) only to pages that share nothing with others. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** How right the reading is on all stored pages, beside taking all that has the form of a secret. */
function rateReadings({ pages, expected, reading, form }) {
  const rowOf = (what, part, whole, reference, note) =>
    makeRow({
      what,
      value: (100 * part) / whole,
      unit: '%',
      note,
      reference: { what: 'taking what has the form of a secret', value: reference },
      reach: { least: 100 },
    });
  return [
    rowOf(
      'precision: secrets read that are right',
      reading.right,
      reading.found,
      (100 * form.right) / form.found,
      `${reading.right} of ${reading.found}; ${pages} stored pages, each with every reader`,
    ),
    rowOf(
      'recall: secrets shown that are read',
      reading.right,
      expected,
      (100 * form.right) / expected,
      `${reading.right} of ${expected}`,
    ),
  ];
}

/** Times that style or layout was computed between the marks of a trace. */
function countForced(events, name) {
  const at = (end) => events.filter((event) => event.name === `${name}-${end}`);
  const ends = at('end');
  if (ends.length !== 2) throw new Error(`The trace lacks marks of "${name}".`);
  const spans = at('start').map((start, place) => ({ ...start, end: ends[place].ts }));
  return events.filter(
    (event) =>
      /^(Layout|UpdateLayoutTree)$/.test(event.name) &&
      spans.some(
        ({ pid, tid, ts, end }) =>
          event.pid === pid && event.tid === tid && event.ts >= ts && event.ts <= end,
      ),
  ).length;
}

/** Reads one provider's page as it is, then once it is large. */
async function readLarge(page, { id, url, secret, properties }, where, size, code) {
  await page.goto('about:blank');
  await page.goto(url);
  await page.evaluate(code);
  const call = (name, ...given) => page.evaluate((one, all) => spareKeyReading[one](...all), name, given);
  await page.tracing.start({ categories: ['devtools.timeline', 'blink.user_timing'] });
  await call('fill', secret, properties, where, 0);
  const kind = await call('mark', id);
  if (kind !== 'created' && kind !== 'drafted') throw new Error(`The page of ${id} is not read.`);
  await call('fill', secret, properties, where, size);
  await call('mark', id);
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const { times, walks } = await call('time', id, RUNS);
  return {
    id,
    where,
    size,
    time: median(times),
    worst: Math.max(...times),
    walk: median(walks),
    forced: countForced(traceEvents, 'read'),
    height: countForced(traceEvents, 'height'),
  };
}

/** Reads every provider's page, with many elements around the step that shows the secret, then inside it. */
async function readPages(chromium, pages) {
  const code = await bundle('scripts/bench/reading-page.ts', 'spareKeyReading');
  const page = await chromium.openPage('about:blank');
  const found = [];
  for (const size of [HUGE, LARGE]) {
    for (const where of ['around', 'inside']) {
      for (const one of pages) {
        const answer = () => ({ status: 200, headers: HEADERS, body: one.html });
        chromium.sites.serve({ [new URL(one.url).hostname]: answer });
        found.push(await readLarge(page, one, where, size, code));
      }
    }
  }
  await page.close();
  return found;
}

/** How right the reading is, and what it costs a large page. Needs a browser without the extension, which would read, too. */
export async function measureReading(chromium) {
  const { countReadings, loadSecretPages } = await load('scripts/bench/reading-fixtures.ts');
  const ratings = rateReadings(countReadings());
  const found = await readPages(chromium, loadSecretPages());
  const sum = (name) => found.reduce((total, one) => total + one[name], 0);
  // A counter that misses what we asked for on purpose says nothing.
  if (found.some(({ height }) => height < 2)) throw new Error('Forced layout was not noticed.');
  const rowOf = (what, place, elements, reach) => {
    const times = found
      .filter(({ where, size }) => where === place && size === elements)
      .sort((a, b) => b.time - a.time);
    const [slowest, ...others] = times;
    return makeRow({
      what,
      value: slowest.time,
      unit: 'ms',
      note: `${slowest.id}; its worst of ${RUNS}: ${slowest.worst.toFixed(2)}; the other ${others.length}: ${others.at(-1).time.toFixed(2)} to ${others[0].time.toFixed(2)}`,
      reference: { what: "walking over all elements' names", value: slowest.walk },
      reach,
    });
  };
  return [
    ...ratings,
    rowOf('one reading of a page with 20,000 elements around the secret, slowest provider', 'around', HUGE, {
      ratio: 4,
    }),
    rowOf('the same, all of them inside the step that shows the secret', 'inside', HUGE, { ratio: 4 }),
    // The most that is walked: how often this may happen is limited by what it takes.
    rowOf('the same with 4,900 elements, the largest page that is looked at whole', 'around', LARGE),
    rowOf('the same, all of them inside the step', 'inside', LARGE),
    makeRow({
      what: 'styles and layouts computed during a reading, all providers',
      value: sum('forced'),
      unit: 'times',
      note: `${found.length} readings of pages with one candidate each`,
      reference: { what: 'asking each page for a height', value: sum('height') },
      // A candidate is looked at as an eye would: for that, styles and layout are computed once.
      reach: { most: 2 * found.length },
    }),
  ];
}
