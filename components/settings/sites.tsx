import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Response } from '../../lib/messaging/protocol';
import { nameProvider, providers } from '../state/entries';
import { policy } from '../state/policy';
import { ask, attempt, load } from '../state/session';
import { sayDone } from '../state/undo';
import { isChoosable, listHosts } from '../state/watchable';
import { ChooseProviders } from './choose-providers';

/** Hosts that are watched by wish, and pages that can no longer be read; the rows below share them. */
const sites = signal<Response<'site.list'>>();

async function show(): Promise<void> {
  await load(async () => {
    sites.value = await ask('site.list', {});
  });
}

/** The accounts whose pages can be watched. */
export function Accounts() {
  return (
    <section class="setting stack-tight">
      <h3>{i18n.t('choice.heading')}</h3>
      <ChooseProviders onDone={show} />
    </section>
  );
}

/** Sites that were added one by one. */
export function OtherSites() {
  useEffect(() => void show(), []);

  async function unwatch(host: string) {
    const ended = await attempt(() => ask('site.unwatch', { hosts: [host] }));
    await show();
    if (ended) sayDone(i18n.t('settings.unwatched', [host]));
  }

  const named = new Set([
    ...providers.value.filter(isChoosable).flatMap(listHosts),
    ...policy.value.extraSites,
  ]);
  const hosts = (sites.value?.hosts ?? []).filter((host) => !named.has(host));
  return (
    <section class="setting stack-tight">
      <h3>{i18n.t('settings.sitesOwn')}</h3>
      <p class="field-hint">
        {hosts.length === 0 ? i18n.t('settings.noSites') : i18n.t('settings.sitesWhy')}
      </p>
      <ul class="provider-list">
        {hosts.map((host) => (
          <li key={host} class="line">
            <span>{host}</span>
            <button
              type="button"
              class="button button-small push"
              aria-label={i18n.t('settings.unwatchNamed', [host])}
              onClick={() => unwatch(host)}
            >
              {i18n.t('settings.unwatch')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Pages that have changed, and a report of them. */
export function Unreadable() {
  useEffect(() => void show(), []);
  const changed = sites.value?.changed ?? [];
  if (changed.length === 0) return null;
  const report = changed.map(({ provider, part }) => `${provider}: ${part}`).join('\n');
  const names = new Set(changed.map(({ provider }) => nameProvider(provider)));
  return (
    <section class="setting stack">
      <h3>{i18n.t('settings.changedHeading')}</h3>
      <p>{i18n.t('settings.changedWhy', [new Intl.ListFormat(i18n.t('locale')).format([...names])])}</p>
      <div class="field">
        <label for="changed-report">{i18n.t('settings.report')}</label>
        <textarea id="changed-report" class="input input-mono" readOnly value={report} />
        <p class="field-hint">{i18n.t('settings.reportHint')}</p>
      </div>
      <div>
        <button
          type="button"
          class="button"
          onClick={async () => {
            await attempt(() => navigator.clipboard.writeText(report));
            sayDone(i18n.t('settings.reportCopied'));
          }}
        >
          {i18n.t('settings.copyReport')}
        </button>
      </div>
    </section>
  );
}
