import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Response } from '../../lib/messaging/protocol';
import { nameProvider, providers } from '../state/entries';
import { policy } from '../state/policy';
import { ask, attempt, load } from '../state/session';
import { sayDone } from '../state/undo';
import { isChoosable, listHosts } from '../state/watchable';
import { ChooseProviders } from './choose-providers';

/** Sites that are watched by wish, and pages that can no longer be read. */
export function Sites() {
  const [sites, setSites] = useState<Response<'site.list'>>();

  const show = () => load(async () => setSites(await ask('site.list', {})));
  useEffect(() => void show(), []);

  async function unwatch(host: string) {
    const gone = await attempt(() => ask('site.unwatch', { hosts: [host] }));
    await show();
    if (gone) sayDone(i18n.t('settings.unwatched', [host]));
  }

  const named = new Set([
    ...providers.value.filter(isChoosable).flatMap(listHosts),
    ...policy.value.extraSites,
  ]);
  const hosts = (sites?.hosts ?? []).filter((host) => !named.has(host));
  const report = (sites?.changed ?? []).map(({ provider, part }) => `${provider}: ${part}`).join('\n');
  return (
    <>
      <ChooseProviders onDone={show} />
      <section class="stack">
        <h2>{i18n.t('settings.sitesHeading')}</h2>
        <p class="soft">{hosts.length === 0 ? i18n.t('settings.noSites') : i18n.t('settings.sitesWhy')}</p>
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
      {sites && sites.changed.length > 0 && (
        <section class="stack">
          <h2>{i18n.t('settings.changedHeading')}</h2>
          <p>
            {i18n.t('settings.changedWhy', [
              new Intl.ListFormat(i18n.t('locale')).format([
                ...new Set(sites.changed.map(({ provider }) => nameProvider(provider))),
              ]),
            ])}
          </p>
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
      )}
    </>
  );
}
