import { describe, expect, it, vi } from 'vitest';
import { readerFor } from '../../../lib/providers';
import { readers } from '../../../lib/providers/all';
import { readPage } from '../../../lib/providers/page';
import { type Fixture, loadFixtures, openFixture } from './fixtures';

const fixtures = loadFixtures();
/** The readers that a page at this address gets. */
function readersFor(url: URL) {
  const fitting = readerFor(url).map(({ id }) => id);
  return readers.filter(({ id }) => fitting.includes(id));
}

const read = (url: URL, page: Document) => readPage(readersFor(url), url, page);
const opened = new Map<Fixture, ReturnType<typeof openFixture>>();

describe.each(fixtures)('$file', (fixture) => {
  // One page for both tests, which also shows that reading leaves it as it was.
  const open = () => {
    opened.set(fixture, opened.get(fixture) ?? openFixture(fixture));
    return opened.get(fixture)!;
  };

  it('reads as it says', () => {
    const { url, page } = open();
    const before = page.documentElement.outerHTML;
    if (fixture.error) {
      expect(() => read(url, page)).toThrow(expect.objectContaining({ code: fixture.error }));
      return;
    }
    const found = read(url, page);
    // What sends a form that is not known by its markup is no text.
    const { reading } = found ?? {};
    const isJudged = reading?.kind === 'drafted' && typeof reading.send !== 'string';
    expect(isJudged ? { ...reading, send: undefined } : reading).toEqual(fixture.reading ?? undefined);
    // A name that is typed on a self-hosted site belongs to no provider yet.
    if (found && found.reading.kind !== 'naming') expect(found.provider).toBe(fixture.provider);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('is nothing to every other provider', () => {
    const { url, page } = open();
    const others = readers.filter(({ id }) => id !== fixture.provider);
    for (const other of others) {
      // The practice site is a copy of a work account's page on purpose; its address and its mark keep them apart.
      if (fixture.provider === 'practice' && other.id === 'microsoft-work') continue;
      // A name that is typed holds no secret, and belongs to no provider yet.
      const kind =
        other.access === 'self-hosted'
          ? other.read?.(url, page)?.kind
          : readPage([other], url, page)?.reading.kind;
      expect([undefined, 'naming'], other.id).toContain(kind);
    }
  });
});

it('reads every provider in each of its states', () => {
  const states = new Set(
    fixtures.map(({ provider, reading, error }) => `${provider} ${reading?.kind ?? error ?? 'nothing'}`),
  );
  for (const { id } of readers) {
    // Some show a secret only before their form is sent.
    expect(states.has(`${id} created`) || states.has(`${id} drafted`), id).toBe(true);
    expect(states).toContain(`${id} nothing`);
  }
});

describe('a page that is much too large', () => {
  const rows = '<li><span>robin</span><button>Delete</button></li>'.repeat(2_000);
  const dialog =
    '<div role="dialog"><h2>App password</h2><code>qzkwhtrmvbxnplcg</code><button>Copy</button></div>';

  /** Counts the questions that reading asks of elements, which is what it costs. */
  function count(html: string, url = 'https://mysignins.microsoft.com/register') {
    const { page } = openFixture({ file: '', provider: '', url, html });
    const matches = vi.spyOn(page.defaultView!.Element.prototype, 'matches');
    const found = read(new URL(url), page)?.reading;
    return { found, asked: matches.mock.calls.length };
  }

  it('costs no more than a small one around a dialog', () => {
    const { found, asked } = count(`<main><ul>${rows}</ul></main>${dialog}`);
    expect(found).toMatchObject({ kind: 'created', secret: 'qzkwhtrmvbxnplcg' });
    expect(asked).toBeLessThan(200);
  });

  it.each([
    ['page', 10_000, `<main><ul>${rows}</ul></main>`],
    [
      'dialog',
      10_000,
      `<div role="dialog"><h2>App password</h2><ul>${rows}</ul><code>qzkwhtrmvbxnplcg</code></div>`,
    ],
    ['heap of hidden dialogs', 1_500, dialog.replace('dialog"', 'dialog" hidden').repeat(2_000)],
  ])('is left alone after a while: %s', (_, most, html) => {
    const { found, asked } = count(html);
    expect(found).toBeUndefined();
    expect(asked).toBeLessThan(most);
  });
});
