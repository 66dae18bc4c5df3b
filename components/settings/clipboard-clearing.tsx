import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import { attempt, load } from '../state/session';
import { SettingRow } from './setting-row';

const permissions = { permissions: ['clipboardRead' as const, 'clipboardWrite' as const] };

/** Whether the clipboard is cleared after a copy, which takes a permission of the browser. */
export function ClipboardClearing() {
  const [allowed, setAllowed] = useState<boolean>();
  const show = () => load(async () => setAllowed(await browser.permissions.contains(permissions)));
  useEffect(() => void show(), []);

  async function allow() {
    // First thing in the click: the browser asks only while it still counts as one.
    const asked = browser.permissions.request(permissions);
    await attempt(() => asked);
    await show();
  }

  return (
    <SettingRow
      label={i18n.t('settings.clipboard')}
      hint={i18n.t('settings.clipboardWhy')}
      control={
        allowed ? (
          <p class="soft">{i18n.t('settings.clipboardAllowed')}</p>
        ) : (
          allowed === false && (
            <button type="button" class="button" onClick={allow}>
              {i18n.t('copied.allow')}
            </button>
          )
        )
      }
    />
  );
}
