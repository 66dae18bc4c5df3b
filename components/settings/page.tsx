import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Settings } from '../../lib/model';
import { ConfirmErase } from '../access/confirm-erase';
import { Damaged } from '../access/damaged';
import { RecoveryCode } from '../access/recovery-code';
import { prepareRating } from '../access/strength';
import { confirmCode, entries, reload } from '../state/entries';
import { policy } from '../state/policy';
import { ask, attempt, load, refreshVault } from '../state/session';
import { sayDone } from '../state/undo';
import { Destinations } from './destinations';
import { SettingsForm } from './form';
import { ChangeKey, ChangePassphrase, RenewRecoveryCode } from './passphrase';
import { PolicySection } from './policy-section';
import { Sites } from './sites';

/** The settings of `next` that are not as in `before`: the others may have been changed elsewhere meanwhile. */
function pickChanged(before: Settings, next: Settings): Partial<Settings> {
  const names = Object.keys(next) as (keyof Settings)[];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(next[name]));
  return Object.fromEntries(changed.map((name) => [name, next[name]]));
}

/** Everything that can be set, and the way to start again. */
export function SettingsPage() {
  const [settings, setSettings] = useState<Settings>();
  const [made, setMade] = useState<{ code: string; at: number }>();
  const [erasing, setErasing] = useState(false);

  useEffect(() => {
    void load(async () => setSettings(await ask('settings.get', {})));
    prepareRating();
  }, []);

  async function save(next: Settings) {
    const before = settings;
    if (!before) return;
    const saved = await attempt(() => ask('settings.set', pickChanged(before, next)));
    if (!saved) return;
    setSettings(saved);
    // What was said of settings that something else had changed is settled by that.
    await reload();
    const back = pickChanged(saved, before);
    sayDone(i18n.t('undo.saved'), async () => setSettings(await ask('settings.set', back)));
  }

  async function erase() {
    setErasing(true);
    await attempt(() => ask('vault.erase', { understood: true }));
    await refreshVault();
    setErasing(false);
  }

  if (made) {
    return (
      <RecoveryCode
        code={made.code}
        made={made.at}
        onCopy={() => attempt(() => navigator.clipboard.writeText(made.code))}
        onPrint={() => window.print()}
        onContinue={async () => {
          setMade(undefined);
          await confirmCode();
        }}
      />
    );
  }

  return (
    <div class="settings">
      <h1>{i18n.t('tab.settings')}</h1>
      <PolicySection />
      <section class="stack">
        <h2>{i18n.t('settings.timesHeading')}</h2>
        {settings && (
          <SettingsForm
            key={JSON.stringify(settings)}
            settings={settings}
            locked={policy.value.locked}
            onSave={save}
          />
        )}
      </section>
      <section class="stack">
        <h2>{i18n.t('settings.passphraseHeading')}</h2>
        <ChangePassphrase onMade={(code) => setMade({ code, at: Date.now() })} />
      </section>
      <section class="stack">
        <h2>{i18n.t('settings.recoveryHeading')}</h2>
        <RenewRecoveryCode onMade={(code) => setMade({ code, at: Date.now() })} />
      </section>
      <section class="stack">
        <h2>{i18n.t('key.heading')}</h2>
        <ChangeKey onMade={(code) => setMade({ code, at: Date.now() })} />
      </section>
      {settings && <Destinations settings={settings} onSave={save} />}
      <Sites />
      <Damaged />
      <section class="stack">
        <h2>{i18n.t('erase.heading')}</h2>
        <ConfirmErase entries={entries.value?.rows.length} busy={erasing} onErase={erase} />
      </section>
    </div>
  );
}
