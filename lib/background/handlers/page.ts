import { cardStyle } from '../../capture/card-style';
import { AppError } from '../../errors';
import { bridgeById } from '../../managers';
import type { Response } from '../../messaging/protocol';
import type { Context, Handlers, PageContext } from '../../messaging/serve';
import { providerById } from '../../providers';
import { learnable } from '../../providers/words/compile';
import { record } from '../../review/log';
import { listCards, nameOf } from '../provider-info';
import type { Services } from '../services';
import { closeCard, openCard } from '../services/capture-cards';
import { routeOf } from '../services/deliveries';
import { checkHost, checkProvider, checkTab, checkUnwatch } from '../services/policy';
import { readSettings } from '../services/settings';
import { UNDO } from './entries';

type PageMessage = Extract<
  keyof Handlers,
  `capture.${string}` | `page.${string}` | `site.${string}` | 'provider.list' | 'words.get'
>;

/** How long (ms) after a form was sent the next page may say that it was refused: before the user acts again. */
const ANSWERS = 10_000;

/** What comes from provider pages, and which sites those are. */
export function pageHandlers(services: Services): Pick<Handlers, PageMessage> {
  const { session, captures, fresh, pageNotes, reminders, sites, deliveries, openPage, now } = services;
  const { schedulePurge } = services;
  /** What pages sent as they left, by tab: in memory alone, so that it can be undone only a moment later. */
  const left = new Map<number, { captureId: string; site: string; at: number; pages: number }>();
  return {
    'capture.offer': async ({ provider, secret, asked, gesture, seems, leaving, ...read }, context) => {
      // The site is the browser's word, not the page's.
      const { url, tabId } = pageOf(context);
      const site = url.host;
      // Refused before it is sealed: the card offers to copy it, because the page may be the only place that has it.
      const [settings] = await Promise.all([readSettings(), checkProvider(provider)]);
      const { label, account } = await pageNotes.complete(read, tabId, site);
      // Some pages show on the next what was asked for on the one before.
      const isMeant = (await pageNotes.spend(tabId, site)) || asked || gesture;
      const offered = { provider, site, tabId, isMeant, account, label, secret };
      const { captureId, state, again } = await captures.offer(offered);
      if (state === 'no-vault') await openPage('/welcome.html', { behind: true });
      const before = left.get(tabId);
      left.delete(tabId);
      // What waited before was made elsewhere, and no page after this one can undo it: unless this tab sent it then.
      const isOwn = !again || (before?.captureId === captureId && before.site === site);
      if (leaving && isOwn) left.set(tabId, { captureId, site, at: now(), pages: 0 });
      // The badge may come a moment after the card.
      void reminders.poke().catch(() => undefined);
      // A page that leaves shows no card any more, and Firefox refuses to style it.
      if (!leaving) await openCard(captureId, tabId);
      const origin = `${nameOf(provider)} · ${url.hostname}`;
      const isRouted = bridgeById(routeOf(settings, provider, now())?.bridge ?? '') !== undefined;
      const note = state === 'no-vault' ? 'noVault' : isRouted ? 'toManager' : 'toVault';
      // Of a page that no provider's reader knows, more was guessed than read.
      const notes: Response<'capture.offer'>['notes'] = providerById(provider)
        ? [note]
        : [...(seems ? (['seemsToken'] as const) : []), 'checkLabel', note];
      return { captureId, state, label, account, origin, notes };
    },
    'capture.keep': async ({ captureId, label, account }, context) => {
      const open = await session.peek();
      const page =
        context.caller === 'content-script' ? { tabId: context.tabId, site: context.url.host } : undefined;
      const kept = await captures.keep(captureId, { label, account }, open, page);
      await closeCard(captureId, page?.tabId);
      if (kept.state === 'needs-vault') await openPage('/welcome.html');
      if (open === undefined) await reminders.poke();
      else await reminders.update(await open.entries());
      if (open === undefined || kept.entryId === undefined) return kept;
      // What a page could have steered waits until its owner has had time to see it.
      if (!page) await deliveries.settle(open, kept.entryId);
      const { handover } = await open.get(kept.entryId);
      // At least said when it went wrong: it is in the vault by then.
      const state = page ? 'held' : handover?.state === 'done' ? 'delivered' : 'undelivered';
      return handover ? { ...kept, state } : kept;
    },
    'capture.discard': async ({ captureId }) => {
      await captures.discard(captureId);
      await closeCard(captureId);
      await reminders.poke();
      return {};
    },
    'capture.take-back': async ({ entryId }) => {
      const open = await session.use();
      const saved = await fresh.end(entryId);
      if (!saved) throw new AppError('capture-gone', 'saved long ago');
      await open.update(entryId, (entry) => record({ ...entry, deleted: now() }, now(), 'deleted'));
      await schedulePurge(now() + UNDO);
      await captures.unsee(saved.captureId);
      await reminders.update(await open.entries());
      return {};
    },
    'capture.confirm': async ({ entryId }) => {
      const open = await session.use();
      await fresh.end(entryId);
      // What went wrong stands in the entry.
      void deliveries.settle(open, entryId).catch(() => undefined);
      return {};
    },
    'capture.refused': async (_, context) => {
      const { url, tabId } = pageOf(context);
      const found = left.get(tabId);
      left.delete(tabId);
      // Only what this very tab and site sent a moment ago, and only by the page right after it.
      if (!found || found.site !== url.host || found.pages > 1) return {};
      if (Math.abs(now() - found.at) > ANSWERS) return {};
      await captures.withdraw(found.captureId);
      await closeCard(found.captureId, tabId);
      await reminders.poke();
      return {};
    },
    'page.noted': async ({ label, account }, context) => {
      const { url, tabId } = pageOf(context);
      await pageNotes.note({ label, account, tabId, site: url.host });
      return {};
    },
    'words.get': async (_, context) => {
      const { url, tabId } = pageOf(context);
      const before = left.get(tabId);
      if (before) before.pages += 1;
      const { languages, sought, pairs, rows, weights, marks, forms } = learnable();
      const copy = sought.map((one) => ({
        kind: one.kind,
        bound: [...one.bound],
        free: [...one.free],
        forms: [...one.forms],
      }));
      const named = await pageNotes.named(tabId, url.host);
      return {
        languages: [...languages],
        sought: copy,
        pairs,
        rows,
        weights: [...weights],
        marks: [...marks],
        forms: [...forms],
        named,
        style: cardStyle,
      };
    },
    'page.changed': async (report) => {
      await sites.report(report);
      return {};
    },
    'provider.list': async () => ({ providers: listCards(now()) }),
    'site.look': async ({ tabId }) => {
      await checkTab(tabId);
      return { found: await sites.look(tabId) };
    },
    'site.watch': async ({ hosts }) => {
      await Promise.all(hosts.map(checkHost));
      await sites.watch(hosts);
      return {};
    },
    'site.unwatch': async ({ hosts }) => {
      await Promise.all(hosts.map(checkUnwatch));
      await sites.unwatch(hosts);
      return {};
    },
    'site.list': async () => ({ hosts: await sites.watched(), changed: await sites.reports() }),
  };
}

/** @throws AppError `message-forbidden` for a message that only a page in a tab can send */
export function pageOf(context: Context): PageContext {
  if (context.caller !== 'content-script') throw new AppError('message-forbidden', 'not a page');
  return context;
}
