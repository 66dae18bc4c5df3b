import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { nameProvider } from '../state/entries';
import { loadPolicy, policy } from '../state/policy';

const words = {
  export: () => i18n.t('policy.export'),
  'open-files': () => i18n.t('policy.openFiles'),
  clipboard: () => i18n.t('policy.clipboard'),
} as const;

/** What the organisation has set, and where its policy cannot be read. */
export function PolicySection() {
  useEffect(() => void loadPolicy(), []);
  const { problem, locked, forbids, providers, helpLink } = policy.value;
  const wrong = problem !== undefined && (
    <p class="banner banner-warn">{i18n.t('policy.problem', [problem])}</p>
  );
  if (locked.length + forbids.length === 0 && !providers && !helpLink) return wrong;
  const said = forbids.map((one) => words[one]());
  if (providers) {
    const list = new Intl.ListFormat(i18n.t('locale')).format(providers.map(nameProvider));
    said.push(i18n.t('policy.providers', [list]));
  }
  return (
    <section class="stack">
      <h2>{i18n.t('policy.heading')}</h2>
      {wrong}
      <p>{i18n.t('policy.why')}</p>
      {said.length > 0 && (
        <ul>
          {said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {helpLink && (
        <p>
          <a href={helpLink} target="_blank" rel="noreferrer">
            {i18n.t('policy.help')}
          </a>
        </p>
      )}
    </section>
  );
}
