import { SECRET } from '../../bounds';
import { browser } from '../../browser';
import { AppError, codeOf } from '../../errors';
import type { AppPassword, Capture, StoredDelivery } from '../../model';
import { newEntry } from '../../new-entry';
import { record } from '../../review/log';
import { DAY } from '../../time';
import { randomId } from '../../vault/crypto';
import { WAITING_MS } from '../../vault/inbox';
import type { OpenVault, Vault } from '../../vault/vault';
import { linkFresh } from '../replacements';
import { createSerialQueue } from '../serial-queue';
import { forgetSpent, type Source, spend } from './budgets';
import type { FreshSaves } from './fresh-saves';
import { cleanText, fingerprint } from './texts';

/** How many different days make sure that no clock jumped, and how many are remembered. */
const DIFFERENT = 3;
const REMEMBERED = 30;

const RUNNING = 'running-days';
const PENDING = 'pending-captures';
const SEEN = 'seen-captures';

/** A secret with what is known of it, and where it comes from. */
export interface Offer extends Source {
  provider: string;
  account: string;
  label: string;
  secret: string;
}

export type OfferState = 'sealed' | 'no-vault' | 'known';

/** Captures on their way from a page to the vault. Calls are answered one after the other, so two tabs never double one. */
export interface Captures {
  /** Seals a secret before the user is asked; `again` when it waited already. @throws AppError `capture-too-many`, `capture-invalid`, `vault-full` */
  offer(offer: Offer): Promise<{ captureId: string; state: OfferState; again?: true }>;
  /**
   * Keeps it: as an entry when unlocked, else at the next unlock.
   * @param page where it was answered, when not in our own pages: what another tab or site showed is not to be
   *   answered there, nor what was answered before
   * @throws AppError `capture-gone`
   */
  keep(
    captureId: string,
    answer: { label: string; account: string },
    open: OpenVault | undefined,
    page?: PagePlace,
  ): Promise<{ state: 'saved' | 'kept' | 'needs-vault'; entryId?: string }>;
  discard(captureId: string): Promise<void>;
  /** Undoes a capture that the provider never created; shown again, it counts as new. */
  withdraw(captureId: string): Promise<void>;
  /** Forgets that it was ever seen: what the user undid counts as new when it is shown again. */
  unsee(captureId: string): Promise<void>;
  /** How many wait for an answer. */
  waiting(): Promise<number>;
  /** Brings what was kept while locked into the entries, 200 at most: all that can be, before it throws for what cannot. */
  settle(open: OpenVault): Promise<void>;
  /** Seals what waited in memory for a first vault. */
  sealPending(): Promise<void>;
  /** Deletes what has waited for 7 days, and was there on 3 different ones on which the browser ran. */
  expire(): Promise<void>;
  /** Forgets every trace in memory, after the vault was erased. */
  forget(): Promise<void>;
}

/** A page, by its tab and host. */
export interface PagePlace {
  tabId: number;
  site: string;
}

interface Seen {
  /** Salted SHA-256 of site and secret (base64): enough to know it again there, useless elsewhere. */
  print: string;
  captureId: string;
  site: string;
  /** Tabs that have shown it. */
  tabs: number[];
}

/** Most that are settled at once: far more than a user keeps between two unlockings. The rest waits for the next. */
const MOST_SETTLED = 200;
/** Most secrets known again, and most tabs of one. */
const MOST = 200;
const TABS = 20;

/** Codes of what stops with the vault, or with the disk. */
const ending: ReadonlySet<string> = new Set(['vault-locked', 'vault-missing', 'vault-full']);

