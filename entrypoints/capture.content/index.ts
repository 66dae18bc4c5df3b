import { defineContentScript } from 'wxt/utils/define-content-script';
import type { GeneratedI18nStructure } from '#i18n';
import { browser } from '../../lib/browser';
import { type Card, createCard } from '../../lib/capture/card';
import { NAMED, type Reported, watch } from '../../lib/capture/watch';
import { codeOf } from '../../lib/errors';
import type { Name, Request } from '../../lib/messaging/protocol';
import { type PageTask, send } from '../../lib/messaging/send';
import { leftOn, readPage, textsOn } from '../../lib/providers/page';
import type { Reader } from '../../lib/providers/provider';
import * as around from '../../lib/providers/reading/around';
import * as chance from '../../lib/providers/reading/chance';
import * as dom from '../../lib/providers/reading/dom';
import * as eye from '../../lib/providers/reading/eye';
import * as see from '../../lib/providers/reading/see';
import * as steps from '../../lib/providers/reading/steps';
import * as text from '../../lib/providers/reading/text';
import * as view from '../../lib/providers/reading/view';
import * as vocabulary from '../../lib/providers/reading/vocabulary';

const parts = { dom, around, see, eye, steps, chance, vocabulary, text, view };

declare global {
  // Both are set in the content script's own world by the first of our files, for those that follow.
  /** What readers are made with. */
  var spareKeyParts: typeof parts | undefined;
  /** Takes a reader in; one that is there already changes nothing. */
  var spareKeyAdd: ((reader: Reader) => void) | undefined;
}

const readers: Reader[] = [];

export default defineContentScript({
  // On which pages, and with which readers, the build and the user decide.
  registration: 'runtime',
  main() {
    // Only whole pages that the user sees, in a window of their own; and a second injection must not watch twice.
    if (globalThis.spareKeyAdd || window.top !== window || !isDocument()) return;
    globalThis.spareKeyParts = parts;
    globalThis.spareKeyAdd = (reader) => {
      // One that waits to be asked stays behind the others, whichever came first.
      if (!readers.some(({ id }) => id === reader.id)) readers[reader.asked ? 'push' : 'unshift'](reader);
    };
    start();
  },
});

/** A message by its key, without the wrapper that our own pages use for plurals; empty when there is none. */
function word(key: keyof GeneratedI18nStructure | '@@bidi_dir'): string {
  return browser.i18n.getMessage(key.replace('.', '_') as '@@bidi_dir');
}

/** Pages of other kinds (pictures, feeds, plain text) have no form to read. */
function isDocument(): boolean {
  return /html/.test(document.contentType);
}

/** A page that the browser prepares before the user sees it waits: the background answers none of those. */
async function whenShown(): Promise<void> {
  if ((document as { prerendering?: boolean }).prerendering)
    await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
}

/** Tells the background something, and does not wait for the answer. */
function note<N extends Name>(name: N, request: Request<N>): void {
  send(name, request).catch(() => undefined);
}

/** Id of the capture that the card asks about. */
let asking = '';

function start(): void {
  if (import.meta.env.MODE === 'development') {
    void Promise.all([import('../../lib/providers/reading/explain'), import('./why')]).then(
      ([{ explain }, { offerWhy }]) =>
        offerWhy(document, () => explain(readers, new URL(location.href), document, true)),
    );
  }
  let style = '';
  const card = createCard(
    document,
    (key) => word(`card.${key}`),
    word('@@bidi_dir'),
    () => style,
    vocabulary.marks,
  );
  let offering: Promise<void> | undefined;
  let ready = false;
  /** The name that was typed on the page before, until the secret is there. */
  let before = '';
  const named = () => (performance.now() < NAMED ? before : '');
  // Without its words a page cannot be read, and without the background nothing could be kept.
  const learning = whenShown()
    .then(() => send('words.get', {}))
    .then(
      (learned) => {
        vocabulary.learn(learned);
        before = learned.named;
        style = learned.style;
        ready = true;
      },
      () => undefined,
    );
  const watching = watch(document, {
    read: (url, page, asked, moment) =>
      ready ? readPage(readers, url, page, asked, { ...moment, named: moment.named || named() }) : undefined,
    texts: textsOn,
    fresh: (found) => {
      before = '';
      offering = offer(card, found);
    },
    changed: (details) => {
      card.tell(word('card.changed'));
      note('page.changed', details);
    },
    noted: (noted) => {
      // The next page may show the secret, and no more the name.
      note('page.noted', noted);
    },
    refused: () => {
      note('capture.refused', {});
    },
    listed: (provider, { kind: _, refused: __, ...list }, pressed) => {
      // A user who looks at the list is not disturbed when we fail to note it.
      note('list.offer', { provider, ...list, pressed });
    },
  });
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    const asked = message as PageTask | null;
    if (asked?.answered === asking) card.close();
    if (!asked?.look) return undefined;
    // What was found is sealed by then, so that the user who asked finds it under "Not saved yet".
    void learning.then(async () => {
      const looked = await watching.look();
      const left = ready && looked === 'nothing' && leftOn(readers, document);
      await offering;
      sendResponse(left ? `left-${left}` : looked);
    });
    return true;
  });
}

async function offer(card: Card, found: Reported): Promise<void> {
  const { secret, asked, leaving } = found;
  try {
    const sealed = await send('capture.offer', found);
    const { captureId, state } = sealed;
    if (state === 'known') {
      // The user answered before, and hears of it again only after asking.
      if (asked) card.tell(word('card.known'));
      return;
    }
    // It waits in the inbox: when the user comes back to this page, nothing guards a card any more.
    if (leaving) return;
    asking = captureId;
    card.ask(
      {
        ...sealed,
        note: sealed.notes.map((key) => word(`card.${key}`)).join(' '),
      },
      (answer) =>
        send('capture.keep', { captureId, ...answer }).then(
          ({ state }) => outcome(state),
          // This page cannot tell how far it came.
          () => word('card.waits'),
        ),
    );
  } catch (error) {
    // Perhaps nothing was sealed, and the page is the only place that has it: offer to rescue it from there.
    card.tell(words(error), () =>
      navigator.clipboard.writeText(secret).then(
        () => word('card.copied'),
        () => word('card.notCopied'),
      ),
    );
  }
}

/** What to say about an error, and what to do next. */
function words(error: unknown): string {
  return outcome(codeOf(error)) || word('card.failed');
}

/** The words for an error's code, or for what became of a capture that is kept. */
function outcome(code: string): string {
  return word(`card.${code.replaceAll('-', '_')}` as 'card.failed');
}
