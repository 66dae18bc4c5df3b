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
 * It reports by `spareKeyReport(JSON.stringify(report))`. `spareKeyLook()` is what "Look on this page" does.
 * `{ type: 'remember', value }` is handed to `spareKeyRecall(value)` in the next document of the same tab, as the
 * background does for the extension. The script starts before the document has a body.
 */
export type Report =
  | { type: 'fresh'; provider: string; label?: string; account?: string; secret: string; asked: boolean }
  | { type: 'changed'; part: string }
  | { type: 'listed'; count: number }
  /** Why the page was read as it was; only where `spareKeyWhy` is set before this script runs. */
  | { type: 'why'; text: string }
  | { type: 'remember'; value: string };

declare global {
  var spareKeyWhy: boolean | undefined;
  var spareKeyReport: (report: string) => void;
  var spareKeyLook: (() => Promise<unknown>) | undefined;
  var spareKeyRecall: ((value: string) => void) | undefined;
}

/** What the pages before this one said, the newest last; as in the background, a label is used once. */
let notes: Note[] = [];

const report = (one: Report) => globalThis.spareKeyReport(JSON.stringify(one));
const remember = () => report({ type: 'remember', value: JSON.stringify(notes) });

/** A watched site gets the readers for its address; one that is looked at also the general one. */
function readersAt(url: URL, asked: boolean) {
  const fitting = readerFor(url).map(({ id }) => id);
  const own = readers.filter(({ id }) => fitting.includes(id));
  return asked ? [...own, generalReader] : own;
}

function start(): void {
  learn(learnable());
  const watching = watch(document, {
    read: (url, page, asked, moment) => {
      const here = readersAt(url, asked);
      if (globalThis.spareKeyWhy)
        report({
          type: 'why',
          text: `${moment.named ? 'named ' : ''}${explain(here, url, page, asked, moment)}`,
        });
      return readPage(here, url, page, asked, moment);
    },
    texts: textsOn,
    fresh: ({ provider, label, account, secret, asked }) => {
      const accounts = new Set(notes.map((note) => note.account).filter(Boolean));
      const [only = ''] = accounts.size === 1 ? accounts : [];
      const named = notes.findLast((note) => note.label)?.label ?? '';
      report({ type: 'fresh', provider, label: label || named, account: account || only, secret, asked });
      notes = notes.map((note) => ({ ...note, label: '' }));
      remember();
    },
    changed: (part) => report({ type: 'changed', part }),
    noted: (note) => {
      notes = [...notes, note];
      remember();
    },
    refused: () => undefined,
    listed: (_, { entries }) => report({ type: 'listed', count: entries.length }),
  });
  globalThis.spareKeyLook = () => watching.look();
}

globalThis.spareKeyRecall = (value) => {
  notes = [...(JSON.parse(value) as Note[]), ...notes];
};
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();
