import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ErrorCode } from '../../lib/errors';
import type { AppPassword } from '../../lib/model';
import { ManagerChoice } from '../kit/manager-choice';
import type { Manager } from '../state/managers';
import { whenWords } from '../text/ages';
import { errorWords } from '../text/errors';

interface Props {
  entry: AppPassword;
  managers: readonly Manager[];
  now: number;
  busy: boolean;
  onDeliver: (bridge: string, keep: boolean) => void;
  onFetch: () => void;
}

/** Where an entry is on its way to a password manager. */
function deliveryWords(
  { state, at, place }: NonNullable<AppPassword['handover']>,
  name: string,
  now: number,
): string {
  if (state === 'sent') return i18n.t('handover.sent', [name]);
  if (state !== 'done') return i18n.t('handover.wanted', [name]);
  const when = whenWords(at, now);
  return place ? i18n.t('handover.doneAt', [name, when, place]) : i18n.t('handover.done', [name, when]);
}

/** Which password manager has an entry, or may get it. */
export function DeliveryView({ entry, managers, now, busy, onDeliver, onFetch }: Props) {
  const [picked, setPicked] = useState(entry.handover?.bridge);
  const chosen = picked ?? managers[0]?.id ?? '';
  const [keep, setKeep] = useState(entry.handover?.keep ?? true);
  const { handover, custody } = entry;
  const nameOf = (bridge: string) => managers.find((one) => one.id === bridge)?.name ?? bridge;
  const there = managers.find((one) => one.id === custody);
  if (custody === 'none' || managers.length === 0) return null;
  return (
    <section class="stack-tight">
      <h2>{i18n.t('handover.heading')}</h2>
      {handover && <p>{deliveryWords(handover, nameOf(handover.bridge), now)}</p>}
      {handover?.problem && <p class="field-error">{errorWords(handover.problem as ErrorCode)}</p>}
      {there && (
        <>
          <p class="soft">{i18n.t('handover.onlyThere', [there.name])}</p>
          {there.givesBack && (
            <div>
              <button type="button" class="button" disabled={busy} onClick={onFetch}>
                {i18n.t('handover.fetch')}
              </button>
            </div>
          )}
        </>
      )}
      {custody === 'vault' && (
        <form
          class="stack-tight"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onDeliver(chosen, keep);
          }}
        >
          <ManagerChoice
            managers={managers}
            chosen={chosen}
            keep={keep}
            onChoose={setPicked}
            onKeep={setKeep}
          />
          <div>
            <button type="submit" class="button" disabled={busy}>
              {busy ? i18n.t('handover.busy') : i18n.t('handover.action')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
