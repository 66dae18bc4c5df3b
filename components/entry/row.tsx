import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Row } from '../../lib/messaging/shapes';
import { Monogram } from '../kit/monogram';
import { ageWords, spanOf } from '../text/ages';
import type { MonogramLook } from '../text/monogram';
import { DueMark, hasMark } from './due-mark';
import { SecretView } from './secret';

interface RowProps {
  row: Row;
  now: number;
  provider: string;
  monogram: MonogramLook;
  href: string;
  newTab: boolean;
  /** One-based place among all rows, by which keys find it. */
  place: number;
  /** One-based place in its own group, and the length of that. */
  placeInGroup: number;
  countInGroup: number;
  /** True for the row that Enter in the search box copies. */
  ready: boolean;
  current: boolean;
  secret?: string | undefined;
  status?: ComponentChildren;
  onCopy: () => void;
  onShow: () => void;
  onHide: () => void;
  /** Opens it here; the link leads elsewhere only when it is asked to. */
  onOpen?: (() => void) | undefined;
}

/** One entry: what it is, how it stands, copy and show. All of the row is the link to it. */
export function EntryRow(props: RowProps) {
  const { row, secret, status } = props;
  const id = useId();
  const open = secret !== undefined || Boolean(status);
  const isHere = row.custody === 'vault';
  return (
    <li
      class="row"
      data-place={props.place}
      data-ready={props.ready || undefined}
      data-current={props.current || undefined}
      data-open={open || undefined}
      aria-posinset={props.placeInGroup}
      aria-setsize={props.countInGroup}
    >
      <div class="row-head">
        <Monogram look={props.monogram} />
        <div>
          <div class="row-top">
            <a
              id={id}
              class="row-label"
              href={props.href}
              title={row.label}
              data-copy={isHere ? undefined : true}
              onClick={(event) => {
                if (!props.onOpen || event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                props.onOpen();
              }}
              {...(props.newTab ? { target: '_blank', rel: 'noreferrer' } : {})}
              aria-current={props.current ? 'true' : undefined}
            >
              {row.label || i18n.t('entry.unnamed')}
            </a>
            {isHere && <Actions {...props} describedBy={id} />}
            {props.onOpen && (
              <span class="row-go" aria-hidden="true">
                ›
              </span>
            )}
          </div>
          <p class="row-line">
            <span class="row-about">{[row.account, props.provider].filter(Boolean).join(' · ')}</span>
            <span class="row-state">
              <RowState row={row} now={props.now} />
            </span>
          </p>
        </div>
      </div>
      {secret !== undefined && (
        <div class="row-more">
          <SecretView secret={secret} />
        </div>
      )}
      {status && <div class="row-more">{status}</div>}
    </li>
  );
}

function Actions(props: RowProps & { describedBy: string }) {
  const { secret, describedBy } = props;
  const isShown = secret !== undefined;
  return (
    <div class="row-actions">
      <button
        type="button"
        class="button button-small"
        data-copy
        aria-label={i18n.t('entry.copy')}
        aria-describedby={describedBy}
        onClick={props.onCopy}
      >
        {i18n.t('entry.copyShort')}
        {props.ready && (
          <span class="keycap" aria-hidden="true">
            ↵
          </span>
        )}
      </button>
      <button
        type="button"
        class="button button-small"
        aria-label={isShown ? i18n.t('entry.hide') : i18n.t('entry.show')}
        aria-describedby={describedBy}
        onClick={isShown ? props.onHide : props.onShow}
      >
        {isShown ? i18n.t('entry.hideShort') : i18n.t('entry.showShort')}
      </button>
    </div>
  );
}

/** The one thing to know about an entry in a list; its age, where nothing else matters. */
function RowState({ row, now }: { row: Row; now: number }) {
  if (hasMark(row)) return <DueMark row={row} />;
  if (row.handover) return <span class="mark">{i18n.t('entry.notHanded')}</span>;
  if (row.custody !== 'vault') {
    return (
      <span class="mark mark-quiet">
        {row.custody === 'none' ? i18n.t('entry.elsewhere') : i18n.t('entry.inManager')}
      </span>
    );
  }
  return <span title={ageWords(row.secretChanged, now)}>{spanOf(row.secretChanged, now)}</span>;
}
