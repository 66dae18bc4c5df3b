import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Row } from '../../lib/messaging/shapes';
import { type ListWindow, windowRows } from '../kit/list-window';
import type { RowGroup } from '../state/row-order';
import type { MonogramLook } from '../text/monogram';
import { type Drawn, drawLines, findPlace, layOut, lineOfRow, rowAt } from './list-lines';
import { EntryRow } from './row';

/** Up to here every line is drawn. */
const DRAW_ALL = 40;

interface Props {
  groups: readonly RowGroup[];
  now: number;
  nameOf: (provider: string) => string;
  monogramOf: (row: Row) => MonogramLook;
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
  /** Opens a row in place of the list; without it, its link leads to it. */
  onOpen?: (row: Row) => void;
  /** Called when the arrow keys leave the list at its top. */
  onLeave?: () => void;
}

/** The list "App passwords". Draws what is visible; the arrow keys move from row to row. */
export function EntryList(props: Props) {
  const { groups, scroller, shown, status } = props;
  const list = useRef<HTMLUListElement>(null);
  const heights = useRef({ row: 56, heading: 36, extra: 0 });
  const wanted = useRef<number | undefined>(undefined);
  const [, redraw] = useState(0);
  const lines = useMemo(() => layOut(groups), [groups]);
  const all = lines.count <= DRAW_ALL;
  const openId = shown?.id ?? status?.id;
  const openPlace = all || openId === undefined ? -1 : findPlace(lines, openId);

  function measure(): ListWindow {
    if (all) return { start: 0, end: lines.count, before: 0, after: 0 };
    const outer = scroller.current;
    const top =
      outer && list.current
        ? outer.getBoundingClientRect().top - list.current.getBoundingClientRect().top
        : 0;
    return windowRows({
      scrolled: top,
      height: outer?.clientHeight || 600,
      rowHeight: heights.current.row,
      count: lines.count,
      headings: { places: lines.headings, height: heights.current.heading },
      open: openPlace < 0 ? undefined : { index: lineOfRow(lines, openPlace), extra: heights.current.extra },
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
    const tall = (what: string) => list.current?.querySelector<HTMLElement>(what)?.offsetHeight;
    const opened = tall('.row[data-open]');
    const row = tall('.row:not([data-open])') || heights.current.row;
    const heading = tall('.rows-heading') || heights.current.heading;
    const extra = opened ? opened - row : heights.current.extra;
    const { current } = heights;
    if (row === current.row && heading === current.heading && extra === current.extra) return;
    heights.current = { row, heading, extra };
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
    const place = fresh === undefined ? -1 : findPlace(lines, fresh);
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
    button.closest('.row')?.scrollIntoView({ block: 'nearest' });
  });

  function move(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key];
    const row = event.target instanceof Element ? event.target.closest('.row') : null;
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    const from = Number(row.getAttribute('data-place')) - 1;
    const here = rowAt(lines, from);
    if (event.key === 'ArrowRight' && here) props.onOpen?.(here);
    if (step === undefined) return;
    event.preventDefault();
    if (from === 0 && step < 0) {
      props.onLeave?.();
      return;
    }
    wanted.current = Math.min(lines.rows - 1, Math.max(0, from + step));
    const gap = wanted.current - from;
    if (!all) scroller.current?.scrollBy({ top: gap * heights.current.row, behavior: 'instant' });
    redraw((count) => count + 1);
  }

  const rowsOf = ({ group, rows, inGroup, inAll }: Drawn) =>
    rows.map((row, offset) => (
      <EntryRow
        key={row.id}
        row={row}
        now={props.now}
        provider={props.nameOf(row.provider)}
        monogram={props.monogramOf(row)}
        href={props.hrefOf(row)}
        newTab={props.newTab}
        place={inAll + offset + 1}
        placeInGroup={inGroup + offset + 1}
        countInGroup={group.rows.length}
        ready={props.firstReady && inAll + offset === 0}
        current={row.id === props.currentId}
        secret={shown?.id === row.id ? shown.secret : undefined}
        status={status?.id === row.id ? status.words : undefined}
        onCopy={() => props.onCopy(row)}
        onShow={() => props.onShow(row)}
        onHide={props.onHide}
        onOpen={props.onOpen && (() => props.onOpen?.(row))}
      />
    ));

  return (
    <ul
      ref={list}
      aria-label={i18n.t('entry.list')}
      onKeyDown={move}
      style={all ? undefined : { paddingTop: `${view.before}px`, paddingBottom: `${view.after}px` }}
    >
      {drawLines(lines, view.start, view.end).map((drawn) =>
        drawn.group.name === '' ? (
          rowsOf(drawn)
        ) : (
          <li key={drawn.group.id}>
            {drawn.hasHeading && (
              <div class="rows-heading">
                <h2>{drawn.group.name}</h2>
                <span>{drawn.group.rows.length}</span>
              </div>
            )}
            <ul aria-label={drawn.group.name}>{rowsOf(drawn)}</ul>
          </li>
        ),
      )}
    </ul>
  );
}
