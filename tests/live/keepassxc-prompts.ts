import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const DIALOG_MS = 15_000;

/** The questions that a KeePassXC asks on a display; windows are found by the end of their titles. */
export interface Prompts {
  find(title: string): string | undefined;
  /** @throws Error when it does not come up within 15 s */
  waitFor(title: string): Promise<void>;
  /** Waits for a dialog, types into it, presses a key, and waits until it is gone. */
  answer(title: string, key: string, text?: string): Promise<void>;
}

export function openPrompts(display: string): Prompts {
  function work(...parameters: string[]): string {
    const env = { ...process.env, DISPLAY: display };
    return execFileSync('xdotool', parameters, { env, encoding: 'utf8' }).trim();
  }

  function find(title: string): string | undefined {
    try {
      return work('search', '--onlyvisible', '--name', title).split('\n')[0];
    } catch {
      // That is how it says that there is none.
      return undefined;
    }
  }

  async function waitUntil<T>(what: string, look: () => T | undefined | false): Promise<T> {
    for (const until = Date.now() + DIALOG_MS; Date.now() < until; await sleep(50)) {
      const found = look();
      if (found !== undefined && found !== false) return found;
    }
    throw new Error(`waited for ${what}`);
  }

  return {
    find,
    async waitFor(title) {
      await waitUntil(title, () => find(title));
    },
    async answer(title, key, text) {
      const window = await waitUntil(title, () => find(title));
      work('windowfocus', '--sync', window);
      if (text !== undefined) work('type', '--delay', '15', text);
      work('key', key);
      await waitUntil(`the end of ${title}`, () => find(title) === undefined);
    },
  };
}
