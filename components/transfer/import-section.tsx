import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AppError, codeOf } from '../../lib/errors';
import { type ImporterId, loadBackup, loadImporter, recognise } from '../../lib/files';
import type { Backup } from '../../lib/files/backup';
import { MOST_BACKUP_BYTES, MOST_BYTES } from '../../lib/files/limits';
import type { Candidate } from '../../lib/files/pick';
import type { Response } from '../../lib/messaging/protocol';
import { PassphraseField } from '../kit/passphrase-field';
import { entries, nameProvider, reload } from '../state/entries';
import { policy } from '../state/policy';
import { ask } from '../state/session';
import { sayDone } from '../state/undo';
import { errorWords } from '../text/errors';
import { judgeFound, toEntry } from './import-candidates';
import { ImportPreview } from './import-preview';
import { cutInParts } from './in-parts';
import { WatchAgain } from './watch-again';

interface Opened {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  kind: ImporterId;
  locked: boolean;
}

/** Sends a backup in as many parts as it takes; all of it is brought back with the last, which is answered. */
async function bringBack({ entries: kept, captures = [], settings, sites }: Backup) {
  let answer: Response<'backup.restore'> = { count: 0 };
  for (const { items, place } of cutInParts(kept)) {
    const besides = place.part === 0 && { captures, sites };
    answer = await ask('backup.restore', { entries: items, settings, ...place, ...besides });
  }
  return answer;
}

/** Adds what was chosen, in as many parts as it takes; all of it comes in with the last. @returns ids */
async function addAll(chosen: readonly Candidate[]): Promise<string[]> {
  let ids: string[] = [];
  for (const { items, place } of cutInParts(chosen.map(toEntry))) {
    ({ ids } = await ask('transfer.add', { entries: items, ...place }));
  }
  return ids;
}

/** Labels, with three dots where there are more. */
function nameSome({ count, labels }: { count: number; labels: readonly string[] }): string {
  const named = labels.map((label) => label || i18n.t('entry.unnamed'));
  return [...named, ...(count > labels.length ? ['…'] : [])].join(', ');
}

/** Takes app passwords out of a file of another program, after showing what is in it. */
export function ImportSection() {
  const picker = useRef<HTMLInputElement>(null);
  const passphrase = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<Opened>();
  const [candidates, setCandidates] = useState<readonly Candidate[]>();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  /** Hosts of a backup that the browser does not let us read yet. */
  const [unwatched, setUnwatched] = useState<readonly string[]>([]);

  function reset() {
    setUnwatched([]);
    setOpened(undefined);
    setCandidates(undefined);
    setWrong(undefined);
    if (picker.current) picker.current.value = '';
  }

  /** Runs one step; what goes wrong is said beside it. */
  async function step(work: () => Promise<void>) {
    setBusy(true);
    setWrong(undefined);
    try {
      await work();
    } catch (error) {
      setWrong(errorWords(codeOf(error)));
    }
    setBusy(false);
  }

  const choose = (file: File) =>
    step(async () => {
      setOpened(undefined);
      setCandidates(undefined);
      const kind = recognise(new Uint8Array(await file.slice(0, 65_536).arrayBuffer()), file.name);
      if (file.size > (kind === 'backup' ? MOST_BACKUP_BYTES : MOST_BYTES)) {
        throw new AppError('file-too-large', 'more than can be read');
      }
      if (!kind) throw new AppError('file-invalid', 'no format that is known');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const locked = (await loadImporter(kind)).isLocked(bytes);
      const next = { name: file.name, bytes, kind, locked };
      setOpened(next);
      if (!locked) await read(next, '');
    });

  async function read({ kind, bytes }: Opened, word: string) {
    const found = await (await loadImporter(kind)).read(bytes, word);
    setCandidates(await judgeFound(found));
  }

  const unlock = (event: Event) => {
    event.preventDefault();
    const word = passphrase.current?.value ?? '';
    if (opened && !busy) void step(() => read(opened, word));
  };

  /** Brings everything of a backup back, settings too. */
  const restore = () =>
    step(async () => {
      if (!opened) return;
      const { readBackup } = await loadBackup();
      const backup = await readBackup(opened.bytes, passphrase.current?.value ?? '');
      const { count, leftOut, unwatched: sites = [] } = await bringBack(backup);
      const damaged = backup.entries.filter((kept) => kept.damaged).length;
      reset();
      setUnwatched(sites);
      await reload();
      sayDone(
        [
          damaged > 0 && !leftOut ? '' : i18n.t('import.done', count),
          leftOut ? i18n.t('import.leftOut', leftOut.count, [String(leftOut.count), nameSome(leftOut)]) : '',
          damaged > 0 ? i18n.t(leftOut ? 'import.damaged' : 'import.doneDamaged', damaged) : '',
        ]
          .filter(Boolean)
          .join(' '),
      );
    });

  const add = (places: readonly number[]) =>
    step(async () => {
      const chosen = places.flatMap((place) => candidates?.[place] ?? []);
      const ids = await addAll(chosen);
      reset();
      await reload();
      sayDone(i18n.t('import.done', ids.length), { changed: [], added: ids });
    });

  const isFresh = opened?.kind === 'backup' && entries.value?.rows.length === 0;
  return (
    <section class="stack">
      <h2>{i18n.t('import.heading')}</h2>
      <p class="soft">{i18n.t('import.why')}</p>
      <div class="field">
        <label for="import-file">{i18n.t('import.file')}</label>
        <input
          ref={picker}
          id="import-file"
          type="file"
          class="input"
          accept=".sparekey,.kdbx,.json,.csv,.tsv,.txt"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void choose(file);
          }}
        />
      </div>
      {opened?.locked && !candidates && (
        <form class="stack" noValidate onSubmit={unlock}>
          <PassphraseField
            label={i18n.t('import.passphrase', [opened.name])}
            inputRef={passphrase}
            autoComplete="off"
            error={wrong}
          />
          <div class="line">
            <button type="submit" class="button button-main" aria-disabled={busy}>
              {i18n.t('import.look')}
            </button>
            {isFresh && (
              <button type="button" class="button" aria-disabled={busy} onClick={restore}>
                {i18n.t('import.restore')}
              </button>
            )}
          </div>
        </form>
      )}
      {!opened?.locked && wrong && (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
      {unwatched.length > 0 && <WatchAgain hosts={unwatched} onDone={() => setUnwatched([])} />}
      {busy && <p role="status">{i18n.t('import.reading')}</p>}
      {candidates && (
        <>
          <ImportPreview
            rows={candidates.map(({ found, provider, standing, likely }) => ({
              ...{ label: found.label, account: found.account, folder: found.folder },
              ...{ providerName: nameProvider(provider), likely },
              standing: policy.value.providers?.includes(provider) === false ? 'forbidden' : standing,
            }))}
            busy={busy}
            onImport={add}
            onCancel={reset}
          />
          {opened?.locked && wrong && (
            <p class="field-error" role="alert">
              {wrong}
            </p>
          )}
        </>
      )}
    </section>
  );
}
