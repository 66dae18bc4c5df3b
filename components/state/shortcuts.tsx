import { signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import { ShortcutTable } from '../kit/shortcut-table';
import { listShortcuts, type ShortcutGroup } from '../text/shortcuts';
import { load } from './session';
import { isSingleKey } from './single-keys';

/** The browser's own shortcuts, by the name of what they start; the owner may have changed or removed them. */
const commands = signal<ReadonlyMap<string, string>>(new Map());

/** Asks the browser for its shortcuts. */
async function loadCommands(): Promise<void> {
  await load(async () => {
    const all = await browser.commands.getAll();
    commands.value = new Map(all.map(({ name = '', shortcut = '' }) => [name, shortcut]));
  });
}

function listAll(): ShortcutGroup[] {
  const keysOf = (name: string) => [commands.value.get(name) || i18n.t('shortcut.unset')];
  const own = {
    id: 'browser',
    title: i18n.t('shortcut.browser'),
    shortcuts: [
      { keys: keysOf('_execute_action'), words: i18n.t('shortcut.openPopup') },
      { keys: keysOf('lock'), words: i18n.t('shortcut.lock') },
    ],
  };
  return [own, ...listShortcuts()];
}

/** All shortcuts, the browser's first. */
export function AllShortcuts() {
  useEffect(() => void loadCommands(), []);
  return <ShortcutTable groups={listAll()} />;
}

/** A button for the table of shortcuts, which the key ? opens as well. */
export function ShortcutHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    function open(event: KeyboardEvent) {
      if (event.key !== '?' || !isSingleKey(event)) return;
      event.preventDefault();
      setOpen(true);
    }
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);

  /** By itself Esc would close the whole popup around it. */
  function close(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    dialog.current?.close();
  }

  return (
    <>
      <button
        type="button"
        class="button button-bare button-small"
        aria-label={i18n.t('shortcut.open')}
        title={i18n.t('shortcut.open')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      {isOpen && (
        // Once it is closed, the browser gives the focus back.
        <dialog
          ref={dialog}
          class="shortcut-help"
          aria-labelledby="shortcuts-heading"
          onKeyDown={close}
          onClose={() => setOpen(false)}
        >
          <div class="line">
            <h2 id="shortcuts-heading">{i18n.t('shortcut.heading')}</h2>
            <button
              type="button"
              class="button button-small shortcut-close"
              onClick={() => dialog.current?.close()}
            >
              {i18n.t('shortcut.close')}
            </button>
          </div>
          <AllShortcuts />
        </dialog>
      )}
    </>
  );
}
