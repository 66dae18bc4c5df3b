import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { codeOf, type ErrorCode } from '../../lib/errors';
import { ManagerChoice } from '../kit/manager-choice';
import { entries, reload } from '../state/entries';
import { listManagers, managers } from '../state/managers';
import { ask, attempt } from '../state/session';
import { errorWords } from '../text/errors';

interface Progress {
  done: number;
  all: number;
  problem?: ErrorCode;
}

/** Sends all entries of the vault to a manager, or copies all back, one after the other. */
export function DeliverMany() {
  const [chosen, setChosen] = useState('');
  const [keep, setKeep] = useState(true);
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => void listManagers(), []);
  const all = managers.value;
  const manager = all.find((one) => one.id === chosen) ?? all[0];
  const rows = (entries.value?.rows ?? []).filter(({ status }) => status !== 'revoked');
  const here = rows.filter(({ custody }) => custody === 'vault');
  const there = rows.filter(({ custody }) => custody === manager?.id);
  if (!manager) return null;

  async function run(ids: readonly string[], work: (id: string) => Promise<unknown>) {
    setProgress({ done: 0, all: ids.length });
    await attempt(async () => {
      for (const [done, one] of ids.entries()) {
        setProgress({ done, all: ids.length });
        try {
          await work(one);
        } catch (error) {
          // The next one would meet the same: locked, gone, refused.
          setProgress({ done, all: ids.length, problem: codeOf(error) });
          throw error;
        }
      }
      setProgress({ done: ids.length, all: ids.length });
    });
    await reload();
  }

  const busy = progress !== undefined && !progress.problem && progress.done < progress.all;
  return (
    <section class="setting stack">
      <h3>{i18n.t('many.heading')}</h3>
      <ManagerChoice managers={all} chosen={manager.id} keep={keep} onChoose={setChosen} onKeep={setKeep} />
      <div class="line">
        <button
          type="button"
          class="button"
          disabled={busy || here.length === 0}
          onClick={() =>
            run(
              here.map((row) => row.id),
              (one) => ask('bridge.deliver', { id: one, bridge: manager.id, keep }),
            )
          }
        >
          {i18n.t('many.deliver', here.length)}
        </button>
        {manager.givesBack && there.length > 0 && (
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() =>
              run(
                there.map((row) => row.id),
                (one) => ask('bridge.fetch', { id: one }),
              )
            }
          >
            {i18n.t('many.fetch', there.length)}
          </button>
        )}
      </div>
      {progress && (
        <div class="stack-tight">
          {busy && <progress value={progress.done} max={progress.all} aria-label={i18n.t('many.heading')} />}
          <p role="status">{i18n.t('many.progress', [progress.done, progress.all])}</p>
          {progress.problem && <p class="field-error">{errorWords(progress.problem)}</p>}
        </div>
      )}
    </section>
  );
}
