import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { entries, listWanted, nameProvider, reloads } from '../state/entries';
import { closeReview, enterReview, given, isSlow, loadReview, review } from '../state/review-store';
import { IncidentDialog } from './incident-dialog';
import { StatePicture, StateSummary } from './overview';
import { Progress } from './progress';
import { Questions } from './questions';
import { countAnswered } from './queue';
import { RecordsSection } from './records-section';

/** How everything stands, what is due, one question at a time, and what to do when something happened. */
export function ReviewPage() {
  const [isIncident, setIncident] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const due = review.value;

  useEffect(() => {
    enterReview();
    return closeReview;
  }, []);

  useEffect(() => {
    void loadReview().then(() => requestAnimationFrame(() => setTimeout(() => (listWanted.value = true))));
  }, [reloads.value]);

  // The dialog is gone by then, and with it what had the focus.
  useLayoutEffect(() => (isIncident ? () => opener.current?.focus() : undefined), [isIncident]);

  const labels = new Map(entries.value?.rows.map(({ id, label }) => [id, label]));
  const about = {
    nameOf: nameProvider,
    labelOf: (id: string) => labels.get(id) || i18n.t('entry.unnamed'),
    hrefOf: (id: string) => `#/entry/${id}`,
    listsHref: '#/lists',
  };

  return (
    <div class="stack">
      <header class="review-head">
        <h1>{i18n.t('review.heading')}</h1>
        {due && <Progress {...countAnswered(given.value, due)} />}
        {due && entries.value && due.state.picture.length > 0 && (
          <button type="button" ref={opener} class="button button-small" onClick={() => setIncident(true)}>
            {i18n.t('incident.open')}
          </button>
        )}
      </header>
      {due && <StateSummary {...about} state={due.state} />}
      {/* Always there, so that what it says is heard. */}
      <p class={isSlow.value ? 'soft' : 'unseen'} role="status">
        {isSlow.value ? i18n.t('review.saving') : ''}
      </p>
      {due && <Questions {...about} due={due} />}
      {due && entries.value && (
        <>
          <StatePicture {...about} state={due.state} />
          <RecordsSection />
        </>
      )}
      {isIncident && <IncidentDialog labelOf={about.labelOf} onClose={() => setIncident(false)} />}
    </div>
  );
}
