import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ImportStatus } from '../../lib/files/pick';

/** Something found in a file, as the preview shows it. */
export interface ImportRow {
  label: string;
  account: string;
  providerName: string;
  /** Path of its folder in the file. */
  folder: string;
  /** `forbidden`: the organisation does not allow its provider. */
  status: ImportStatus | 'forbidden';
  /** It looks like an app password. */
  likely: boolean;
}

interface Props {
  rows: readonly ImportRow[];
  busy: boolean;
  /** Called with the places of what was chosen. */
  onImport: (places: readonly number[]) => void;
  onCancel: () => void;
}

/** Most rows that are drawn: users read no more, and do not tick so many one by one. */
const DRAWN = 500;

/** A box to tick, with its words. */
function Tick(props: { id: string; words: string; checked: boolean; onChange: (on: boolean) => void }) {
  const { id, words, checked, onChange } = props;
  return (
    <div class="tick">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{words}</label>
    </div>
  );
}

/** What a file holds, before anything of it is taken over. */
export function ImportPreview({ rows, busy, onImport, onCancel }: Props) {
  const id = useId();
  const fresh = (row: ImportRow) => row.status === 'new';
  const numbered = rows.map((row, place) => ({ row, place }));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    new Set(numbered.filter(({ row }) => fresh(row) && row.likely).map(({ place }) => place)),
  );
  const likely = numbered.filter(({ row }) => row.likely);
  const [all, setAll] = useState(likely.length === 0);
  const shown = (all ? numbered : likely).slice(0, DRAWN);
  const open = shown.filter(({ row }) => row.status === 'new' || row.status === 'differing');
  const isAll = open.length > 0 && open.every(({ place }) => chosen.has(place));

  function choose(places: readonly number[], on: boolean) {
    const next = new Set(chosen);
    for (const place of places) {
      if (on) next.add(place);
      else next.delete(place);
    }
    setChosen(next);
  }

  const words = {
    new: '',
    known: i18n.t('import.here'),
    differing: i18n.t('import.differs'),
    unfit: i18n.t('import.unfit'),
    forbidden: i18n.t('import.forbidden'),
  };
  return (
    <div class="stack">
      <p role="status">{i18n.t('import.found', [rows.length, likely.length])}</p>
      {likely.length < rows.length && (
        <Tick id={`${id}-everything`} words={i18n.t('import.everything')} checked={all} onChange={setAll} />
      )}
      {open.length > 1 && (
        <Tick
          id={`${id}-all`}
          words={i18n.t('import.all')}
          checked={isAll}
          onChange={(on) =>
            choose(
              open.map(({ place }) => place),
              on,
            )
          }
        />
      )}
      <ul class="choices">
        {shown.map(({ row, place }) => (
          <li key={place} class="tick">
            <input
              id={`${id}-${place}`}
              type="checkbox"
              checked={chosen.has(place)}
              disabled={row.status !== 'new' && row.status !== 'differing'}
              aria-describedby={`${id}-${place}-details`}
              onChange={(event) => choose([place], event.currentTarget.checked)}
            />
            <div>
              <label for={`${id}-${place}`}>{row.label || i18n.t('entry.unnamed')}</label>
              <p id={`${id}-${place}-details`} class="small soft">
                {[row.providerName, row.account, row.folder, words[row.status]].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {(all ? numbered : likely).length > DRAWN && (
        <p class="small soft">{i18n.t('import.more', [(all ? numbered : likely).length - DRAWN])}</p>
      )}
      <div class="line">
        <button
          type="button"
          class="button button-main"
          disabled={busy || chosen.size === 0}
          onClick={() => onImport([...chosen].sort((a, b) => a - b))}
        >
          {busy ? i18n.t('import.busy') : i18n.t('import.action', chosen.size)}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {i18n.t('add.cancel')}
        </button>
      </div>
    </div>
  );
}
