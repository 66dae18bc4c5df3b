import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Row } from '../../lib/messaging/shapes';
import { ageWords } from '../text/ages';
import { DueMark } from './due-mark';
import { SecretView } from './secret';

export interface RowProps {
  row: Row;
  now: number;
  provider: string;
  href: string;
  newTab: boolean;
  /** One-based place in the whole list, and its length. */
  place: number;
  count: number;
  /** True for the row that Enter in the search box copies. */
  ready: boolean;
  current: boolean;
  secret?: string | undefined;
  status?: ComponentChildren;
  onCopy: () => void;
  onShow: () => void;
  onHide: () => void;
}

/** One entry: what it is, how old it is, copy and show. */
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
      aria-posinset={props.place}
      aria-setsize={props.count}
    >
      <div class="row-text">
        <a
          id={id}
          class="row-label"
          href={props.href}
          title={row.label}
          data-copy={isHere ? undefined : true}
          {...(props.newTab ? { target: '_blank', rel: 'noreferrer' } : {})}
          aria-current={props.current ? 'true' : undefined}
        >
          {row.label || i18n.t('entry.unnamed')}
        </a>
        <p class="row-line">{[props.provider, row.account].filter(Boolean).join(' · ')}</p>
        <p class="row-line">
          {ageWords(row.secretChanged, props.now)} <DueMark row={row} />{' '}
          {row.handover && <span class="mark">{i18n.t('entry.notHanded')}</span>}{' '}
          {!isHere && (
            <span class="mark mark-quiet">
              {row.custody === 'none' ? i18n.t('entry.elsewhere') : i18n.t('entry.inManager')}
            </span>
          )}
        </p>
      </div>
      {isHere && (
        <div class="row-actions">
          <button
            type="button"
            class="button button-small"
            data-copy
            aria-label={i18n.t('entry.copy')}
            aria-describedby={id}
            onClick={props.onCopy}
          >
            {i18n.t('entry.copyShort')}
          </button>
          <button
            type="button"
            class="button button-small"
            aria-label={secret === undefined ? i18n.t('entry.show') : i18n.t('entry.hide')}
            aria-describedby={id}
            onClick={secret === undefined ? props.onShow : props.onHide}
          >
            {secret === undefined ? i18n.t('entry.showShort') : i18n.t('entry.hideShort')}
          </button>
        </div>
      )}
      {secret !== undefined && (
        <div class="row-more">
          <SecretView secret={secret} />
        </div>
      )}
      {status && <div class="row-more">{status}</div>}
    </li>
  );
}
