import { defineContentScript } from 'wxt/utils/define-content-script';
import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import { type Card, createCard } from '../../lib/capture/card';
import { type Fresh, watch } from '../../lib/capture/watch';
import { codeOf } from '../../lib/errors';
import { send } from '../../lib/messaging/send';
import { builtInMatches, read as readPage } from '../../lib/providers';

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

/** Pages of other kinds (pictures, feeds, plain text) have no form to read. */
function isDocument(): boolean {
  return document.contentType === 'text/html' || document.contentType === 'application/xhtml+xml';
}

function start(): void {
  const card = createCard(document, {
    title: i18n.t('card.title'),
    label: i18n.t('card.label'),
    account: i18n.t('card.account'),
    save: i18n.t('card.save'),
    later: i18n.t('card.later'),
    discard: i18n.t('card.discard'),
    close: i18n.t('card.close'),
    copy: i18n.t('card.copy'),
    again: i18n.t('card.again'),
  });
  const watching = watch(document, {
    read: (url, page) => readPage(url, page),
    fresh: (found) => offer(card, found),
    changed: (report) => {
      const [provider = '', ...part] = report.split(':');
      card.tell(i18n.t('card.changed'));
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
    const note = state === 'sealed' ? i18n.t('card.toVault') : i18n.t('card.noVault');
    const origin = `${providerName} · ${location.hostname}`;
    card.ask(
      { origin, label, account, note },
      {
        async save(answer) {
          try {
            const kept = await send('capture.keep', { captureId, ...answer });
            if (kept.state === 'saved') return i18n.t('card.saved');
            return kept.state === 'kept' ? i18n.t('card.kept') : i18n.t('card.needsVault');
          } catch (error) {
            return words(error);
          }
        },
        later() {},
        async discard() {
          try {
            await send('capture.discard', { captureId });
            return i18n.t('card.discarded');
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
      return i18n.t('card.copied');
    });
  }
}

function words(error: unknown): string {
  switch (codeOf(error)) {
    case 'vault-full':
      return i18n.t('card.errorFull');
    case 'capture-too-many':
      return i18n.t('card.errorTooMany');
    case 'capture-gone':
      return i18n.t('card.errorGone');
    case 'message-unanswered':
      return i18n.t('card.errorReload');
    default:
      return i18n.t('card.errorUnknown');
  }
}
