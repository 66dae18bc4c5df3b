import { defineContentScript } from 'wxt/utils/define-content-script';
import { browser } from '../../lib/browser';
import { type Card, createCard } from '../../lib/capture/card';
import { type Fresh, watch } from '../../lib/capture/watch';
import { codeOf } from '../../lib/errors';
import { send } from '../../lib/messaging/send';
import { builtInMatches, readPage } from '../../lib/providers';

declare global {
  // Set in the content script's own world: a second injection must not watch twice.
  var spareKeyWatches: boolean | undefined;
}

export default defineContentScript({
  matches: builtInMatches(),
  runAt: 'document_idle',
  main() {
    // Only whole pages, seen by somebody, in a window of their own.
    if (globalThis.spareKeyWatches || window.top !== window || !isDocument()) return;
    globalThis.spareKeyWatches = true;
    start();
  },
});

/** A message by its key; without the wrapper that our own pages use for plurals and places. */
const word = browser.i18n.getMessage;

/** Pages of other kinds (pictures, feeds, plain text) have no form to read. */
function isDocument(): boolean {
  return document.contentType === 'text/html' || document.contentType === 'application/xhtml+xml';
}

function start(): void {
  const card = createCard(document, {
    title: word('card_title'),
    label: word('card_label'),
    account: word('card_account'),
    save: word('card_save'),
    later: word('card_later'),
    discard: word('card_discard'),
    close: word('card_close'),
    copy: word('card_copy'),
    again: word('card_again'),
    direction: word('@@bidi_dir'),
  });
  const watching = watch(document, {
    read: readPage,
    fresh: (found) => offer(card, found),
    changed: (report) => {
      const [provider = '', ...part] = report.split(':');
      card.tell(word('card_changed'));
      send('page.changed', { provider, part: part.join(':').trim().slice(0, 80) }).catch(() => undefined);
    },
  });
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    if ((message as { look?: boolean } | null)?.look !== true) return undefined;
    sendResponse(watching.look());
    return true;
  });
}

async function offer(card: Card, { provider, account, label, secret, asked }: Fresh): Promise<void> {
  try {
    const { captureId, state, providerName } = await send('capture.offer', {
      provider,
      account: account.slice(0, 200),
      label: label.slice(0, 200),
      secret,
      asked,
    });
    if (state === 'known') return;
    const note = state === 'sealed' ? word('card_toVault') : word('card_noVault');
    const origin = `${providerName} · ${location.hostname}`;
    card.ask(
      { origin, label, account, note },
      {
        async save(answer) {
          try {
            const kept = await send('capture.keep', { captureId, ...answer });
            if (kept.state === 'saved') return word('card_saved');
            return kept.state === 'kept' ? word('card_kept') : word('card_needsVault');
          } catch (error) {
            return words(error);
          }
        },
        later() {},
        async discard() {
          try {
            await send('capture.discard', { captureId });
            return word('card_discarded');
          } catch (error) {
            return words(error);
          }
        },
      },
    );
  } catch (error) {
    // Nothing was sealed, so the page is the only place that has it: offer to rescue it from there.
    card.tell(words(error), async () => {
      await navigator.clipboard.writeText(secret);
      return word('card_copied');
    });
  }
}

/** What to say about an error, and what to do next. */
function words(error: unknown): string {
  const key = `card_${codeOf(error).replaceAll('-', '_')}`;
  return word(key as Parameters<typeof word>[0]) || word('card_failed');
}
