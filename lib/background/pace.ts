const MINUTE = 60_000;
/** So many works of a tab in a minute are done at once: far more than people do there … */
const AT_ONCE = 20;
/** … and after them one in this time (ms), the latest. */
const PAUSE = 5_000;

interface Tab {
  /** When the last works began (ms). */
  begun: number[];
  /** The one that waits. */
  next?: (() => Promise<void>) | undefined;
}

/** Most tabs remembered. */
const MOST = 50;

/**
 * Keeps a page that changes all the time from keeping the vault busy: of the works that its tab brings, only the latest
 * counts where they come faster than people act. The next begins when the one before is done.
 */
export function createPace(now: () => number): (tabId: number, work: () => Promise<void>) => Promise<void> {
  const tabs = new Map<number, Tab>();
  const busy = new Set<number>();
  return async (tabId, work) => {
    const tab = tabs.get(tabId) ?? { begun: [] };
    tabs.delete(tabId);
    tabs.set(tabId, tab);
    const [oldest] = tabs.keys();
    if (tabs.size > MOST && oldest !== undefined && !busy.has(oldest)) tabs.delete(oldest);
    tab.begun = tab.begun.filter((at) => Math.abs(now() - at) < MINUTE);
    if (tab.begun.length < AT_ONCE) {
      tab.begun.push(now());
      return work();
    }
    tab.next = work;
    if (busy.has(tabId)) return;
    busy.add(tabId);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    busy.delete(tabId);
    const latest = tab.next;
    tab.next = undefined;
    await latest();
  };
}
