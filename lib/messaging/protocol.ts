import * as z from 'zod/mini';
import { AppPassword, EntryChanges, manyAnswers, ProviderId, ReviewAnswer, Settings, Undo } from '../model';
import { AuditReport } from '../review/report-shape';
import { Sketch } from '../sketch/sketch';
import { managerMessages } from './manager-messages';
import { done, message, nothing, secret } from './message';
import { EntryGroup, InventoryReport, Owner, ReplaceStep, Review } from './review-shapes';
import { said } from './said';
import {
  count,
  FreshSave,
  id,
  instant,
  NewEntry,
  OfferedList,
  PageMark,
  PageReport,
  PasteFinding,
  PolicyCard,
  ProviderCard,
  Row,
  SoughtWords,
  short,
  TextForm,
  WaitingCapture,
  Warning,
  Weight,
} from './shapes';
import { vaultMessages } from './vault-messages';

const hosts = z.array(short).check(z.maxLength(1_000));

/** Every message there is: who may send it, what it carries, what it answers. */
export const protocol = {
  /** Seals a fresh secret before the user is asked. The site is taken from the sender. */
  'capture.offer': message(
    ['content-script'],
    z.strictObject({
      provider: ProviderId,
      account: said,
      label: said,
      secret,
      /** True when the user asked for it ("Scan this page"). */
      asked: z.boolean(),
      /** True when the user did something in this document not long before. */
      gesture: z.boolean(),
      /** What the page calls it, where that is no app password. */
      seems: z.optional(z.literal('token')),
      /** The page is leaving after its form was sent; the next one may say that the server refused it. */
      leaving: z.optional(z.literal(true)),
    }),
    z.object({
      captureId: z.string(),
      /** `no-vault`: it waits in memory only until a vault is created. `known`: this page has shown it before. */
      state: z.enum(['sealed', 'no-vault', 'known']),
      /** With what pages before said of it, where this one did not. */
      label: short,
      account: short,
      /** Where it is from: what people call the provider, and the host. */
      origin: z.string(),
      /**
       * What the card says below: where Save puts it, and what to look at before. Which password manager it is, is no
       * page's to know: some browsers let a page search for words in a closed root.
       */
      notes: z.array(z.enum(['seemsToken', 'checkLabel', 'toVault', 'toManager', 'noVault'])),
    }),
  ),
  'capture.keep': message(
    ['content-script', 'own-page'],
    z.strictObject({ captureId: id, label: said, account: said }),
    /**
     * `kept`: it becomes an entry at the next unlock. `held`: saved, and sent to the password manager a while
     * later. `delivered`, `undelivered`: saved, and sent, or not.
     */
    z.object({
      state: z.enum(['saved', 'held', 'delivered', 'undelivered', 'kept', 'needs-vault']),
      entryId: z.optional(z.string()),
    }),
  ),
  /** Where no page paints: nothing in a page destroys. */
  'capture.discard': message(['own-page'], z.strictObject({ captureId: id }), done),
  /** Undoes what was saved in a page a moment ago; removed as any entry is, it can be restored for a while. */
  'capture.take-back': message(['own-page'], z.strictObject({ entryId: id }), done),
  /** The user has seen what was saved in a page and agrees: nothing waits any more. */
  'capture.confirm': message(['own-page'], z.strictObject({ entryId: id }), done),
  /** The page says that the server refused what the page before it sent as it left: nothing was made then. */
  'capture.refused': message(['content-script'], nothing, done),
  /** The user continues with a name, or the page says whose account it is; kept in memory for the tab and its host. */
  'page.noted': message(
    ['content-script'],
    z.strictObject({ provider: ProviderId, label: said, account: said }),
    done,
  ),
  /**
   * What a page needs as it begins: the words by which pages are read, in all languages, with weights and marks; the
   * name that was typed on the page before this one; and the card's look.
   */
  'words.get': message(
    ['content-script'],
    nothing,
    z.object({
      languages: z.array(z.string()),
      sought: z.array(SoughtWords),
      pairs: z.string(),
      rows: z.string(),
      weights: z.array(Weight),
      marks: z.array(PageMark),
      forms: z.array(TextForm),
      named: z.string(),
      style: z.string(),
    }),
  ),
  'page.changed': message(['content-script'], PageReport, done),
  /** What the provider's own page lists; the site is taken from the sender. */
  'list.offer': message(['content-script'], OfferedList, done),
  /** What pages have listed since the vault was opened, the latest first, compared with what is in it. */
  'list.all': message(['own-page'], nothing, z.object({ lists: z.array(InventoryReport) })),
  /** Makes entries without a secret of rows; those that are no longer there under this label are passed over. */
  'list.adopt': message(
    ['own-page'],
    z.strictObject({
      name: z.string().check(z.maxLength(2_000)),
      rows: z.array(z.strictObject({ place: count, label: short })).check(z.maxLength(1_000)),
    }),
    z.object({ ids: z.array(z.string()) }),
  ),

  ...vaultMessages,

  'entry.list': message(
    ['own-page'],
    nothing,
    z.object({
      rows: z.array(Row),
      /** Removed a moment ago, so that they can still be restored. */
      removed: z.array(Row),
      waiting: z.array(WaitingCapture),
      /** What was saved in a page a moment ago. */
      fresh: z.array(FreshSave),
      warnings: z.array(Warning),
      /** What providers' lists have that the vault does not know, or knows otherwise. */
      news: count,
    }),
  ),
  'entry.get': message(
    ['own-page'],
    z.strictObject({ id }),
    /**
     * `next`: when it is asked about for the next time (ms); now, when it is due; absent for what never is.
     * `limitDays`: the days that hold for it, its own, the organisation's or those of the settings.
     */
    z.object({
      entry: AppPassword,
      provider: z.optional(ProviderCard),
      limitDays: count,
      next: z.optional(instant),
      step: z.optional(ReplaceStep),
    }),
  ),
  /**
   * `shown` is for eyes and the clipboard: as the provider shows it; `canonical` is without characters that sign-in
   * ignores. `clearsItself`, of what is copied: it is taken out of the clipboard after 30 s, if it is still there; false
   * without the permission to look there.
   */
  'entry.secret': message(
    ['own-page'],
    z.strictObject({ id, purpose: z.enum(['copy', 'show']) }),
    z.object({ shown: z.string(), canonical: z.string(), clearsItself: z.optional(z.boolean()) }),
  ),
  /** Compares what a program refused with the secret. */
  'secret.check': message(
    ['own-page'],
    z.strictObject({ id, pasted: z.string().check(z.maxLength(2000)) }),
    z.object({ findings: z.array(PasteFinding) }),
  ),
  'entry.add': message(
    ['own-page'],
    z.strictObject({ entry: NewEntry, secret }),
    z.object({ entry: AppPassword }),
  ),
  /** Keeps the secret of an entry that had none. */
  'entry.complete': message(['own-page'], z.strictObject({ id, secret }), z.object({ entry: AppPassword })),
  'entry.update': message(
    ['own-page'],
    z.strictObject({ id, changes: EntryChanges }),
    z.object({ entry: AppPassword, undo: Undo }),
  ),
  'entry.remove': message(['own-page'], z.strictObject({ id }), z.object({ undo: Undo })),
  'entry.restore': message(['own-page'], z.strictObject({ id }), z.object({ entry: AppPassword })),
  /** Undoes an action, in one commit; `left`: how many entries were changed again since, and stay as they are. */
  'entry.undo': message(['own-page'], Undo, z.object({ left: count })),

  ...managerMessages,

  'provider.list': message(['own-page'], nothing, z.object({ providers: z.array(ProviderCard) })),

  /** Looks once at the active tab, under the permission that opening the popup gave. */
  'site.look': message(
    ['own-page'],
    z.strictObject({ tabId: z.number() }),
    z.object({
      found: z.enum(['created', 'naming', 'nothing', 'changed', 'left-recovery', 'left-key', 'left-other']),
    }),
  ),
  /** Keeps watching hosts that the user has just granted: all, or none where one may not be. */
  'site.watch': message(['own-page'], z.strictObject({ hosts }), done),
  'site.unwatch': message(['own-page'], z.strictObject({ hosts }), done),
  'site.list': message(
    ['own-page'],
    nothing,
    z.object({
      hosts: z.array(z.string()),
      changed: z.array(z.object({ provider: z.string(), part: z.string() })),
    }),
  ),

  /** Draws the structure of the active tab, without anything that it says, and opens the page that shows it. */
  'sketch.draw': message(['own-page'], z.strictObject({ tabId: z.number() }), done),
  /** The last sketch, kept in memory; `drawn` tells one from the next. */
  'sketch.get': message(
    ['own-page'],
    nothing,
    z.object({ last: z.optional(z.object({ sketch: Sketch, drawn: instant, tabId: z.number() })) }),
  ),
  'sketch.drop': message(['own-page'], nothing, done),

  /** What is due, and how everything stands. */
  'review.list': message(['own-page'], nothing, Review),
  /** Answers one question; the answer is the review that follows, and the rows that changed. */
  'review.answer': message(
    ['own-page'],
    z.strictObject({ id, answer: ReviewAnswer }),
    z.extend(Review, { rows: z.array(Row), undo: Undo }),
  ),
  /** Gives many entries one answer, in one commit; `missing`: how many of them are no longer there. */
  'review.answer-all': message(
    ['own-page'],
    z.strictObject({ ids: z.array(id).check(z.maxLength(100_000)), answer: z.enum(manyAnswers) }),
    z.object({ undo: Undo, missing: count }),
  ),

  /** What is in use by device and by account, and whose it is. */
  'state.groups': message(
    ['own-page'],
    nothing,
    z.object({ devices: z.array(EntryGroup), accounts: z.array(EntryGroup), owners: z.array(Owner) }),
  ),
  /** What it means for app passwords that the password of their account was changed: ids by what became of them. */
  'state.changed': message(
    ['own-page'],
    Owner,
    z.object({ ended: z.array(z.string()), alive: z.array(z.string()), unsure: z.array(z.string()) }),
  ),
  'state.report': message(['own-page'], nothing, AuditReport),
  /** A calendar file (RFC 5545) of the days on which something becomes due; absent when nothing is ahead. */
  'state.calendar': message(['own-page'], nothing, z.object({ text: z.optional(z.string()) })),

  'settings.get': message(['own-page'], nothing, Settings),
  /** Changes those that are named; settings that the organisation has set stay as they are. */
  'settings.set': message(['own-page'], z.partial(Settings), Settings),

  'policy.get': message(['own-page'], nothing, PolicyCard),
} as const;

export type Protocol = typeof protocol;
export type Name = keyof Protocol;
export type Request<N extends Name> = z.infer<Protocol[N]['request']>;
export type Response<N extends Name> = z.infer<Protocol[N]['response']>;
