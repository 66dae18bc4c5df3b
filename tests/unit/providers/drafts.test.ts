import { describe, expect, it } from 'vitest';
import { readers } from '../../../lib/providers/all';
import { loadFixtures, openFixture } from './fixtures';

const fixtures = loadFixtures();

/** The readings of stored pages that show a secret before their form is sent. */
const drafts = fixtures.flatMap(({ file, provider, reading }) =>
  reading?.kind === 'drafted' ? [{ file, provider, ...reading }] : [],
);

/** True when the stored page has something that fits. */
function shows(file: string, selector: string | undefined): boolean {
  const fixture = fixtures.find((one) => one.file === file);
  return selector !== undefined && openFixture(fixture!).page.querySelector(selector) !== null;
}

describe('what a page says of a secret that was sent', () => {
  it.each(drafts)('$file has the button, and was not taken', ({ file, send, taken, refused }) => {
    expect(shows(file, send)).toBe(true);
    expect(shows(file, taken)).toBe(false);
    expect(shows(file, refused)).toBe(/refused|error/.test(file));
  });

  it.each(['mailcow.list-taken.html'])('%s: taken', (file) => {
    const { provider, taken, refused } = drafts.find((draft) => file.startsWith(draft.provider))!;
    expect(readers.some(({ id }) => id === provider)).toBe(true);
    expect(shows(file, taken)).toBe(true);
    expect(shows(file, refused)).toBe(false);
  });
});
