import { homeOf } from '../../lib/capture/guard';

/**
 * In development builds: Alt+Shift+E shows, and puts away again, why the page was read as it was, while the page and
 * not the card has the keyboard. The panel stands in a closed shadow root, and secrets are in it by their form alone.
 */
export function offerWhy(page: Document, explain: () => string): void {
  let host: HTMLElement | undefined;
  const hear = (event: KeyboardEvent) => {
    if (!event.isTrusted || !event.altKey || !event.shiftKey || event.code !== 'KeyE') return;
    event.preventDefault();
    if (host) {
      host.remove();
      host = undefined;
      return;
    }
    host = page.createElement('div');
    host.popover = 'manual';
    host.style.cssText = 'all:initial;position:fixed;inset:auto 16px 16px 16px;display:block';
    const text = page.createElement('pre');
    text.tabIndex = 0;
    text.style.cssText =
      'margin:0;padding:16px;max-height:45vh;overflow:auto;white-space:pre-wrap;font:12px/18px monospace;color:#1b1f24;background:#fff;border:1px solid #7a8490;border-radius:8px';
    text.textContent = explain();
    host.attachShadow({ mode: 'closed' }).append(text);
    // In front of an open dialog, as the card is.
    homeOf(page).append(host);
    host.showPopover();
  };
  (page.defaultView ?? globalThis).addEventListener('keydown', hear as EventListener, true);
}
