import { batch, effect, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Request, Response } from '../../lib/messaging/protocol';
import type { Undo } from '../../lib/model';
import { dayField } from '../text/ages';
import { loadProviders, patchRows } from './entries';
import { ask, attempt, load, now, refreshVault, unlocked } from './session';
import { done, sayDone, undoNow } from './undo';

export type Review = Response<'review.list'>;
export type ReviewItem = Review['due'][number];
export type GivenAnswer = Request<'review.answer'>['answer'];

/** A card among those shown; whether it asks something, or is decided. */
export interface CardPlace {
  at: number;
  asks: boolean;
  /** Which card it is, where that is known; the place counts once it is not there. */
  id?: string;
}

/** An answer of today, given while this page is open. */
export interface Given {
  id: string;
  label: string;
  kind: GivenAnswer['kind'];
  /** Whether its card asked something, rather than being decided already. */
  asked: boolean;
  /** The local day, as a date field has it. */
  day: string;
  undo: Undo;
}

/** How long (ms) an answer may take before the page says that it works. */
const PATIENCE = 1_000;

const words: Record<GivenAnswer['kind'], () => string> = {
  keep: () => i18n.t('undo.kept'),
  later: () => i18n.t('undo.later'),
  replace: () => i18n.t('undo.replace'),
  revoke: () => i18n.t('undo.revoke'),
  revoked: () => i18n.t('undo.revoked'),
};

/** What is due and how everything stands; `undefined` while it is not known. */
export const review = signal<Review>();
/** True while an answer takes so long that the page has to say so. */
export const isSlow = signal(false);
/** The card that is to get the focus, once what is known now is drawn. */
export const focusPlace = signal<CardPlace>();

/** The answers of today, the last one at the end. */
export const given = signal<readonly Given[]>([]);

/** The card at which the user left the review for another page, to continue there. */
let left: CardPlace = { at: 0, asks: false };
/** One answer at a time: a key pressed twice answers once. */
let isAnswering = false;
/** Counts what was asked, so that an answer from before another one was given changes nothing. */
let asked = 0;
/** What was asked for before there is a page. */
let ahead: Promise<Review> | undefined;
/** What the last answer of the review offers to undo. */
let last: typeof done.value;
/** An answer was undone: what is loaded next shows its card. */
let isUndone = false;

async function askReview(): Promise<Review> {
  const [found] = await Promise.all([ask('review.list', {}), loadProviders()]);
  return found;
}

/** Asks for what the page shows before there is a page. */
export function askAhead(): void {
  ahead = askReview();
  // Locked, for one; the page asks again once it is open.
  ahead.catch(() => (ahead = undefined));
}

/** Loads what is due, for a page that has been opened, or where something else has changed. */
export async function loadReview(): Promise<void> {
  const mine = ++asked;
  const asking = ahead ?? askReview();
  ahead = undefined;
  const found = await load(() => asking);
  if (!found || mine !== asked) return;
  batch(() => {
    review.value = found;
    if (isUndone) focusPlace.value = left;
  });
  isUndone = false;
}

/** The page is opened: it goes on at the card at which it was left. */
export function enterReview(): void {
  const today = dayField(now.value);
  given.value = given.value.filter(({ day }) => day === today);
  focusPlace.value = left;
}

/** The page is left for what belongs to a card. @param at the card's place among those shown */
export function leaveAt(item: ReviewItem, at: number): void {
  left = { at, asks: isOpen(item) };
}

/** The page is closed: what was due is asked for again when it opens. */
export function closeReview(): void {
  asked++;
  review.value = undefined;
}

/** Whether a card asks something; the others are decided, and not done yet. */
function isOpen({ reason }: Pick<ReviewItem, 'reason'>): boolean {
  return reason !== 'to-revoke' && reason !== 'replacing';
}

/**
 * Answers a card, and shows the review that follows. While another answer is on its way, and for a card that has been
 * answered and is still drawn, it does nothing.
 * @param at the card's place among those shown
 * @returns whether it was answered
 */
export async function answer(item: ReviewItem, at: number, chosen: GivenAnswer): Promise<boolean> {
  const isAsked = review.value?.due.some(
    ({ row, reason }) => row.id === item.row.id && reason === item.reason,
  );
  if (isAnswering || !isAsked) return false;
  isAnswering = true;
  const mine = ++asked;
  const timer = setTimeout(() => (isSlow.value = true), PATIENCE);
  const answered = await attempt(() => ask('review.answer', { id: item.row.id, answer: chosen }));
  clearTimeout(timer);
  isSlow.value = false;
  isAnswering = false;
  // Something else changed meanwhile, of which the answer may not know.
  const isOld = mine !== asked;
  if (answered) {
    const { rows, undo, ...next } = answered;
    leaveAt(item, at);
    batch(() => {
      asked++;
      focusPlace.value = left;
      review.value = next;
      patchRows(rows);
      const { id, label } = item.row;
      const one = { id, label, kind: chosen.kind, asked: isOpen(item), day: dayField(now.value), undo };
      given.value = [...given.value, one];
      last = sayDone(words[chosen.kind](), () => takeBack(one));
    });
    void refreshVault();
  }
  if (isOld) void loadReview();
  return answered !== undefined;
}

/** Undoes an answer, and brings its card back. */
async function takeBack(one: Given): Promise<Response<'entry.undo'>> {
  const answered = await ask('entry.undo', one.undo);
  if (answered.left === 0) given.value = given.value.filter((other) => other !== one);
  left = { at: 0, asks: one.asked, id: one.id };
  isUndone = true;
  return answered;
}

/** Undoes an answer of today, whatever was done since. */
export function undoGiven(one: Given): Promise<void> {
  return undoNow(() => takeBack(one));
}

/** Undoes the last answer, where it is what can be undone now. */
export function undoAnswer(): void {
  if (done.value === last) void done.value?.undo?.();
}

/** Forgets the answers of today when the vault locks, because they name entries. */
export function followReview(): void {
  effect(() => {
    if (!unlocked.value) given.value = [];
  });
}
