import { readdirSync, readFileSync } from 'node:fs';
import type { Reading } from '../../../lib/providers/provider';
import { learn } from '../../../lib/providers/reading/vocabulary';
import { learnable } from '../../../lib/providers/words/compile';
import { openWindow } from '../page';

learn(learnable());

/** What the first comment of a fixture says about it. */
interface Expectation {
  url: string;
  reading?: Reading | null;
  error?: string;
  /** Values set as properties, by selector, which no mutation reports. */
  properties?: Record<string, string>;
  /** What the page's own sheet hides, by selector: there is no layout here. */
  unseen?: string;
  /** Texts to cut into two text nodes at the given offset, by selector. */
  split?: Record<string, number>;
}

export interface Fixture extends Expectation {
  file: string;
  provider: string;
  html: string;
}

/** Every stored page of a folder; in `providers`, the name is `<provider>.<state>.html`. */
export function loadFixtures(kind: 'providers' | 'general' | 'negatives' = 'providers'): Fixture[] {
  const folder = new URL(`../../fixtures/${kind}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const html = readFileSync(new URL(file, folder), 'utf8');
      const comment = /^<!--([\s\S]*?)-->/.exec(html)?.[1];
      if (!comment) throw new Error(`${file} does not say what it expects`);
      const expectation = JSON.parse(comment) as Expectation;
      return { ...expectation, file, provider: file.slice(0, file.indexOf('.')), html };
    });
}

/** Attaches declarative shadow roots, which jsdom leaves as templates. */
function upgrade(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = template.parentElement!.attachShadow({ mode: 'open' });
    shadow.append(template.content);
    template.remove();
    upgrade(shadow);
  }
}

/** Builds the page as a browser would have it once its scripts have run. */
export function openFixture(fixture: Fixture, url = fixture.url): { url: URL; page: Document } {
  const window = openWindow(fixture.html, url);
  const page = window.document;
  upgrade(page);
  const { unseen } = fixture;
  if (unseen)
    window.Element.prototype.checkVisibility = function (this: Element) {
      return !this.closest(unseen);
    };
  for (const [selector, value] of Object.entries(fixture.properties ?? {}))
    page.querySelector<HTMLInputElement>(selector)!.value = value;
  for (const [selector, offset] of Object.entries(fixture.split ?? {}))
    (page.querySelector(selector)!.firstChild as Text).splitText(offset);
  return { url: new URL(url), page };
}
