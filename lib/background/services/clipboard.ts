import { browser } from '../../browser';
import { fingerprint } from './texts';

const COPIED = 'copied';
export const CLIPBOARD_ALARM = 'clipboard';
/** In ms: long enough to paste, short enough to forget; also the shortest alarm browsers grant. */
const TIME = 30_000;

/** What the page that can reach the clipboard is asked to do; `read` answers the text. */
export interface ClipboardTask {
  clipboard: 'read' | 'clear';
}

/** Gives work the clipboard, where the browser lets this context have it, and leaves nothing open behind. */
export type WithClipboard = (
  work: (ask: (task: ClipboardTask) => Promise<string | undefined>) => Promise<void>,
) => Promise<void>;

/** Clears the clipboard after a copy, if it still holds what we put there. */
export interface Clipboard {
  /** @returns whether it will clear itself (it may look at the clipboard) */
  copied(secret: string, now: number): Promise<boolean>;
  /** The permission was granted: what was copied last, and is still there then, is cleared 30 s from `now` (ms). */
  allowed(now: number): Promise<void>;
  /** For the alarm: clears when the time is up and the clipboard still holds the secret. */
  clear(now: number): Promise<void>;
}

/** What was copied last. */
interface Copied {
  print: string;
  /** When (ms). */
  at: number;
  /** The time was up, and nothing could be looked at: it stays there until there is the permission. */
  stays?: true;
}

export function createClipboard(withClipboard: WithClipboard): Clipboard {
  const permissions = { permissions: ['clipboardRead' as const, 'clipboardWrite' as const] };
  async function arm(copied: Copied): Promise<void> {
    await browser.storage.session.set({ [COPIED]: copied });
    await browser.alarms.create(CLIPBOARD_ALARM, { when: copied.at + TIME });
  }

  async function last(): Promise<Copied | undefined> {
    return (await browser.storage.session.get(COPIED))[COPIED] as Copied | undefined;
  }

  return {
    async copied(secret, now) {
      // The alarm is set in any case: the permission may be granted while the time runs.
      await arm({ print: await fingerprint(secret), at: now });
      return browser.permissions.contains(permissions);
    },
    async allowed(now) {
      const copied = await last();
      if (copied && (await browser.permissions.contains(permissions)))
        await arm({ print: copied.print, at: now });
    },
    async clear(now) {
      const copied = await last();
      if (copied === undefined || copied.stays) return;
      // A clock before the copy was set back: how long ago it was cannot be known, so the time is over.
      if (now >= copied.at && now < copied.at + TIME - 1_000) {
        await browser.alarms.create(CLIPBOARD_ALARM, { when: copied.at + TIME });
        return;
      }
      if (!(await browser.permissions.contains(permissions))) {
        await browser.storage.session.set({ [COPIED]: { ...copied, stays: true } satisfies Copied });
        return;
      }
      await browser.storage.session.remove(COPIED);
      await withClipboard(async (ask) => {
        const text = await ask({ clipboard: 'read' });
        if (text === undefined || (await fingerprint(text)) !== copied.print) return;
        await ask({ clipboard: 'clear' });
      });
    },
  };
}

const OFFSCREEN = '/offscreen.html';

/**
 * The clipboard from a worker: through an offscreen document (Chromium), or at once where the background
 * is a page (Firefox).
 */
export const reachClipboard: WithClipboard = async (work) => {
  if (browser.offscreen === undefined) return work(askNavigator);
  if (!(await browser.offscreen.hasDocument())) {
    await browser.offscreen.createDocument({
      url: OFFSCREEN,
      reasons: ['CLIPBOARD'],
      justification: 'Clears a copied password from the clipboard.',
    });
  }
  try {
    await work(askDocument);
  } finally {
    await browser.offscreen.closeDocument();
  }
};

/** What the background has where it is a page, and no worker. */
interface PageNavigator {
  clipboard: { readText(): Promise<string>; writeText(text: string): Promise<void> };
}

async function askNavigator(task: ClipboardTask): Promise<string | undefined> {
  const { clipboard } = navigator as unknown as PageNavigator;
  if (task.clipboard === 'read') return clipboard.readText();
  await clipboard.writeText('');
  return undefined;
}

async function askDocument(task: ClipboardTask): Promise<string | undefined> {
  const text: unknown = await browser.runtime.sendMessage(task);
  return typeof text === 'string' ? text : undefined;
}
