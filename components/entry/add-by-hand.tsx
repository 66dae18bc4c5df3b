import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { codeOf } from '../../lib/errors';
import { providers, reload } from '../state/entries';
import { ask, now } from '../state/session';
import { errorWords } from '../text/errors';
import { AddForm, type NewEntryFields } from './add-form';

/** The form "Add manually", wired; the popup and the tab use it alike. */
export function AddByHand({ onDone }: { onDone: (id?: string) => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function add(entry: NewEntryFields, secret: string) {
    setBusy(true);
    setError(undefined);
    try {
      const added = await ask('entry.add', { entry, secret });
      await reload();
      onDone(added.entry.id);
    } catch (reason) {
      setError(errorWords(codeOf(reason)));
      setBusy(false);
    }
  }

  return (
    <div class="stack">
      <h1>{i18n.t('add.heading')}</h1>
      <AddForm
        providers={providers.value}
        now={now.value}
        busy={busy}
        error={error}
        onAdd={add}
        onCancel={() => onDone()}
      />
    </div>
  );
}
