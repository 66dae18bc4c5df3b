import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLargestReader, measure } from '../sizes.mjs';
import { makeRow } from './table.mjs';

/** Bytes that KeePassXC-Browser puts on every page (its content scripts, not compressed): the neighbour's figure. */
const NEIGHBOUR = 230_118;

/** Sizes of the production build, with the limits of `scripts/sizes.mjs`. */
export function measureSizes(folder) {
  const build = join(folder, 'chrome-mv3');
  const { reader } = findLargestReader(build);
  const sizeOf = (path) => readFileSync(join(build, path)).length;
  return [
    makeRow({
      what: "content script on a provider's page, with the largest reader, as it is",
      value: sizeOf('content-scripts/capture.js') + sizeOf(reader),
      unit: 'bytes',
      reference: { what: 'KeePassXC-Browser, on every page', value: NEIGHBOUR },
    }),
    ...measure(build).map(({ what, bytes, most }) =>
      makeRow({
        what: `${what}, compressed`,
        value: bytes,
        unit: 'bytes',
        ...(most === undefined ? {} : { reach: { most } }),
      }),
    ),
  ];
}