function isDay(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** @param route where a new app password of a provider is to go, besides the vault */
export function createCaptures(
  vault: Vault,
  now: () => number,
  route: (provider: string) => Promise<StoredDelivery | undefined>,
  fresh: FreshSaves,
): Captures {
  const enqueue = createSerialQueue();

  async function pending(): Promise<Capture[]> {
    const stored = await browser.storage.session.get(PENDING);
    return (stored[PENDING] as Capture[] | undefined) ?? [];
  }

  async function isWaiting(captureId: string): Promise<boolean> {
    if ((await vault.hasCapture(captureId)) === 'waiting') return true;
    return (await pending()).some((capture) => capture.id === captureId);
  }

  async function seen(): Promise<Seen[]> {
    const stored = await browser.storage.session.get(SEEN);
    return (stored[SEEN] as Seen[] | undefined) ?? [];
  }

  async function offer(offered: Offer): Promise<{ captureId: string; state: OfferState; again?: true }> {
    const secret = offered.secret.trim();
    if (secret === '' || secret.length > SECRET)
      throw new AppError('capture-invalid', 'length of the secret');
    const { site, tabId } = offered;
    // With its site, so that no other learns that a secret is known, or what became of it.
    const print = await fingerprint(`${site}\n${secret}`);
    const before = await seen();
    const known = before.find((one) => one.print === print);
    const exists = (await vault.status()).exists;
    if (known !== undefined) {
      const again = await isWaiting(known.captureId);
      if (tabId !== undefined) known.tabs = [...new Set([...known.tabs, tabId])].slice(-TABS);
      await browser.storage.session.set({ [SEEN]: before });
      const state = !again ? 'known' : exists ? 'sealed' : 'no-vault';
      return { captureId: known.captureId, state, again: true };
    }
    await spend(offered, now());
    const capture: Capture = {
      id: randomId(),
      provider: offered.provider,
      site,
      label: cleanText(offered.label),
      account: cleanText(offered.account),
      secret,
      captured: now(),
    };
    if (exists) await vault.sealCapture(capture);
    else await browser.storage.session.set({ [PENDING]: [...(await pending()), capture] });
    const tabs = tabId === undefined ? [] : [tabId];
    await browser.storage.session.set({
      [SEEN]: [...before, { print, captureId: capture.id, site, tabs }].slice(-MOST),
    });
    return { captureId: capture.id, state: exists ? 'sealed' : 'no-vault' };
  }

  /** True while it waits and this very page has shown it. */
  async function isOf(captureId: string, { tabId, site }: PagePlace): Promise<boolean> {
    const known = (await seen()).find((one) => one.captureId === captureId);
    return known?.site === site && known.tabs.includes(tabId) && (await isWaiting(captureId));
  }

  async function unsee(captureId: string): Promise<void> {
    const others = (await seen()).filter((one) => one.captureId !== captureId);
    await browser.storage.session.set({ [SEEN]: others });
  }

  async function keep(
    captureId: string,
    raw: { label: string; account: string },
    open: OpenVault | undefined,
    page: PagePlace | undefined,
  ): Promise<{ state: 'saved' | 'kept' | 'needs-vault'; entryId?: string }> {
    if (page && !(await isOf(captureId, page))) throw new AppError('capture-gone', 'of another page');
    const answer = { label: cleanText(raw.label), account: cleanText(raw.account) };
    const inMemory = await pending();
    if (inMemory.some((capture) => capture.id === captureId)) {
      const changed = inMemory.map((capture) =>
        capture.id === captureId ? { ...capture, ...answer } : capture,
      );
      await browser.storage.session.set({ [PENDING]: changed });
      return { state: 'needs-vault' };
    }
    if ((await vault.hasCapture(captureId)) === undefined)
      throw new AppError('capture-gone', 'not in the inbox');
    await vault.keepCapture(captureId, answer);
    if (open === undefined) return { state: 'kept' };
    const entry = await take(open, captureId, page !== undefined).catch((error) => {
      // The answer stands, and so does the capture: it is tried again at the next unlocking.
      if (codeOf(error) !== 'vault-corrupt') throw error;
    });
    return { state: 'saved', ...(entry && { entryId: entry.id }) };
  }

  /** @param inPage it was saved in a page, and can be undone for a while */
  async function take(open: OpenVault, captureId: string, inPage: boolean): Promise<AppPassword> {
    const entry = await open.takeCapture(captureId, async ({ capture, answer }) => {
      const delivery = await route(capture.provider);
      // An attacker who planted it, or a wrong clock, may have named a day to come.
      const captured = Math.min(capture.captured, now());
      return {
        ...record(newEntry(captured), captured, 'captured'),
        provider: capture.provider,
        site: capture.site,
        label: answer?.label ?? capture.label,
        account: answer?.account || capture.account,
        ...(delivery && { handover: delivery }),
      };
    });
    if (inPage) await fresh.note({ entryId: entry.id, captureId });
    // It is kept by now; what it replaces can be named later, too.
    await linkFresh(open, entry, now()).catch(() => undefined);
    return entry;
  }

  async function discard(captureId: string): Promise<void> {
    const rest = (await pending()).filter((capture) => capture.id !== captureId);
    await browser.storage.session.set({ [PENDING]: rest });
    await vault.discardCapture(captureId);
  }

  return {
    offer: (offered) => enqueue(() => offer(offered)),
    keep: (captureId, answer, open, page) => enqueue(() => keep(captureId, answer, open, page)),
    discard: (captureId) => enqueue(() => discard(captureId)),
    withdraw: (captureId) =>
      enqueue(async () => {
        if (!(await isWaiting(captureId))) return;
        await discard(captureId);
        await unsee(captureId);
      }),
    unsee: (captureId) => enqueue(() => unsee(captureId)),
    waiting: async () => (await vault.inboxCount()).waiting + (await pending()).length,
    settle: (open) =>
      enqueue(async () => {
        let wrong: { error: unknown } | undefined;
        const kept = (await open.inbox()).filter(({ state }) => state === 'kept');
        for (const item of kept.slice(0, MOST_SETTLED)) {
          // Only pages keep while the vault is locked. What a policy has forbidden meanwhile, or nothing can be made of,
          // waits where it is, and holds up nothing else; without room there is none for the others either.
          await take(open, item.capture.id, true).catch((error) => {
            if (ending.has(codeOf(error))) throw error;
            if (codeOf(error) !== 'policy-forbids') wrong ??= { error };
          });
        }
        if (wrong) throw wrong.error;
      }),
    sealPending: () =>
      enqueue(async () => {
        for (const capture of await pending()) await vault.sealCapture(capture);
        await browser.storage.session.remove(PENDING);
      }),
    expire: () =>
      enqueue(async () => {
        const today = Math.floor(now() / DAY);
        const stored = (await browser.storage.local.get(RUNNING))[RUNNING];
        // Days that are still to come were seen by a clock that was wrong.
        const known: unknown[] = Array.isArray(stored) ? stored : [];
        const before = known.filter((day) => isDay(day) && day < today) as number[];
        const days = [...before.slice(1 - REMEMBERED), today];
        await browser.storage.local.set({ [RUNNING]: days });
        const first = days.at(-DIFFERENT);
        // What came in on that day or before was there on all of them.
        if (first !== undefined)
          await vault.expireCaptures(Math.min(now(), (first + 1) * DAY - 1 + WAITING_MS));
      }),
    forget: () =>
      enqueue(async () => {
        await browser.storage.session.remove([PENDING, SEEN]);
        await forgetSpent();
      }),
  };
}
