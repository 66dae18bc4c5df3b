import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import type { Request, Response } from '../../lib/messaging/protocol';
import { resolveLink } from '../entry/provider-links';
import { answerMany } from '../state/answer-many';
import { entries, listWanted, loadProviders, nameProvider, providers, reload } from '../state/entries';
import { ask, attempt, load, now } from '../state/session';
import type { StateReport } from '../state/shapes';
import { done, sayDone } from '../state/undo';
import { dateWords, whenWords } from '../text/ages';
import type { ReviewChoice } from './card';
import { DeviceWaits } from './device-waits';
import { IncidentSection, useGroups } from './incident-section';
import { ReviewList } from './list';
import { StatePicture, StateSummary } from './overview';
import { RecordsSection } from './records-section';

type Due = Response<'review.list'>;
type Item = Due['due'][number];
type Answer = Request<'review.answer'>['answer'];

const words: Record<Answer['kind'], () => string> = {
  keep: () => i18n.t('undo.kept'),
  later: () => i18n.t('undo.later'),
  replace: () => i18n.t('undo.replace'),
  revoke: () => i18n.t('undo.revoke'),
  revoked: () => i18n.t('undo.revoked'),
};

/** A card among those shown; whether it asks something, or is decided. */
interface Place {
  at: number;
  asks: boolean;
}

/** The card at which somebody left the review for another page, to go on there. */
let leftAt: Place = { at: 0, asks: false };

/**
 * Gives the focus to the card in a place. Keys mean something else below the questions, so after the last of these it
 * goes to the heading there.
 */
function focusCard(list: HTMLElement, { at, asks }: Place): void {
  const questions = list.querySelectorAll<HTMLElement>('.questions article');
  const cards = asks ? questions : list.querySelectorAll<HTMLElement>('article');
  const next = cards[Math.min(at, cards.length - 1)] ?? list.querySelector<HTMLElement>('h2[tabindex]');
  next?.focus();
}

function isOpen({ reason }: Item): boolean {
  return reason !== 'to-revoke' && reason !== 'replacing';
}

function askAll(): Promise<[Due, StateReport, unknown]> {
  return Promise.all([ask('review.list', {}), ask('state.get', {}), loadProviders()]);
}

let ahead: Promise<[Due, StateReport, unknown]> | undefined;

/** Asks for what the page shows before there is a page. */
export function askAhead(): void {
  ahead = askAll();
  // Locked, for one; the page asks again once it is open.
  ahead.catch(() => (ahead = undefined));
}

/** What was asked for ahead, once. */
function takeAhead() {
  const taken = ahead;
  ahead = undefined;
  return taken;
}

