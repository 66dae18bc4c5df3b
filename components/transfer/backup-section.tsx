import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { codeOf } from '../../lib/errors';
import { backupFile, loadBackup } from '../../lib/files';
import type { Response } from '../../lib/messaging/protocol';
import { NewPassphrase } from '../access/new-passphrase';
import { ratePassphrase } from '../access/strength';
import { Disclosure } from '../kit/disclosure';
import { offerFile } from '../kit/offer-file';
import { PassphraseField } from '../kit/passphrase-field';
import { entries } from '../state/entries';
import { policy } from '../state/policy';
import { ask, load, now } from '../state/session';
import { sayDone } from '../state/undo';
import { dateWords, dayField, whenWords } from '../text/ages';
import { errorWords } from '../text/errors';

/** Everything there is, part by part, and how much of it is there without what belongs to it. */
async function readEverything(passphrase: string) {
  const { damaged: first, unnamed, next: start, ...backup } = await ask('backup.read', { passphrase });
  let damaged = first;
  for (let after = start; after !== undefined; ) {
    const part = await ask('backup.read', { passphrase, after });
    backup.entries.push(...part.entries);
    damaged += part.damaged;
    after = part.next;
  }
  return { backup, damaged, unnamed };
}

/** Makes Spare Key's own backup, and says when the last one was made. */
export function BackupSection() {
  const field = useRef<HTMLInputElement>(null);
  const [status, setStatus] = useState<Response<'backup.status'>>();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [round, setRound] = useState(0);
  const loaded = entries.value;
  const forbidden = policy.value.forbids.includes('export');

  useEffect(() => {
    void load(async () => setStatus(await ask('backup.status', {})));
  }, [loaded, round]);

  async function make(seal: string, close: () => void) {
    setBusy(true);
    setWrong(undefined);
    try {
      const passphrase = field.current?.value ?? '';
      const [{ backup, damaged, unnamed }, { writeBackup }] = await Promise.all([
        readEverything(passphrase),
        loadBackup(),
      ]);
      const file = await writeBackup(backup, seal);
      offerFile(file, `spare-key-${dayField(Date.now())}.${backupFile.extension}`, backupFile.mediaType);
      await ask('backup.made', {});
      setRound(round + 1);
      close();
      if (unnamed > 0) sayDone(i18n.t('backup.madeUnnamed', unnamed));
      else sayDone(damaged > 0 ? i18n.t('backup.madeDamaged', damaged) : i18n.t('backup.made'));
    } catch (error) {
      setWrong(errorWords(codeOf(error)));
    }
    setBusy(false);
  }

  return (
    <div class="setting stack">
      {forbidden && <p class="banner">{i18n.t('policy.export')}</p>}
      {status && !forbidden && (
        <p class={status.isDue ? 'banner' : ''}>
          {status.last === undefined
            ? i18n.t('backup.never')
            : i18n.t('backup.last', [dateWords(status.last), whenWords(status.last, now.value)])}
        </p>
      )}
      {status?.damaged !== undefined && !forbidden && (
        <p class="banner banner-warn">{i18n.t('backup.damaged', status.damaged)}</p>
      )}
      <p class="soft">{i18n.t('backup.why')}</p>
      {!forbidden && (
        <Disclosure action={i18n.t('backup.begin')}>
          {(close) => (
            <NewPassphrase
              label={i18n.t('backup.passphrase')}
              repeatLabel={i18n.t('backup.repeat')}
              action={i18n.t('backup.action')}
              waiting={i18n.t('export.busy')}
              busy={busy}
              error={wrong}
              rate={ratePassphrase}
              least={policy.value.least}
              onChoose={(seal) => make(seal, close)}
            >
              <PassphraseField
                label={i18n.t('backup.own')}
                inputRef={field}
                autoComplete="current-password"
              />
            </NewPassphrase>
          )}
        </Disclosure>
      )}
    </div>
  );
}
