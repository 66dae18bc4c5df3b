import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import { codeOf } from '../../lib/errors';
import { providers } from '../state/entries';
import { policy } from '../state/policy';
import { ask, load } from '../state/session';
import { isChoosable } from '../state/watchable';
import { errorWords } from '../text/errors';
import { type Choice, ProviderChoice } from './provider-choice';

/** The choice of watched providers, wired; the set-up page and the settings use it alike. */
export function ChooseProviders({ onDone }: { onDone?: () => void }) {
  const [hosts, setHosts] = useState<string[]>([]);
  const [said, setSaid] = useState('');
  const { providers: allowed, extraSites } = policy.value;
  const mayHave = ({ id }: { id: string }) => allowed?.includes(id) ?? true;
  const builtIn = providers.value.filter(({ access }) => access === 'built-in').filter(mayHave);
  const choices: Choice[] = [
    ...builtIn.map((card) => ({ ...card, builtIn: true })),
    ...extraSites.map((host) => ({ id: host, name: host, matches: [`https://${host}/*`], fixed: true })),
    ...providers.value.filter(isChoosable).filter(mayHave),
  ];

  const show = () => load(async () => setHosts((await ask('site.list', {})).hosts));
  useEffect(() => void show(), []);

  async function save(on: string[], off: string[]) {
    if (on.length + off.length === 0) return;
    // First thing in the click: the browser asks only while it still counts as one, and once for all of them.
    const origins = on.map((host) => `https://${host}/*`);
    const asked = on.length === 0 || browser.permissions.request({ origins });
    try {
      const granted = await asked;
      if (granted && on.length > 0) await ask('site.watch', { hosts: on });
      if (granted && off.length > 0) await ask('site.unwatch', { hosts: off });
      setSaid(granted ? i18n.t('choice.saved') : i18n.t('choice.refused'));
    } catch (error) {
      // The set-up page has no form to unlock, and nothing else that would say it.
      setSaid(errorWords(codeOf(error)));
    }
    await show();
    onDone?.();
  }

  if (choices.length === 0) return null;
  return (
    <div class="stack">
      <p class="soft">{i18n.t('choice.why')}</p>
      <ProviderChoice choices={choices} hosts={hosts} onSave={save} />
      <p role="status">{said}</p>
    </div>
  );
}
