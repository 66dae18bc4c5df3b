import { describe, expect, it } from 'vitest';
import { loadFixtures, openFixture } from './fixtures';

const fixtures = loadFixtures();

/** The readings of stored pages that show a secret before their form is sent. */
const drafts = fixtures.flatMap(({ file, provider, reading }) =>
  // What sends a form that is not known by its markup is judged, and no selector.
  reading?.kind === 'drafted' && reading.send ? [{ file, provider, ...reading }] : [],
);

/** True when the stored page has something that fits. */
function shows(file: string, selector: unknown): boolean {
  const fixture = fixtures.find((one) => one.file === file);
  return typeof selector === 'string' && openFixture(fixture!).page.querySelector(selector) !== null;
}

describe('what a page says of a secret that was sent', () => {
  it.each(drafts)('$file has the button, and no answer yet', ({ file, send, taken, refused }) => {
    expect(shows(file, send)).toBe(true);
    expect(shows(file, taken)).toBe(false);
    // Not even when an earlier try was refused.
    expect(shows(file, refused)).toBe(false);
  });

  it.each([
    ['mailcow.list-taken.html', true],
    ['mailcow.drafted-refused.html', false],
    ['mailcow.drafted-refused-unsent.html', false],
    ['stalwart.error-saving.html', false],
    ['thundermail.list-taken.html', true],
    ['thundermail.drafted-refused.html', false],
  ])('%s answers: taken %s', (answer, isTaken) => {
    const draft = drafts.find(
      ({ file, provider }) => file === `${provider}.drafted.html` && answer.startsWith(provider),
    );
    expect(shows(answer, draft?.taken)).toBe(isTaken);
    expect(shows(answer, draft?.refused)).toBe(!isTaken);
  });
});
