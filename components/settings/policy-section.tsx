import { i18n } from '#i18n';
import { nameProvider } from '../state/entries';
import { policy } from '../state/policy';

const words = {
  export: () => i18n.t('policy.export'),
  'open-files': () => i18n.t('policy.openFiles'),
  clipboard: () => i18n.t('policy.clipboard'),
} as const;

/** Whether the organisation has set anything, or tried to. */
export function hasPolicy(): boolean {
  const { problem, locked, forbids, providers, helpLink } = policy.value;
  return problem !== undefined || locked.length + forbids.length > 0 || Boolean(providers ?? helpLink);
}

/** Where the policy of the organisation cannot be read. */
export function PolicyProblem() {
  const { problem } = policy.value;
  if (problem === undefined) return null;
  return <p class="banner banner-warn">{i18n.t('policy.problem', [problem])}</p>;
}

/** What the organisation has set. */
export function PolicySection() {
  const { locked, forbids, providers, helpLink } = policy.value;
  if (locked.length + forbids.length === 0 && !providers && !helpLink) return null;
  const said = forbids.map((one) => words[one]());
  if (providers) {
    const list = new Intl.ListFormat(i18n.t('locale')).format(providers.map(nameProvider));
    said.push(i18n.t('policy.providers', [list]));
  }
  return (
    <div class="setting stack">
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
    </div>
  );
}
