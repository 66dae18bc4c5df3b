import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readerFor } from '../../../lib/providers';
import { readers } from '../../../lib/providers/all';
import { readPage } from '../../../lib/providers/page';
import { draw } from '../../../lib/sketch/draw';
import { Sketch } from '../../../lib/sketch/sketch';
import { inventText } from '../../../scripts/invented';
import { toAddress, toHtml } from '../../../scripts/sketch-page';
import { loadFixtures, openFixture } from '../providers/fixtures';
import { hosts } from './pages';

const fixtures = loadFixtures().filter(
  ({ reading }) => reading?.kind === 'created' || reading?.kind === 'drafted',
);

/** What is read; two secrets are alike when both are there. */
function kindOf(url: URL, page: Document): string {
  const fitting = readerFor(url).map(({ id }) => id);
  try {
    const found = readPage(
      readers.filter(({ id }) => fitting.includes(id)),
      url,
      page,
    );
    return found ? `${found.provider} ${found.reading.kind}` : 'nothing';
  } catch {
    return 'changed';
  }
}

describe('a page made of its sketch', () => {
  it('is read as the page itself is, nearly always', { timeout: 3_600_000 }, () => {
    const others: string[] = [];
    for (const fixture of fixtures) {
      const { url, page } = openFixture(fixture);
      const before = page.documentElement.outerHTML;
      const sketch = draw(page, url, hosts);
      expect(page.documentElement.outerHTML).toBe(before);
      expect(z.safeParse(Sketch, JSON.parse(JSON.stringify(sketch))).success, fixture.file).toBe(true);
      const address = toAddress(sketch);
      const again = openFixture({ file: '', provider: '', html: toHtml(sketch), url: address });
      const [first, second] = [kindOf(url, page), kindOf(again.url, again.page)];
      if (first !== second) others.push(`${fixture.file}: ${first}, of its sketch ${second}`);
    }
    // Hosts that no provider names, and words that stand in no vocabulary, are what a sketch must not say.
    expect(others.length / fixtures.length, others.join('\n')).toBeLessThan(0.15);
    expect(fixtures.length).toBeGreaterThan(80);
  });
});

describe('what is invented', () => {
  it.each([
    ['x:4 x:4 x:4 x:4', /^[a-z]{4}( [a-z]{4}){3}$/],
    ['x9:4-x9:4-x9:4', /^[a-z0-9]{4}(-[a-z0-9]{4}){2}$/],
    ['Xx:5 Xx:4', /^Robin Tree$/],
    ['CyrlXx:6', /^\p{sc=Cyrl}{6}$/u],
    ['9:6', /^\d{6}$/],
    ['‹address›', /@mail\.example$/],
    ['‹app=~anwendungsspezifische* passw!›', /^anwendungsspezifische passw$/],
    ['‹5+ words›', /^\S+( \S+){4}$/],
  ])('for %s', (shape, form) => expect(inventText(shape, 7, false)).toMatch(form));

  it('is the same for the same line, and another for another', () => {
    expect(inventText('x:16', 3, true)).toBe(inventText('x:16', 3, true));
    expect(inventText('x:16', 3, true)).not.toBe(inventText('x:16', 4, true));
  });
});
