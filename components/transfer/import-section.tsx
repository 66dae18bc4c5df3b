import type { RefObject } from 'preact';
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
import { classifyFound, toEntry } from './import-candidates';
import { ImportPreview, type ImportRow } from './import-preview';
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

/** Says how many came in; Undo removes them again. */
function sayAdded(ids: string[]): void {
  sayDone(i18n.t('import.done', ids.length), { changed: [], added: ids });
}

/** Labels, with three dots where there are more. */
function nameSome({ count, labels }: { count: number; labels: readonly string[] }): string {
  const named = labels.map((label) => label || i18n.t('entry.unnamed'));
  return [...named, ...(count > labels.length ? ['…'] : [])].join(', ');
}

/** Looks what a file is. @throws AppError `file-too-large`, `file-invalid` */
async function open(file: File): Promise<Opened> {
  const kind = recognise(new Uint8Array(await file.slice(0, 65_536).arrayBuffer()), file.name);
  if (file.size > (kind === 'backup' ? MOST_BACKUP_BYTES : MOST_BYTES)) {
    throw new AppError('file-too-large', 'more than can be read');
  }
  if (!kind) throw new AppError('file-invalid', 'no format that is known');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, bytes, kind, locked: (await loadImporter(kind)).isLocked(bytes) };
}

async function read({ kind, bytes }: Opened, word: string): Promise<readonly Candidate[]> {
  return classifyFound(await (await loadImporter(kind)).read(bytes, word));
}

/** Brings everything of a backup back, settings too. @returns what to say of it, and hosts that cannot be watched yet */
async function restoreAll({ bytes }: Opened, word: string) {
  const { readBackup } = await loadBackup();
  const backup = await readBackup(bytes, word);
  const { count, leftOut, unwatched = [] } = await bringBack(backup);
  const damaged = backup.entries.filter((kept) => kept.damaged).length;
  const said = [
    damaged > 0 && !leftOut ? '' : i18n.t('import.done', count),
    leftOut ? i18n.t('import.leftOut', leftOut.count, [String(leftOut.count), nameSome(leftOut)]) : '',
    damaged > 0 ? i18n.t(leftOut ? 'import.damaged' : 'import.doneDamaged', damaged) : '',
  ]
    .filter(Boolean)
    .join(' ');
  return { said, unwatched };
}

/** What goes on, one step after another, and what went wrong in the last one. */
function useSteps() {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();

  /** Runs one step; an error shows beside it. */
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

  return { busy, wrong, setWrong, step };
}

/** Takes app passwords out of a file of another program, after showing what is in it. */
export function ImportSection() {
  const picker = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<Opened>();
  const [candidates, setCandidates] = useState<readonly Candidate[]>();
  const { busy, wrong, setWrong, step } = useSteps();
  /** Hosts of a backup that the browser does not let us read yet. */
  const [unwatched, setUnwatched] = useState<readonly string[]>([]);

  function reset() {
    setUnwatched([]);
    setOpened(undefined);
    setCandidates(undefined);
    setWrong(undefined);
    if (picker.current) picker.current.value = '';
  }

  const choose = (file: File) =>
    step(async () => {
      setOpened(undefined);
      setCandidates(undefined);
      const next = await open(file);
      setOpened(next);
      if (!next.locked) setCandidates(await read(next, ''));
    });

  const unlock = (word: string) =>
    step(async () => {
      if (opened) setCandidates(await read(opened, word));
    });

  const restore = (word: string) =>
    step(async () => {
      if (!opened) return;
      const { said, unwatched: sites } = await restoreAll(opened, word);
      reset();
      setUnwatched(sites);
      await reload();
      sayDone(said);
    });

  const add = (places: readonly number[]) =>
    step(async () => {
      const ids = await addAll(places.flatMap((place) => candidates?.[place] ?? []));
      reset();
      await reload();
      sayAdded(ids);
    });

  const isFresh = opened?.kind === 'backup' && entries.value?.rows.length === 0;
  return (
    <section class="setting stack">
      <h3>{i18n.t('import.heading')}</h3>
      <p class="soft">{i18n.t('import.why')}</p>
      <FileField field={picker} onChoose={choose} />
      {opened?.locked && !candidates && (
        <Locked
          {...{ name: opened.name, busy, wrong }}
          onUnlock={unlock}
          onRestore={isFresh ? restore : undefined}
        />
      )}
      {!opened?.locked && <Wrong wrong={wrong} />}
      {unwatched.length > 0 && <WatchAgain hosts={unwatched} onDone={() => setUnwatched([])} />}
      {busy && <p role="status">{i18n.t('import.reading')}</p>}
      {candidates && (
        <>
          <ImportPreview rows={candidates.map(toRow)} busy={busy} onImport={add} onCancel={reset} />
          {opened?.locked && <Wrong wrong={wrong} />}
        </>
      )}
    </section>
  );
}

/** What was found as the preview shows it. */
function toRow({ found, provider, status, likely }: Candidate): ImportRow {
  const { label, account, folder } = found;
  const isForbidden = policy.value.providers?.includes(provider) === false;
  const providerName = nameProvider(provider);
  return { label, account, folder, providerName, likely, status: isForbidden ? 'forbidden' : status };
}

function FileField(props: { field: RefObject<HTMLInputElement | null>; onChoose: (file: File) => void }) {
  return (
    <div class="field">
      <label for="import-file">{i18n.t('import.file')}</label>
      <input
        ref={props.field}
        id="import-file"
        type="file"
        class="input"
        accept=".sparekey,.kdbx,.json,.csv,.tsv,.txt"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) props.onChoose(file);
        }}
      />
    </div>
  );
}

function Wrong({ wrong }: { wrong: string | undefined }) {
  if (!wrong) return null;
  return (
    <p class="field-error" role="alert">
      {wrong}
    </p>
  );
}

/** Asks for the passphrase of a file, and whether to bring back all of a backup. */
function Locked(props: {
  name: string;
  busy: boolean;
  wrong: string | undefined;
  onUnlock: (word: string) => void;
  onRestore: ((word: string) => void) | undefined;
}) {
  const { name, busy, wrong, onUnlock, onRestore } = props;
  const field = useRef<HTMLInputElement>(null);
  const answer = (act: (word: string) => void) => {
    if (!busy) act(field.current?.value ?? '');
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        answer(onUnlock);
      }}
    >
      <PassphraseField
        label={i18n.t('import.passphrase', [name])}
        inputRef={field}
        autoComplete="off"
        error={wrong}
      />
      <div class="line">
        <button type="submit" class="button button-main" aria-disabled={busy}>
          {i18n.t('import.look')}
        </button>
        {onRestore && (
          <button type="button" class="button" aria-disabled={busy} onClick={() => answer(onRestore)}>
            {i18n.t('import.restore')}
          </button>
        )}
      </div>
    </form>
  );
}
