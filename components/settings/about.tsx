import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import { providers } from '../state/entries';
import { policy } from '../state/policy';
import { ask, attempt, load } from '../state/session';
import { sayDone } from '../state/undo';
import { SettingRow } from './setting-row';

type Facts = typeof import('virtual:about');

function readVersion(): string {
  return browser.runtime.getManifest().version;
}

/** Which version this is. */
export function Version() {
  return <SettingRow label={i18n.t('about.version')} control={<p>{readVersion()}</p>} />;
}

/** Text that comes only when it is opened. */
function Later({ action, draw }: { action: string; draw: (facts: Facts) => ComponentChildren }) {
  const [facts, setFacts] = useState<Facts>();
  return (
    <details
      class="fold"
      onToggle={() => void load(async () => setFacts(facts ?? (await import('virtual:about'))))}
    >
      <summary>{action}</summary>
      {facts && draw(facts)}
    </details>
  );
}

/** What the last versions changed. */
export function Changes() {
  return (
    <SettingRow label={i18n.t('about.changes')}>
      <Later
        action={i18n.t('about.changesShow')}
        draw={({ changes }) => (
          // Written in English, in every language of the interface.
          <div class="stack" lang="en">
            {changes.map(({ version, date, groups }) => (
              <section key={version} class="stack-tight">
                <h4>{version ? [version, date].filter(Boolean).join(' · ') : i18n.t('about.unreleased')}</h4>
                {groups.map(({ title, items }) => (
                  <Fragment key={title}>
                    <h5>{title}</h5>
                    <ul class="bullets">
                      {items.map((item) => (
                        <li key={item}>{item}</li>
                      ))}
                    </ul>
                  </Fragment>
                ))}
              </section>
            ))}
          </div>
        )}
      />
    </SettingRow>
  );
}

/** The licences of what is in the extension. */
export function Licences() {
  return (
    <SettingRow label={i18n.t('about.licences')} hint={i18n.t('about.licencesWhy')}>
      <Later
        action={i18n.t('about.licencesShow')}
        draw={({ licences }) => (
          <ul class="stack-tight" lang="en">
            {licences.map(({ title, text }) => (
              <li key={title}>
                <details>
                  <summary>{title}</summary>
                  <pre class="licence">{text}</pre>
                </details>
              </li>
            ))}
          </ul>
        )}
      />
    </SettingRow>
  );
}

/** What helps to find a fault, and says nothing about a person. */
async function describe(): Promise<string> {
  const { changed } = await ask('site.list', {});
  const lines = [
    `Spare Key ${readVersion()}`,
    `Browser: ${navigator.userAgent}`,
    `Language: ${navigator.language}`,
    `Policy: ${policy.value.problem ?? (policy.value.locked.length > 0 ? 'yes' : 'no')}`,
    ...changed.map(({ provider, part }) => `Not read: ${provider}: ${part}`),
  ];
  return lines.join('\n');
}

/** Details for a report, to be looked at and copied. */
export function Report() {
  const [details, setDetails] = useState('');
  useEffect(() => void load(async () => setDetails(await describe())), []);

  async function copy() {
    await attempt(async () => {
      await navigator.clipboard.writeText(details);
      sayDone(i18n.t('about.copied'));
    });
  }

  return (
    <section class="setting stack-tight">
      <h3>{i18n.t('about.report')}</h3>
      <p class="field-hint">{i18n.t('about.reportWhy')}</p>
      <textarea
        class="input input-mono small"
        rows={5}
        readOnly
        aria-label={i18n.t('about.details')}
        value={details}
      />
      <div>
        <button type="button" class="button" aria-disabled={details === ''} onClick={copy}>
          {i18n.t('about.copy')}
        </button>
      </div>
    </section>
  );
}

/** What becomes of data, in five lines. */
export function Privacy() {
  const lines = [
    i18n.t('about.privacyPlace'),
    i18n.t('about.privacyLoad'),
    i18n.t('about.privacyKey'),
    i18n.t('about.privacySites'),
    i18n.t('about.privacyCount'),
  ];
  return (
    <SettingRow label={i18n.t('about.privacy')}>
      <ul class="bullets">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </SettingRow>
  );
}

/** The page to try everything on, where there is one. */
export function Practice() {
  const address = providers.value.find(({ access }) => access === 'practice')?.links.create;
  if (!address) return null;
  return (
    <SettingRow
      label={i18n.t('about.practice')}
      hint={i18n.t('about.practiceWhy')}
      control={
        <a class="button" href={address} target="_blank" rel="noreferrer">
          {i18n.t('about.practiceOpen')}
        </a>
      }
    />
  );
}
