import { bundle } from './bundle.mjs';
import { makeRow, median } from './table.mjs';

const RUNS = 5;

/** Writing a KDBX file, without the stretching of its passphrase, which is measured beside it. */
export async function measureFiles(chromium) {
  const page = await chromium.openPage('https://files.example/');
  await page.evaluate(await bundle('scripts/bench/files-page.ts', 'benchFiles'));
  const write = async (entries) =>
    median(await page.evaluate((count, runs) => globalThis.benchFiles.writeKdbx(count, runs), entries, RUNS));
  const stretching = median(await page.evaluate((runs) => globalThis.benchFiles.stretch(runs), RUNS));
  const one = await write(1);
  const thousand = await write(1000);
  await page.close();
  return [
    makeRow({
      what: '1,000 entries to KDBX, without its key derivation',
      // One entry takes the same derivation and next to nothing else.
      value: Math.max(thousand - one, 0),
      unit: 'ms',
      note: `with it ${thousand.toFixed(0)}`,
      reference: { what: 'its key derivation', value: stretching },
      reach: { most: 2_000 },
    }),
  ];
}
