import type { ClipboardTask } from '../../lib/background/services/clipboard';
import { browser } from '../../lib/browser';

const field = document.querySelector<HTMLTextAreaElement>('#clipboard');

/**
 * This document never has the focus that `navigator.clipboard` asks for, so it uses the older commands,
 * which work in extension pages that have the clipboard permissions.
 */
function read(): string {
  if (field === null) return '';
  field.value = '';
  field.focus();
  document.execCommand('paste');
  const text = field.value;
  field.value = '';
  return text;
}

function clear(): void {
  document.addEventListener(
    'copy',
    (event) => {
      event.clipboardData?.setData('text/plain', '');
      event.preventDefault();
    },
    { once: true },
  );
  document.execCommand('copy');
}

browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
  const task = (message as Partial<ClipboardTask> | null)?.clipboard;
  // Only the worker asks: pages and content scripts have an address.
  if (task === undefined || sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
  if (task === 'read') sendResponse(read());
  else {
    clear();
    sendResponse('');
  }
  return true;
});
