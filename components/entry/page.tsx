import { useEffect, useRef, useState } from 'preact/hooks';
import { entries, monogramOf, nameProvider, providers } from '../state/entries';
import { managers } from '../state/managers';
import { copied, copySecret, hideSecret, shown, showSecret } from '../state/secrets';
import { attempt, now } from '../state/session';
import { useEntry } from '../state/use-entry';
import { actOn } from './actions';
import { CheckTyped } from './check-typed';
import { ClipboardStatus } from './clipboard-status';
import { DeliverySection } from './delivery-section';
import { EntryEditor } from './editor';
import { RemoveDialog } from './remove-dialog';
import { EntryView } from './view';

/** One entry, loaded, to be read and changed. */
export function EntryPage({ id }: { id: string }) {
  const place = useRef<HTMLDivElement>(null);
  const { found } = useEntry(id);
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const list = entries.value;

  const loaded = found !== undefined;
  useEffect(() => {
    if (loaded && !editing) place.current?.querySelector('h1')?.focus();
  }, [loaded, editing]);

  if (!found) return null;
  const { entry, provider } = found;
  const row = list?.rows.find((one) => one.id === id);
  const actions = actOn(id);

  async function replace() {
    if (await actions.answer({ kind: 'replace' })) location.hash = `#/replace/${id}`;
  }

  async function remove() {
    setRemoving(false);
    const turnTo = (route: string) => () => {
      location.hash = route;
    };
    await actions.remove(turnTo('#/'), turnTo(`#/entry/${id}`));
  }

  async function revokeFirst() {
    setRemoving(false);
    if (found) await actions.revoke(found);
  }

  return (
    <div ref={place}>
      {editing ? (
        <EntryEditor
          entry={entry}
          providers={providers.value}
          now={now.value}
          onSave={async (changes) => {
            if (await actions.change(changes)) setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <EntryView
          entry={entry}
          reason={row?.reason}
          provider={provider}
          providerName={nameProvider(entry.provider)}
          monogram={monogramOf(entry)}
          managerName={managers.value.find((one) => one.id === entry.custody)?.name ?? entry.custody}
          now={now.value}
          next={found.next}
          limitDays={found.limitDays}
          secret={shown.value?.id === id ? shown.value.secret : undefined}
          status={copied.value?.id === id && <ClipboardStatus />}
          check={<CheckTyped key={id} id={id} />}
          delivery={<DeliverySection entry={entry} />}
          onCopy={() => copySecret(id)}
          onShow={() => showSecret(id)}
          onHide={hideSecret}
          onEdit={() => {
            hideSecret();
            setEditing(true);
          }}
          // What is revoked opens nothing any more, so forgetting it needs no second thought.
          onRemove={() => (entry.status === 'revoked' ? remove() : setRemoving(true))}
          onKeep={() => actions.answer({ kind: 'keep' })}
          onReplace={replace}
          onRevoke={() => actions.revoke(found)}
          onRevoked={() => actions.answer({ kind: 'revoked' })}
          replaceHref={`#/replace/${id}`}
          onComplete={actions.complete}
          onCopyText={(text) => attempt(() => navigator.clipboard.writeText(text))}
        />
      )}
      {removing && (
        <RemoveDialog
          label={entry.label}
          onRevoke={revokeFirst}
          onRemove={remove}
          onClose={() => setRemoving(false)}
        />
      )}
    </div>
  );
}
