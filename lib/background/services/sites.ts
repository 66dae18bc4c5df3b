import { browser } from '../../browser';
import { AppError } from '../../errors';
import type { PageTask } from '../../messaging/send';
import { PageReport } from '../../messaging/shapes';
import { isHost } from '../../policy/rules';
import {
  filesToLook,
  grantedScripts,
  hostOf,
  type PageScript,
  providerById,
  readerFor,
} from '../../providers';
import { hostMatches } from '../../providers/page';
import { createSerialQueue } from '../serial-queue';

const WATCHED = 'watched-hosts';
const LOOKED = 'looked-tabs';
const CHANGED = 'changed-pages';
/** Most hosts that are watched, and most pages that are reported. */
const MOST = 1_000;
const MOST_CHANGED = 20;

/** What the content script answers when it is asked to look once. */
const found = [
  'created',
  'naming',
  'nothing',
  'changed',
  // It shows something that surely is no app password.
  'left-recovery',
  'left-key',
  'left-other',
] as const;
export type Found = (typeof found)[number];

/** Which sites may be read, and the content script on those that the manifest does not name. */
export interface Sites {
  /** Whether a content script may speak for this page: a built-in host, a watched one, or a tab the user asked to look at. */
  allows(url: URL, tabId: number): Promise<boolean>;
  /**
   * Whether a page may name this provider: one of its own hosts, or for self-hosted software, and for what no provider
   * knows, a host that the user watches, or has asked to look at, and that is no other provider's.
   */
  names(provider: string, url: URL, tabId: number): Promise<boolean>;
  /** Reads the tab once. @throws AppError `site-unreadable` where the browser lets no extension in */
  look(tabId: number): Promise<Found>;
  /** @throws AppError `site-not-allowed` when the user has not granted one of the hosts; none is watched then */
  watch(hosts: readonly string[]): Promise<void>;
  /** Watches the hosts that the user has just granted, no matter which page asked. */
  adopt(origins: readonly string[]): Promise<void>;
  unwatch(hosts: readonly string[]): Promise<void>;
  watched(): Promise<string[]>;
  /** Registers what is watched, and drops what is no longer granted. */
  align(): Promise<void>;
  report(page: PageReport): Promise<void>;
  reports(): Promise<PageReport[]>;
}

