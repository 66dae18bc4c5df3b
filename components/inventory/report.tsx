import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { InventoryItemCard, InventoryReport, ReportedEntry } from '../../lib/messaging/review-shapes';
import type { Doubt } from '../../lib/review/reasons';
import { dateWords, whenWords } from '../text/ages';

interface Props {
  report: InventoryReport;
  now: number;
  providerName: string;
  /** The provider's page that lists them, where known. */
  pageHref: string | undefined;
  hrefOf: (id: string) => string;
  onAdopt: (rows: readonly InventoryItemCard[]) => void;
  onGone: (ids: readonly string[]) => void;
}

const words: Record<Doubt, () => string> = {
  together: () => i18n.t('lists.together'),
  alike: () => i18n.t('lists.alike'),
  nameless: () => i18n.t('lists.nameless'),
  shortened: () => i18n.t('lists.shortened'),
  renamed: () => i18n.t('lists.renamed'),
  remade: () => i18n.t('lists.remade'),
  elsewhere: () => i18n.t('lists.elsewhere'),
  incomplete: () => i18n.t('lists.incomplete'),
  empty: () => i18n.t('lists.empty'),
  'nothing-fits': () => i18n.t('lists.nothingFits'),
};

/** What one page listed: what of it is not in the vault, what is missing there, and what is in doubt. */
export function InventoryReportView(props: Props) {
  const id = useId();
  const { report, now, pageHref } = props;
  const { count, limit, unknown, gone, doubtful, matched } = report;
  const isClear = unknown.length + gone.length + doubtful.length === 0;
  return (
    <section class="stack" aria-labelledby={id}>
      <header class="stack-tight">
        <h2 id={id}>{[props.providerName, report.account].filter(Boolean).join(' · ')}</h2>
        <p class="soft">
          {[
            report.site,
            i18n.t('lists.seen', [whenWords(report.at, now)]),
            i18n.t('lists.count', count),
          ].join(' · ')}
        </p>
      </header>
      {report.isNearlyFull && limit !== undefined && (
        <p class="banner banner-warn">{i18n.t('lists.nearlyFull', [count, limit])}</p>
      )}
      {isClear && <p>{i18n.t('lists.clear', matched)}</p>}
      {unknown.length > 0 && (
        <Adoption
          key={unknown.map(({ place, label }) => `${place} ${label}`).join('\n')}
          heading={i18n.t('lists.unknown')}
          rows={unknown}
          ticked
          onAdopt={props.onAdopt}
        />
      )}
      {gone.length > 0 && (
        <section class="stack-tight">
          <h3>{i18n.t('lists.gone')}</h3>
          <p class="soft">{count === 0 ? i18n.t('lists.goneAll') : i18n.t('lists.goneWhy')}</p>
          <ul class="provider-list">
            {gone.map((entry) => (
              <li key={entry.id} class="line">
                <EntryLink {...entry} hrefOf={props.hrefOf} />
                <button
                  type="button"
                  class="button button-small push"
                  aria-label={i18n.t('lists.markNamed', [entry.label || i18n.t('entry.unnamed')])}
                  onClick={() => props.onGone([entry.id])}
                >
                  {i18n.t('entry.markRevoked')}
                </button>
              </li>
            ))}
          </ul>
          {gone.length > 1 && (
            <div>
              <button
                type="button"
                class="button"
                onClick={() => props.onGone(gone.map((entry) => entry.id))}
              >
                {i18n.t('lists.markAll', [gone.length])}
              </button>
            </div>
          )}
        </section>
      )}
      {doubtful.length > 0 && (
        <section class="stack">
          <h3>{i18n.t('lists.unsure')}</h3>
          {doubtful.map(({ reason, entries, rows }) => (
            <div key={`${reason} ${entries.map((entry) => entry.id).join()}`} class="doubt stack-tight">
              <p>{words[reason]()}</p>
              <ul class="plain-list">
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <EntryLink {...entry} hrefOf={props.hrefOf} />
                  </li>
                ))}
              </ul>
              {rows.length > 0 && reason !== 'together' && (
                <Adoption
                  heading={i18n.t('lists.onThePage')}
                  rows={rows}
                  ticked={false}
                  onAdopt={props.onAdopt}
                />
              )}
            </div>
          ))}
        </section>
      )}
      {!report.complete && <p class="small soft">{i18n.t('lists.notAll')}</p>}
      {pageHref && (
        <p>
          <a href={pageHref} target="_blank" rel="noreferrer">
            {i18n.t('lists.open', [props.providerName])}
          </a>
        </p>
      )}
    </section>
  );
}

function EntryLink(props: ReportedEntry & { hrefOf: (id: string) => string }) {
  return (
    <span>
      <a href={props.hrefOf(props.id)}>{props.label || i18n.t('entry.unnamed')}</a>{' '}
      <span class="small soft">{dateWords(props.created)}</span>
    </span>
  );
}

/** Rows to tick and add to the vault. */
function Adoption(props: {
  heading: string;
  rows: readonly InventoryItemCard[];
  ticked: boolean;
  onAdopt: (rows: readonly InventoryItemCard[]) => void;
}) {
  const id = useId();
  const { rows } = props;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    new Set(props.ticked ? rows.map(({ place }) => place) : []),
  );
  const all = rows.every(({ place }) => chosen.has(place));

  function choose(places: readonly number[], on: boolean) {
    const next = new Set(chosen);
    for (const place of places)
      if (on) next.add(place);
      else next.delete(place);
    setChosen(next);
  }

  return (
    <section class="stack-tight" aria-labelledby={id}>
      <h3 id={id}>{props.heading}</h3>
      {props.ticked && <p class="soft">{i18n.t('lists.unknownWhy')}</p>}
      {rows.length > 1 && (
        <div class="tick">
          <input
            id={`${id}-all`}
            type="checkbox"
            checked={all}
            onChange={(event) =>
              choose(
                rows.map(({ place }) => place),
                event.currentTarget.checked,
              )
            }
          />
          <label for={`${id}-all`}>{i18n.t('lists.all')}</label>
        </div>
      )}
      <ul class="choices">
        {rows.map(({ place, label, details }) => (
          <li key={place} class="tick">
            <input
              id={`${id}-${place}`}
              type="checkbox"
              checked={chosen.has(place)}
              aria-describedby={`${id}-${place}-details`}
              onChange={(event) => choose([place], event.currentTarget.checked)}
            />
            <div>
              <label for={`${id}-${place}`}>{label || i18n.t('entry.unnamed')}</label>
              <p id={`${id}-${place}-details`} class="small soft">
                {details.join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <button
          type="button"
          class={props.ticked ? 'button button-main' : 'button'}
          disabled={chosen.size === 0}
          onClick={() => props.onAdopt(rows.filter(({ place }) => chosen.has(place)))}
        >
          {i18n.t('lists.adopt', chosen.size)}
        </button>
      </div>
    </section>
  );
}
