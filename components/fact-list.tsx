import { i18n } from '#i18n';
import { dateWords } from './age-words';
import type { ProviderCard } from './shapes';

/** The words of a fact. New facts come with new messages, so the key is only known while running. */
export function factWords(id: string): string {
  return i18n.t(`fact.${id}` as 'fact.wordpress_survives_password_change');
}

/** Dated, sourced statements on a provider's app passwords. */
export function FactList({ facts }: { facts: ProviderCard['facts'] }) {
  return (
    <ul class="plain-list">
      {facts.map((fact) => (
        <li key={fact.id}>
          <p>{factWords(fact.id)}</p>
          <p class="small soft">
            {i18n.t('fact_meta.since', [dateWords(Date.parse(`${fact.date}T12:00:00`))])} ·{' '}
            <a href={fact.source} target="_blank" rel="noreferrer">
              {i18n.t('fact_meta.source', [new URL(fact.source).hostname])}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
