import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { EntryChanges } from '../../lib/model';
import { entries, nameProvider, providers, reload } from '../state/entries';
import { copied, copySecret, hideSecret, shown, showSecret } from '../state/secrets';
import { ask, attempt, now } from '../state/session';
import { sayDone } from '../state/undo';
import { useEntry } from '../state/use-entry';
import { CheckTyped } from './check-typed';
import { ClipboardStatus } from './clipboard-status';
import { HandoverSection } from './delivery-section';
import { EntryEditor } from './editor';
import { EntryView } from './view';

/** One entry, loaded, to be read and changed. */
export function EntryPage({ id }: { id: string }) {
  const place = useRef<HTMLDivElement>(null);
  const { found } = useEntry(id);
  const [editing, setEditing] = useState(false);
  const list = entries.value;

  const loaded = found !== undefined;
  useEffect(() => {
    if (loaded && !editing) place.current?.querySelector('h1')?.focus();
  }, [loaded, editing]);

  if (!found) return null;
  const { entry, provider } = found;
  const row = list?.rows.find((one) => one.id === id);

  async function change(changes: EntryChanges, said: string) {
    const answer = await attempt(() => ask('entry.update', { id, changes }));
    if (!answer) return;
    setEditing(false);
    await reload();
    sayDone(said, answer.undo);
  }

  async function complete(secret: string) {
    const kept = await attempt(() => ask('entry.complete', { id, secret }));
    if (!kept) return;
    await reload();
    sayDone(i18n.t('undo.saved'));
  }

  async function replace() {
    const begun = await attempt(() => ask('review.answer', { id, answer: { kind: 'replace' } }));
    if (!begun) return;
    await reload();
    location.hash = `#/replace/${id}`;
    sayDone(i18n.t('undo.replace'), begun.undo);
  }

  async function remove() {
    const gone = await attempt(() => ask('entry.remove', { id }));
    if (!gone) return;
    location.hash = '#/';
    await reload();
    sayDone(i18n.t('undo.deleted'), async () => {
      const answered = await ask('entry.undo', gone.undo);
      location.hash = `#/entry/${id}`;
      return answered;
    });
  }

  return (
    <div ref={place}>
      {editing ? (
        <EntryEditor
          entry={entry}
          providers={providers.value}
          now={now.value}
          onSave={(changes) => change(changes, i18n.t('undo.saved'))}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <EntryView
          entry={entry}
          row={row}
          provider={provider}
          providerName={nameProvider(entry.provider)}
          now={now.value}
          nextCheck={found.next}
          secret={shown.value?.id === id ? shown.value.secret : undefined}
          status={copied.value?.id === id && <ClipboardStatus />}
          check={<CheckTyped key={id} id={id} />}
          handover={<HandoverSection entry={entry} />}
          onCopy={() => copySecret(id)}
          onShow={() => showSecret(id)}
          onHide={hideSecret}
          onEdit={() => {
            hideSecret();
            setEditing(true);
          }}
          onDelete={remove}
          onReplace={replace}
          replaceHref={`#/replace/${id}`}
          onRevoked={() => change({ status: 'revoked' }, i18n.t('undo.revoked'))}
          onComplete={complete}
          onCopyText={(text) => attempt(() => navigator.clipboard.writeText(text))}
        />
      )}
    </div>
  );
}
