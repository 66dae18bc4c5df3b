import { defineContentScript } from 'wxt/utils/define-content-script';
import type { GeneratedI18nStructure } from '#i18n';
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

/** A message by its key, without the wrapper that our own pages use for plurals; empty when there is none. */
function word(key: keyof GeneratedI18nStructure | '@@bidi_dir'): string {
  return browser.i18n.getMessage(key.replace('.', '_') as '@@bidi_dir');
}

/** Pages of other kinds (pictures, feeds, plain text) have no form to read. */
function isDocument(): boolean {
  return document.contentType === 'text/html' || document.contentType === 'application/xhtml+xml';
}

function start(): void {
  const card = createCard(document, (key) => word(`card.${key}`), word('@@bidi_dir'));
  const watching = watch(document, {
    read: readPage,
    fresh: (found) => offer(card, found),
    changed: (report) => {
      const [provider = '', ...part] = report.split(':');
      card.tell(word('card.changed'));
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
    if (state === 'known') {
      // It was answered before; only somebody who asked wants to hear of it again.
      if (asked) card.tell(word('card.known'));
      return;
    }
    const note = state === 'sealed' ? word('card.toVault') : word('card.noVault');
    const origin = `${providerName} · ${location.hostname}`;
    card.ask(
      { origin, label, account, note },
      {
        async save(answer) {
          try {
            const kept = await send('capture.keep', { captureId, ...answer });
            if (kept.state === 'saved') return word('card.saved');
            return kept.state === 'kept' ? word('card.kept') : word('card.needsVault');
          } catch (error) {
            return words(error);
          }
        },
        async discard() {
          try {
            await send('capture.discard', { captureId });
            return word('card.discarded');
          } catch (error) {
            return words(error);
          }
        },
      },
    );
  } catch (error) {
    // Nothing was sealed, so the page is the only place that has it: offer to rescue it from there.
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
  const code = codeOf(error).replaceAll('-', '_');
  return word(`card.${code}` as 'card.failed') || word('card.failed');
}
