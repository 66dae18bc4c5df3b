import { bridgeById } from '../bridges';
import { cardStyle } from '../capture/card-style';
import { AppError } from '../errors';
import type { Response } from '../messaging/protocol';
import type { Context, Handlers, PageContext } from '../messaging/serve';
import { providerById } from '../providers';
import { learnable } from '../providers/words/compile';
import { closeCard, openCard } from './cards';
import { routeOf } from './handover';
import { checkHost, checkProvider, checkTab, checkUnwatch } from './managed';
import type { Parts } from './parts';
import { listCards, nameOf } from './provider-cards';
import { readSettings } from './settings';

type PageMessage = Extract<
  keyof Handlers,
  `capture.${string}` | `page.${string}` | `site.${string}` | 'provider.list' | 'words.get'
>;

/** How long (ms) after a form was sent the next page may say that it was refused: before anybody does the next thing. */
const ANSWERS = 10_000;

/** What comes from provider pages, and which sites those are. */
export function pageHandlers(parts: Parts): Pick<Handlers, PageMessage> {
  const { session, captures, pageNotes, reminders, sites, handovers, openPage, now } = parts;
  /** What pages sent as they left, by tab: in memory alone, so that nothing is taken back but a moment later. */
  const left = new Map<number, { captureId: string; site: string; at: number; pages: number }>();
  return {
    'capture.offer': async ({ provider, secret, seems, leaving, ...read }, context) => {
      // The site is the browser's word, not the page's.
      const { url, tabId } = pageOf(context);
      const site = url.host;
      // Refused before it is sealed: the card offers to copy it, because the page may be the only place that has it.
      const [settings] = await Promise.all([readSettings(), checkProvider(provider)]);
      const { label, account } = await pageNotes.complete(read, tabId, site);
      const { captureId, state, again } = await captures.offer({ provider, site, account, label, secret });
      if (state === 'no-vault') await openPage('/welcome.html', { behind: true });
      const before = left.get(tabId);
      left.delete(tabId);
      // What waited before was made elsewhere, and no page after this one can take it back: unless this tab sent it then.
      const isOwn = !again || (before?.captureId === captureId && before.site === site);
      if (leaving && isOwn) left.set(tabId, { captureId, site, at: now(), pages: 0 });
      // The badge may come a moment after the card.
      void reminders.poke().catch(() => undefined);
      // A page that leaves shows no card any more, and Firefox refuses to style it.
      if (!leaving) await openCard(captureId, tabId);
      const to = bridgeById(routeOf(settings, provider, now())?.bridge ?? '')?.name ?? '';
      const note = state === 'no-vault' ? 'noVault' : to ? 'toManager' : 'toVault';
      // Of a page that no provider's reader knows, more was guessed than read.
      const notes: Response<'capture.offer'>['notes'] = providerById(provider)
        ? [note]
        : [...(seems ? (['seemsToken'] as const) : []), 'checkLabel', note];
      return { captureId, state, label, account, providerName: nameOf(provider), notes, to };
    },
    'capture.keep': async ({ captureId, label, account }, context) => {
      const open = await session.peek();
      const kept = await captures.keep(captureId, { label, account }, open);
      await closeCard(captureId, tabOf(context));
      if (kept.state === 'needs-vault') await openPage('/welcome.html');
      if (open === undefined) await reminders.poke();
      else await reminders.update((await open.list()).entries);
      if (open === undefined || kept.entryId === undefined) return kept;
      // At least said when it went wrong: it is in the vault by then.
      await handovers.settle(open);
      const { handover } = await open.get(kept.entryId);
      if (handover) return { ...kept, state: handover.state === 'done' ? 'delivered' : 'undelivered' };
      return kept;
    },
    'capture.discard': async ({ captureId }, context) => {
      await captures.discard(captureId);
      await closeCard(captureId, tabOf(context));
      await reminders.poke();
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
    'site.watch': async ({ host }) => {
      await checkHost(host);
      await sites.watch(host);
      return {};
    },
    'site.unwatch': async ({ host }) => {
      await checkUnwatch(host);
      await sites.unwatch(host);
      return {};
    },
    'site.list': async () => ({ hosts: await sites.watched(), changed: await sites.reports() }),
  };
}

/** The tab whose page asks, if a page does. */
function tabOf(context: Context): number | undefined {
  return context.caller === 'content-script' ? context.tabId : undefined;
}

/** @throws AppError `message-forbidden` for a message that only a page in a tab can send */
export function pageOf(context: Context): PageContext {
  if (context.caller !== 'content-script') throw new AppError('message-forbidden', 'not a page');
  return context;
}
