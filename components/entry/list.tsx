import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Row } from '../../lib/messaging/shapes';
import { type ListWindow, windowRows } from '../kit/list-window';
import { EntryRow } from './row';

/** Up to here every row is drawn, and rows may be as tall as their words need. */
const DRAW_ALL = 40;

interface Props {
  rows: readonly Row[];
  now: number;
  nameOf: (provider: string) => string;
  hrefOf: (row: Row) => string;
  newTab: boolean;
  /** What scrolls the list. */
  scroller: RefObject<HTMLElement | null>;
  /** True while Enter elsewhere copies the first row. */
  firstReady: boolean;
  currentId?: string | undefined;
  shown?: { id: string; secret: string } | undefined;
  status?: { id: string; words: ComponentChildren } | undefined;
  onCopy: (row: Row) => void;
  onShow: (row: Row) => void;
  onHide: () => void;
  /** Called when the arrow keys leave the list at its top. */
  onLeave?: () => void;
}

/** The list "App passwords". Draws what is visible; the arrow keys move from row to row. */
export function EntryList(props: Props) {
  const { rows, scroller, shown, status } = props;
  const list = useRef<HTMLUListElement>(null);
  const heights = useRef({ row: 76, extra: 0 });
  const wanted = useRef<number | undefined>(undefined);
  const [, redraw] = useState(0);
  const all = rows.length <= DRAW_ALL;
  const openId = shown?.id ?? status?.id;
  const openIndex = all || openId === undefined ? -1 : rows.findIndex(({ id }) => id === openId);

  function measure(): ListWindow {
    if (all) return { start: 0, end: rows.length, before: 0, after: 0 };
    const outer = scroller.current;
    const top =
      outer && list.current
        ? outer.getBoundingClientRect().top - list.current.getBoundingClientRect().top
        : 0;
    return windowRows({
      scrolled: top,
      height: outer?.clientHeight || 600,
      rowHeight: heights.current.row,
      count: rows.length,
      open: openIndex < 0 ? undefined : { index: openIndex, extra: heights.current.extra },
    });
  }

  const view = measure();
  const drawn = useRef(view);
  drawn.current = view;

  useEffect(() => {
    const outer = scroller.current;
    if (all || !outer) return undefined;
    const follow = () => {
      const { start, end } = measure();
      if (start !== drawn.current.start || end !== drawn.current.end) redraw((count) => count + 1);
    };
    outer.addEventListener('scroll', follow, { passive: true });
    const sizes = new ResizeObserver(follow);
    sizes.observe(outer);
    return () => {
      outer.removeEventListener('scroll', follow);
      sizes.disconnect();
    };
  });

  useLayoutEffect(() => {
    if (all || !list.current) return;
    const closed = list.current.querySelector<HTMLElement>('li:not([data-open])')?.offsetHeight;
    const opened = list.current.querySelector<HTMLElement>('li[data-open]')?.offsetHeight;
    const row = closed || heights.current.row;
    const extra = opened ? opened - row : heights.current.extra;
    if (row === heights.current.row && extra === heights.current.extra) return;
    heights.current = { row, extra };
    redraw((count) => count + 1);
  });

  // What was just shown or said must be seen, also where its row was the last that fitted.
  const opened = `${shown?.id} ${status?.id}`;
  const lastOpened = useRef(opened);
  useLayoutEffect(() => {
    if (lastOpened.current === opened) return;
    const [before = '', said = ''] = lastOpened.current.split(' ');
    lastOpened.current = opened;
    const fresh =
      shown && shown.id !== before ? shown.id : status && status.id !== said ? status.id : undefined;
    const place = fresh === undefined ? -1 : rows.findIndex(({ id }) => id === fresh);
    list.current?.querySelector(`[data-place="${place + 1}"]`)?.scrollIntoView({ block: 'nearest' });
  });

  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const button = list.current?.querySelector<HTMLElement>(
      `[data-place="${wanted.current + 1}"] [data-copy]`,
    );
    if (!button) return;
    wanted.current = undefined;
    button.focus();
    button.closest('li')?.scrollIntoView({ block: 'nearest' });
  });

  function move(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key];
    const row = event.target instanceof Element ? event.target.closest('li') : null;
    if (step === undefined || !row || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const from = Number(row.getAttribute('data-place')) - 1;
    if (from === 0 && step < 0) {
      props.onLeave?.();
      return;
    }
    wanted.current = Math.min(rows.length - 1, Math.max(0, from + step));
    const gap = wanted.current - from;
    if (!all) scroller.current?.scrollBy({ top: gap * heights.current.row, behavior: 'instant' });
    redraw((count) => count + 1);
  }

  return (
    <ul
      ref={list}
      class={all ? 'rows' : 'rows rows-even'}
      aria-label={i18n.t('entry.list')}
      onKeyDown={move}
      style={all ? undefined : { paddingTop: `${view.before}px`, paddingBottom: `${view.after}px` }}
    >
      {rows.slice(view.start, view.end).map((row, offset) => (
        <EntryRow
          key={row.id}
          row={row}
          now={props.now}
          provider={props.nameOf(row.provider)}
          href={props.hrefOf(row)}
          newTab={props.newTab}
          place={view.start + offset + 1}
          count={rows.length}
          ready={props.firstReady && view.start + offset === 0}
          current={row.id === props.currentId}
          secret={shown?.id === row.id ? shown.secret : undefined}
          status={status?.id === row.id ? status.words : undefined}
          onCopy={() => props.onCopy(row)}
          onShow={() => props.onShow(row)}
          onHide={props.onHide}
        />
      ))}
    </ul>
  );
}
