import { i18n } from '#i18n';
import { AllShortcuts } from '../state/shortcuts';

/** Every shortcut, and where those of the browser are changed. */
export function Shortcuts() {
  return (
    <section class="setting stack-tight">
      <h3>{i18n.t('shortcut.heading')}</h3>
      <p class="field-hint">{i18n.t('shortcut.browserWhy')}</p>
      <AllShortcuts />
    </section>
  );
}
