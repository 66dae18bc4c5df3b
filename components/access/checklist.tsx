import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Response } from '../../lib/messaging/protocol';
import { entries, providers } from '../state/entries';
import { policy } from '../state/policy';
import { ask, load, unlocked } from '../state/session';
import { changeQuietly, changeSettings, settings } from '../state/settings';

interface Step {
  id: string;
  words: string;
  done: boolean;
  /** Where it is done; absent where no page of ours is the place. */
  href?: string;
}

type List = NonNullable<typeof entries.value>;

/** What is done of the first steps, from what is stored: nothing counts along. */
function listSteps(list: List, hosts: readonly string[], hasBackup: boolean): Step[] {
  const builtIn = new Set(providers.value.filter(({ access }) => access === 'built-in').map(({ id }) => id));
  const steps: Step[] = [
    { id: 'vault', words: i18n.t('start.vault'), done: true },
    {
      id: 'code',
      words: i18n.t('start.code'),
      done: !list.warnings.some(({ kind }) => kind === 'recovery-code-unseen'),
      href: '/app.html#/settings/security',
    },
    {
      id: 'accounts',
      words: i18n.t('start.accounts'),
      // A user who has saved one of a provider that is watched anyway may need no other.
      done: hosts.length > 0 || list.rows.some(({ provider }) => builtIn.has(provider)),
      href: '/app.html#/settings/sites',
    },
    { id: 'first', words: i18n.t('start.first'), done: list.rows.length > 0 },
    { id: 'backup', words: i18n.t('start.backup'), done: hasBackup, href: '/app.html#/settings/backup' },
  ];
  return steps.filter(({ id }) => id !== 'backup' || !policy.value.forbids.includes('export'));
}

/** The first steps, until all of them are done or the list is hidden; then it does not come back by itself. */
export function Checklist({ newTab = false }: { newTab?: boolean }) {
  const [hosts, setHosts] = useState<string[]>();
  const [backup, setBackup] = useState<Response<'backup.status'>>();
  const list = entries.value;
  const wanted = unlocked.value && settings.value?.checklist === true;

  useEffect(() => {
    if (!wanted || !list) return;
    void load(async () => {
      const [sites, status] = await Promise.all([ask('site.list', {}), ask('backup.status', {})]);
      setHosts(sites.hosts);
      setBackup(status);
    });
  }, [wanted, list]);

  const steps = wanted && list && hosts && backup ? listSteps(list, hosts, backup.last !== undefined) : [];
  const count = steps.filter(({ done }) => done).length;
  const isOver = steps.length > 0 && count === steps.length;
  useEffect(() => {
    if (isOver) void changeQuietly({ checklist: false });
  }, [isOver]);
  if (steps.length === 0 || isOver) return null;

  return (
    <section class="checklist stack-tight" aria-labelledby="checklist-heading">
      <div class="line">
        <h2 id="checklist-heading">{i18n.t('start.heading')}</h2>
        <span class="small soft">{i18n.t('start.count', [count, steps.length])}</span>
      </div>
      <ol>
        {steps.map(({ id, words, done, href }) => (
          <li key={id} data-done={done || undefined}>
            <span class="checklist-mark" aria-hidden="true">
              {done ? '✓' : ''}
            </span>
            <span class="unseen">{done ? i18n.t('start.done') : i18n.t('start.open')}: </span>
            {done || !href ? (
              words
            ) : (
              <a href={href} {...(newTab ? { target: '_blank', rel: 'noreferrer' } : {})}>
                {words}
              </a>
            )}
          </li>
        ))}
      </ol>
      <div>
        <button
          type="button"
          class="button button-bare button-small"
          onClick={() => void changeSettings({ checklist: false })}
        >
          {i18n.t('start.hide')}
        </button>
      </div>
    </section>
  );
}
