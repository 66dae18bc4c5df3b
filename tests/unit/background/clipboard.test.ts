import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  CLIPBOARD_ALARM,
  type Clipboard,
  createClipboard,
  type WithClipboard,
} from '../../../lib/background/services/clipboard';

const START = 1_800_000_000_000;
const SECRET = 'qkzvhtrmwbxnplgd';

let held = '';
let allowed = true;
let clipboard: Clipboard;
const reach: WithClipboard = (work) =>
  work(async (task) => {
    if (task.clipboard === 'read') return held;
    held = '';
    return undefined;
  });

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.permissions.contains = vi.fn(async () => allowed) as never;
  [held, allowed] = [SECRET, true];
  clipboard = createClipboard(reach);
});

async function scheduled(): Promise<number | undefined> {
  return (await fakeBrowser.alarms.get(CLIPBOARD_ALARM))?.scheduledTime;
}

describe('what was copied', () => {
  it('is cleared after half a minute, and not before', async () => {
    expect(await clipboard.copied(SECRET, START)).toBe(true);
    expect(await scheduled()).toBe(START + 30_000);
    await clipboard.clear(START + 28_000);
    expect(held).toBe(SECRET);
    expect(await scheduled()).toBe(START + 30_000);
    await clipboard.clear(START + 29_500);
    expect(held).toBe('');
  });

  it.each([-1, -8 * 3_600_000, 8 * 3_600_000])('is cleared when the clock was set by %i ms', async (ms) => {
    await clipboard.copied(SECRET, START);
    await clipboard.clear(START + ms);
    expect(held).toBe('');
  });

  it('is left alone when something else was copied since', async () => {
    await clipboard.copied(SECRET, START);
    held = 'a shopping list';
    await clipboard.clear(START + 30_000);
    expect(held).toBe('a shopping list');
  });

  it('is cleared half a minute after the permission was granted, however late that was', async () => {
    allowed = false;
    await clipboard.copied(SECRET, START);
    await clipboard.clear(START + 30_000);
    await clipboard.allowed(START + 60_000);
    allowed = true;
    await clipboard.clear(START + 95_000);
    expect(held).toBe(SECRET);
    await clipboard.allowed(START + 100_000);
    expect(await scheduled()).toBe(START + 130_000);
    await clipboard.clear(START + 120_000);
    expect(held).toBe(SECRET);
    await clipboard.clear(START + 130_000);
    expect(held).toBe('');
    await clipboard.allowed(START + 140_000);
    expect(await fakeBrowser.storage.session.get()).not.toHaveProperty('copied');
  });

  it('says whether it clears itself, and nothing is touched without the permission or a copy', async () => {
    allowed = false;
    expect(await clipboard.copied(SECRET, START)).toBe(false);
    await clipboard.clear(START + 30_000);
    expect(held).toBe(SECRET);
    allowed = true;
    await clipboard.clear(START + 60_000);
    expect(held).toBe(SECRET);
  });
});
