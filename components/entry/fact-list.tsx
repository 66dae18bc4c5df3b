import { i18n } from '#i18n';
import type { FactCard } from '../../lib/messaging/shapes';
import { dayDateWords } from '../text/ages';
import { factWords, todoWords } from '../text/facts';

/** Dated, sourced statements on a provider's app passwords, and what to do about them; `about`: only those that matter then. */
export function FactList(props: { facts: readonly FactCard[]; about?: FactCard['about'] }) {
  const facts = props.facts.filter(({ about }) => props.about === undefined || about === props.about);
  if (facts.length === 0) return null;
  return (
    <ul class="plain-list">
      {facts.map((fact) => (
        <li key={fact.id}>
          <p>{factWords(fact.id, fact.isAhead)}</p>
          {fact.hasTodo && <p class="small">{todoWords(fact.id)}</p>}
          <p class="small soft">
            {i18n.t(fact.isAhead ? 'fact_meta.from' : 'fact_meta.since', [dayDateWords(fact.date)])} ·{' '}
            <a href={fact.source} target="_blank" rel="noreferrer">
              {i18n.t('fact_meta.source', [new URL(fact.source).hostname])}
            </a>
          </p>
          {fact.isStale && <p class="small">{i18n.t('fact_meta.stale')}</p>}
        </li>
      ))}
    </ul>
  );
}
