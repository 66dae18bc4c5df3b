import { generalReader, readers } from '../lib/providers/all';
import { readerFor } from '../lib/providers/index';
import { readPage } from '../lib/providers/page';
import type { Reading } from '../lib/providers/provider';
import { explain } from '../lib/providers/reading/explain';
import { shapeOf } from '../lib/sketch/shape';
import { openFixture } from '../tests/unit/providers/fixtures';

/** All that `npm run explain` needs, in one module: words that were learnt are known to what was loaded with them. */

/** What is read, with the secret by its shape alone. */
function sayReading(found: { provider: string; reading: Reading } | undefined): string {
  if (!found) return 'nothing';
  const { provider, reading } = found;
  const secret = 'secret' in reading ? { secret: shapeOf(reading.secret) } : {};
  return `${provider}: ${JSON.stringify({ ...reading, ...secret }, null, 2)}`;
}

/**
 * Says how a page is read and why, or why not.
 * @param file the page as HTML, with its address
 * @param asked read it as when the user chooses "Scan this page"
 * @returns lines of text
 */
export function explainPage(file: { html: string; url: string }, asked: boolean): string {
  const { url, page } = openFixture(file as Parameters<typeof openFixture>[0]);
  const fitting = new Set(readerFor(url).map(({ id }) => id));
  const chosen = [...readers.filter(({ id }) => fitting.has(id)), ...(asked ? [generalReader] : [])];
  const names = chosen.map(({ id }) => id).join(', ') || 'none; --asked adds the general one';
  let answer: string;
  try {
    answer = sayReading(readPage(chosen, url, page, asked));
  } catch (error) {
    answer = `none, ${error instanceof Error ? error.message : error}`;
  }
  return [
    `Address: ${url.href}`,
    `Readers: ${names}`,
    `Reading: ${answer}`,
    '',
    explain(chosen, url, page, asked),
  ].join('\n');
}