/** @param manifest scripts that the manifest names */
export function createSites(manifest: readonly PageScript[]): Sites {
  const builtIn = manifest.flatMap(({ matches }) => matches);
  // One after the other: two changes at once would register a script twice, or lose a host.
  const enqueue = createSerialQueue();

  async function watched(): Promise<string[]> {
    const stored = (await browser.storage.local.get(WATCHED))[WATCHED];
    const hosts: unknown[] = Array.isArray(stored) ? stored.slice(0, MOST) : [];
    // Others could have written it; but the browser lets us in only where the user or the administrator granted it.
    return hosts.filter((host) => typeof host === 'string' && isHost(host)) as string[];
  }

  async function looked(): Promise<Record<string, string>> {
    const stored = await browser.storage.session.get(LOOKED);
    return (stored[LOOKED] as Record<string, string> | undefined) ?? {};
  }

  async function align(): Promise<void> {
    const granted: string[] = [];
    for (const host of await watched()) {
      if (await browser.permissions.contains({ origins: [pattern(host)] })) granted.push(host);
    }
    await browser.storage.local.set({ [WATCHED]: granted });
    const wanted = new Map(grantedScripts(granted).map((script) => [`watch-${script.id}`, script]));
    const registered = await browser.scripting.getRegisteredContentScripts();
    // Another version may have had other pages and files for the same.
    const [sound, stale] = [true, false].map((sought) =>
      registered.filter((script) => isAlike(script, wanted.get(script.id)) === sought).map(({ id }) => id),
    ) as [string[], string[]];
    if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
    const fresh = [...wanted].filter(([id]) => !sound.includes(id));
    if (fresh.length === 0) return;
    await browser.scripting.registerContentScripts(
      fresh.map(([id, { matches, js }]) => ({
        id,
        matches,
        js,
        runAt: 'document_idle' as const,
        persistAcrossSessions: true,
      })),
    );
  }

  async function add(hosts: readonly string[]): Promise<void> {
    await browser.storage.local.set({ [WATCHED]: [...new Set([...(await watched()), ...hosts])] });
    await align();
  }

  return {
    async allows(url, tabId) {
      if (hostMatches(url, builtIn)) return true;
      if (url.protocol !== 'https:') return false;
      const patterns = grantedScripts(await watched()).flatMap(({ matches }) => matches);
      if (hostMatches(url, patterns)) return true;
      return (await looked())[tabId] === url.origin;
    },
    async names(provider, url, tabId) {
      const isAsked = (await looked())[tabId] === url.origin;
      if (provider === 'other') return isAsked;
      const known = providerById(provider);
      if (known?.access !== 'self-hosted') return hostMatches(url, known?.matches.map(widen) ?? []);
      if (!readerFor(url).some(({ id }) => id === provider)) return false;
      return isAsked || (await watched()).includes(url.host);
    },
    async look(tabId) {
      let origin: string;
      try {
        const tab = await browser.tabs.get(tabId);
        if (tab.incognito || tab.url === undefined) throw new Error('no address');
        const url = new URL(tab.url);
        origin = url.origin;
        await browser.storage.session.set({ [LOOKED]: { ...(await looked()), [tabId]: origin } });
        const files = filesToLook(url).map((file) => `/${file}` as '/content-scripts/capture.js');
        await browser.scripting.executeScript({ target: { tabId }, files });
      } catch (cause) {
        throw new AppError('site-unreadable', 'no way into the tab', { cause });
      }
      const task: PageTask = { look: true };
      const answer: unknown = await browser.tabs.sendMessage(tabId, task, { frameId: 0 });
      return found.find((one) => one === answer) ?? 'nothing';
    },
    watch: (hosts) =>
      enqueue(async () => {
        const origins = hosts.map(pattern);
        if (origins.length === 0) return;
        if (!(await browser.permissions.contains({ origins }))) {
          throw new AppError('site-not-allowed', 'host not granted');
        }
        await add(hosts);
      }),
    adopt: (origins) => {
      // The manifest watches its own hosts: one that was withdrawn and is granted again needs no second script.
      const named = new Set(builtIn.map(hostOf));
      return enqueue(() => add(origins.flatMap(plainHostOf).filter((host) => !named.has(host))));
    },
    unwatch: (hosts) =>
      enqueue(async () => {
        const rest = (await watched()).filter((other) => !hosts.includes(other));
        await browser.storage.local.set({ [WATCHED]: rest });
        // A page that was looked at and is still open may no longer speak either.
        const gone = hosts.map((host) => `https://${host}`);
        const others = Object.entries(await looked()).filter(([, origin]) => !gone.includes(origin));
        await browser.storage.session.set({ [LOOKED]: Object.fromEntries(others) });
        await align();
        if (hosts.length > 0) await browser.permissions.remove({ origins: hosts.map(pattern) });
      }),
    watched,
    align: () => enqueue(align),
    async report(page) {
      const rest = (await this.reports()).filter(
        (one) => one.provider !== page.provider || one.part !== page.part,
      );
      await browser.storage.local.set({ [CHANGED]: [...rest, page].slice(-MOST_CHANGED) });
    },
    async reports() {
      const stored = (await browser.storage.local.get(CHANGED))[CHANGED];
      const pages: unknown[] = Array.isArray(stored) ? stored.slice(-MOST_CHANGED) : [];
      return pages.flatMap((page) => PageReport.safeParse(page).data ?? []);
    },
  };
}

/** @throws AppError `site-not-allowed` for anything but a plain host name */
function pattern(host: string): string {
  if (!isHost(host)) throw new AppError('site-not-allowed', 'not a host name');
  return `https://${host}/*`;
}

/** A match pattern for all of its host. */
function widen(pattern: string): string {
  return `${pattern.split('/').slice(0, 3).join('/')}/*`;
}

/** The host of a pattern such as `pattern` makes; none for patterns that cover more than one. */
function plainHostOf(origin: string): string[] {
  const host = /^https:\/\/([^*/:]+)\/\*$/.exec(origin)?.[1];
  return host === undefined ? [] : [host];
}

/** True when a registered script is as it should be. */
function isAlike(
  registered: { matches?: string[] | undefined; js?: string[] | undefined },
  script: PageScript | undefined,
): boolean {
  const parts = (all: string[] = []) => all.map((part) => part.replace(/^\//, '')).join(' ');
  if (script === undefined) return false;
  return parts(registered.matches) === parts(script.matches) && parts(registered.js) === parts(script.js);
}
