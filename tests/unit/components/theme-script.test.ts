import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';

/** A page as the script finds it: what is kept, and the attribute that the styles go by. */
function openPage(kept: string | null | Error) {
  const page = { kept, dataset: {} as Record<string, string>, hear: () => {} };
  runInNewContext(readFileSync('public/theme.js', 'utf8'), {
    localStorage: {
      getItem(key: string) {
        if (page.kept instanceof Error) throw page.kept;
        return key === 'theme' ? page.kept : null;
      },
    },
    document: { documentElement: { dataset: page.dataset } },
    addEventListener: (_: string, listener: () => void) => (page.hear = listener),
  });
  return page;
}

it.each([
  ['dark', { theme: 'dark' }],
  ['light', { theme: 'light' }],
  [null, {}],
  ['<img>', {}],
  [new Error('no storage'), {}],
])('a page begins in the theme that was chosen: %s', (kept, dataset) => {
  expect(openPage(kept).dataset).toEqual(dataset);
});

it('follows what another page chooses', () => {
  const page = openPage('dark');
  page.kept = 'light';
  page.hear();
  expect(page.dataset).toEqual({ theme: 'light' });
  page.kept = null;
  page.hear();
  expect(page.dataset).toEqual({});
});

it('is the first thing that every page of ours loads', () => {
  for (const page of ['app', 'popup', 'welcome']) {
    const [, first] = /<script[^>]*src="([^"]+)"/.exec(
      readFileSync(`entrypoints/${page}/index.html`, 'utf8'),
    ) ?? [''];
    expect(first, page).toBe('/theme.js');
  }
});