/** How everything stands, and what is due, one question each. */
export function ReviewPage() {
  const list = useRef<HTMLDivElement>(null);
  const focusAt = useRef<Place | undefined>(leftAt);
  const [due, setDue] = useState<Due>();
  const [state, setState] = useState<StateReport>();
  const loaded = entries.value;
  const known = useRef(loaded);
  /** From an answer until the cards say what it changed: a key pressed twice answers once. */
  const busy = useRef<false | 'answering' | 'answered'>(false);
  /** Answers that are through, and how many of them the cards know of. */
  const given = useRef(0);
  const shown = useRef(0);
  const last = useRef<typeof done.value>(undefined);
  const groups = useGroups();

  useEffect(() => {
    // The list that comes after the first answer tells nothing new.
    const isFirstList = known.current === undefined && due !== undefined && !busy.current;
    known.current = loaded;
    if (isFirstList) return undefined;
    let current = true;
    const before = given.current;
    void load(async () => {
      const [answer, stands] = await (takeAhead() ?? askAll());
      // What was asked before an answer was through may not know of it.
      if (!current || given.current !== before || busy.current === 'answering') return true;
      busy.current = false;
      shown.current = before;
      setState(stands);
      setDue(answer);
      return true;
    }).then((isLoaded) => {
      if (!isLoaded) busy.current = false;
      requestAnimationFrame(() => setTimeout(() => (listWanted.value = true)));
    });
    return () => {
      current = false;
    };
  }, [loaded]);

  useEffect(() => {
    if (!due || focusAt.current === undefined || shown.current !== given.current) return;
    if (list.current) focusCard(list.current, focusAt.current);
    focusAt.current = undefined;
  }, [due]);

  /** Z takes back the last answer of this page, while the focus is among the cards. */
  function takeBack({ key, ctrlKey, altKey, metaKey, target }: KeyboardEvent) {
    if (key.toLowerCase() !== 'z' || ctrlKey || altKey || metaKey) return;
    if (!(target instanceof HTMLInputElement) && done.value === last.current) void done.value?.undo?.();
  }

  function linkOf(item: Item): string | undefined {
    const card = providers.value.find(({ id }) => id === item.row.provider);
    return resolveLink(card?.links.revoke, item.row.site);
  }

  async function answer(item: Item, at: number, said: Answer) {
    if (busy.current) return false;
    busy.current = 'answering';
    const answered = await attempt(() => ask('review.answer', { id: item.row.id, answer: said }));
    given.current++;
    busy.current = answered !== undefined && 'answered';
    if (!answered) return false;
    leftAt = focusAt.current = { at, asks: isOpen(item) };
    // Without a new list nothing else says that the answer is through.
    if (!(await reload())) busy.current = false;
    last.current = sayDone(words[said.kind](), answered.undo);
    return true;
  }

  async function choose(item: Item, place: number, choice: ReviewChoice) {
    if (choice.kind === 'later') {
      const { days, at } = choice;
      return answer(item, place, { kind: 'later', days, ...(at && { for: at }) });
    }
    if (choice.kind === 'keep') return answer(item, place, choice);
    if (choice.kind === 'gone') return answer(item, place, { kind: 'revoked' });
    const run = `#/replace/${item.row.id}`;
    leftAt = { at: place, asks: isOpen(item) };
    if (choice.kind === 'go-on') return location.assign(run);
    if (!(await answer(item, place, { kind: choice.kind }))) return undefined;
    if (choice.kind === 'replace') return location.assign(run);
    const page = linkOf(item);
    return page && attempt(() => browser.tabs.create({ url: page }));
  }

  const labels = new Map(loaded?.rows.map(({ id, label }) => [id, label]));
  const about = {
    nameOf: nameProvider,
    labelOf: (id: string) => labels.get(id) || i18n.t('entry.unnamed'),
    hrefOf: (id: string) => `#/entry/${id}`,
    listsHref: '#/lists',
  };

  return (
    <div class="stack">
      <h1>{i18n.t('review.heading')}</h1>
      {state && <StateSummary {...about} state={state} />}
      {due?.total === 0 && (
        <div ref={list} class="nothing stack-tight">
          <h2 tabIndex={-1}>{i18n.t('review.nothing')}</h2>
          <p class="soft">
            {due.next === undefined
              ? i18n.t('review.nothingNext')
              : i18n.t('review.nothingUntil', [dateWords(due.next), whenWords(due.next, now.value)])}
          </p>
        </div>
      )}
      {due && due.total > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: one key for the cards inside
        <div ref={list} class="stack" onKeyDown={takeBack}>
          <ReviewList
            due={due}
            now={now.value}
            nameOf={nameProvider}
            hrefOf={about.hrefOf}
            revokeHrefOf={linkOf}
            factsOf={(provider) => providers.value.find(({ id }) => id === provider)?.facts ?? []}
            onChoose={choose}
          />
        </div>
      )}
      {state && <DeviceWaits {...about} groups={state.atDevice} onThere={(ids) => answerMany(ids, 'wake', i18n.t('review.awake'))} />}
      {state && groups && (
        <>
          <StatePicture {...about} state={state} />
          <IncidentSection groups={groups} labelOf={about.labelOf} />
          <RecordsSection />
        </>
      )}
    </div>
  );
}
