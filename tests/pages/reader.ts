import { type Note, watch } from '../../lib/capture/watch';
import { readerFor } from '../../lib/providers';
import { generalReader, readers } from '../../lib/providers/all';
import { readPage, textsOn } from '../../lib/providers/page';
import { explain } from '../../lib/providers/reading/explain';
import { learn } from '../../lib/providers/reading/vocabulary';
import { learnable } from '../../lib/providers/words/compile';

/**
 * What is measured, as it runs in the page: bundled into one script, started in a world of its own in every document.
 *
 * It reports by `spareKeyReport(JSON.stringify(report))`. `spareKeyLook()` is what "Scan this page" does.
 * The program that plays the pages joins what was noted on one to what the next one of the tab shows, as the background
 * does for the extension. The script starts before the document has a body.
 */
export type Report =
  | { type: 'fresh'; provider: string; label?: string; account?: string; secret: string; asked: boolean }
  | { type: 'changed'; part: string }
  | { type: 'listed'; count: number }
  /** Why the page was read as it was; only where `spareKeyWhy` is set before this script runs. */
  | { type: 'why'; text: string }
  | { type: 'noted'; note: Note }
  /** How long (ms) a reading took, and which of its document it was, from 0. */
  | { type: 'cost'; time: number; number: number };

declare global {
  /** The name that was typed on the page before, as the background remembers it. */
  var spareKeyNamed: string | undefined;
  var spareKeyWhy: boolean | undefined;
  var spareKeyReport: (report: string) => void;
  var spareKeyLook: (() => Promise<unknown>) | undefined;
}

const report = (one: Report) => globalThis.spareKeyReport(JSON.stringify(one));

/** A watched site gets the readers for its address; one that is looked at also the general one. */
function readersAt(url: URL, asked: boolean) {
  const fitting = readerFor(url).map(({ id }) => id);
  const own = readers.filter(({ id }) => fitting.includes(id));
  return asked ? [...own, generalReader] : own;
}

function start(): void {
  learn(learnable());
  let number = 0;
  const timed = (read: () => ReturnType<typeof readPage>) => {
    const begun = performance.now();
    try {
      return read();
    } finally {
      report({ type: 'cost', time: performance.now() - begun, number: number++ });
    }
  };
  const watching = watch(document, {
    read: (url, page, asked, inPage) => {
      const moment = { ...inPage, named: inPage.named || (globalThis.spareKeyNamed ?? '') };
      const here = readersAt(url, asked);
      if (globalThis.spareKeyWhy)
        report({
          type: 'why',
          text: `${moment.named ? 'named ' : ''}${explain(here, url, page, asked, moment)}`,
        });
      return timed(() => readPage(here, url, page, asked, moment));
    },
    texts: textsOn,
    fresh: ({ provider, label, account, secret, asked }) => {
      globalThis.spareKeyNamed = '';
      report({ type: 'fresh', provider, label, account, secret, asked });
    },
    changed: ({ part }) => report({ type: 'changed', part }),
    noted: (note) => report({ type: 'noted', note }),
    refused: () => undefined,
    listed: (_, { entries }) => report({ type: 'listed', count: entries.length }),
  });
  globalThis.spareKeyLook = () => watching.look();
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();
