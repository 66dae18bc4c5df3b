import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Request, Response } from '../../../lib/messaging/protocol';
import type { Row } from '../../../lib/messaging/shapes';
import type { Replacing } from '../../../lib/model';
import { ClipboardStatus } from '../../entry/clipboard-status';
import { resolveLink } from '../../entry/provider-links';
import { entries, loadEntries, nameProvider, reload } from '../../state/entries';
import { copied, copySecret } from '../../state/secrets';
import { ask, attempt } from '../../state/session';
import { sayDone } from '../../state/undo';
import { useEntry } from '../../state/use-entry';
import { type Candidate, ReplaceRun } from './steps';
import { WatchPage } from './watch-page';

type Changes = Request<'entry.update'>['changes'];

/** A replacement under way, taken up at the step where it was left. */
export function ReplacePage({ id }: { id: string }) {
  const place = useRef<HTMLDivElement>(null);
  const { found, missing } = useEntry(id);
  const [ticked, setTicked] = useState<Replacing['places']>();
  const ticks = useRef(0);
  const list = entries.value;

  useEffect(() => {
    const leave = ({ key, target }: KeyboardEvent) => {
      const isTyping = target instanceof Element && target.matches('select, input:not([type=checkbox])');
      if (key === 'Escape' && !isTyping) location.hash = '#/review';
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, []);

  // In a window beside this one the new one may be made, or the old one deleted, while this one stays in sight.
  useEffect(() => {
    window.addEventListener('focus', loadEntries);
    return () => window.removeEventListener('focus', loadEntries);
  }, []);

  const fresh = list?.rows.find((row) => row.id === found?.entry.replacedBy);
  const step = found?.step;
  const isShown = list !== undefined;
  useEffect(() => {
    if (step && isShown) place.current?.querySelector('h1')?.focus();
  }, [step, isShown]);

  const back = <a href="#/review">{i18n.t('replace.back')}</a>;
  const nothing = (
    <div class="stack">
      <h1>{i18n.t('replace.noSuch')}</h1>
      <p>{back}</p>
    </div>
  );
  if (!found && missing) return nothing;
  if (!found || !list) return null;
  const { entry, provider } = found;
  const { replacing } = entry;
  if (!replacing || !step || entry.deleted !== undefined) return nothing;

  async function change(changes: Changes, said?: string) {
    const answer = await attempt(() => ask('entry.update', { id, changes }));
    if (!answer) return;
    await reload();
    if (said) sayDone(said, answer.undo);
  }

  async function answer(kind: 'revoke' | 'revoked', said: string) {
    const answered = await attempt(() => ask('review.answer', { id, answer: { kind } }));
    if (!answered) return;
    await reload();
    sayDone(said, answered.undo);
  }

  return (
    <div ref={place} class="stack">
      <p>{back}</p>
      <ReplaceRun
        label={entry.label || i18n.t('entry.unnamed')}
        made={entry.secretChanged}
        step={step}
        providerName={nameProvider(entry.provider)}
        facts={provider?.facts ?? []}
        createHref={resolveLink(provider?.links.create, entry.site)}
        revokeHref={resolveLink(provider?.links.revoke, entry.site)}
        fresh={fresh && toCandidate(fresh)}
        candidates={listCandidates(list.rows, entry)}
        places={ticked ?? replacing.places}
        hrefOf={(one) => `#/entry/${one}`}
        watch={provider && <WatchPage provider={provider} site={entry.site} />}
        status={fresh && copied.value?.id === fresh.id && <ClipboardStatus />}
        onOpened={() => change({ replacing: { ...replacing, opened: Date.now() } })}
        onCopyLabel={() => attempt(() => navigator.clipboard.writeText(entry.label))}
        onCopyNew={fresh?.custody === 'vault' ? () => copySecret(fresh.id) : undefined}
        onLink={(replacement) => change({ replacedBy: replacement }, i18n.t('replace.linked'))}
        onUnlink={() => change({ replacedBy: null }, i18n.t('replace.unlinked'))}
        onPlaces={(places) => {
          // Seen at once, so that the next tick builds on this one, until the last one is through.
          setTicked(places);
          const tick = ++ticks.current;
          return change({ replacing: { ...replacing, places } }).then(() => {
            if (tick === ticks.current) setTicked(undefined);
          });
        }}
        onMoved={() => answer('revoke', i18n.t('replace.toRevoke'))}
        onGone={() => answer('revoked', i18n.t('undo.revoked'))}
        onStop={() => change({ replacing: null, replacedBy: null }, i18n.t('replace.stopped'))}
      />
    </div>
  );
}

/** What may be the new one: others of the same provider that are in use, the newest first. */
function listCandidates(rows: readonly Row[], old: Response<'entry.get'>['entry']): Candidate[] {
  return rows
    .filter(({ id, provider, status }) => id !== old.id && provider === old.provider && status === 'active')
    .sort((a, b) => b.secretChanged - a.secretChanged)
    .slice(0, 50)
    .map(toCandidate);
}

function toCandidate({ id, label, secretChanged }: Row): Candidate {
  return { id, label: label || i18n.t('entry.unnamed'), made: secretChanged };
}
