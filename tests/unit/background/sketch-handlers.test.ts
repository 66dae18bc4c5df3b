import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sketchHandlers } from '../../../lib/background/handlers/sketch';
import { isSketch } from '../../../lib/sketch/sketch';

const page = { caller: 'own-page' } as const;
const AT = 1_790_000_000_000;
/** What the script that draws answers in the tab. */
let drawn: unknown;
let incognito = false;
const openPage = vi.fn(async () => undefined);
const executeScript = vi.fn();
const handlers = sketchHandlers({ openPage, now: () => AT });

vi.mock('../../../lib/sketch/sketch', () => ({ isSketch: vi.fn() }));

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  [drawn, incognito] = [{ host: 'mail.example' }, false];
  vi.mocked(isSketch).mockImplementation((value) => value === drawn && drawn !== undefined);
  fakeBrowser.tabs.get = (async () => ({ incognito })) as never;
  executeScript.mockImplementation(async () => [{ result: drawn }]);
  Object.assign(fakeBrowser, { scripting: { executeScript } });
});

const kept = async () => (await handlers['sketch.get']({}, page)).last;

describe('a sketch', () => {
  it('is kept in memory with its tab, and its page is opened', async () => {
    expect(await kept()).toBeUndefined();
    await handlers['sketch.draw']({ tabId: 7 }, page);
    expect(await kept()).toEqual({ sketch: drawn, drawn: AT, tabId: 7 });
    expect(openPage).toHaveBeenCalledWith('/app.html#/sketch');
    expect(executeScript.mock.calls[1]?.[0].args[0]).toContain('mysignins.microsoft.com');
    await handlers['sketch.drop']({}, page);
    expect(await kept()).toBeUndefined();
  });

  it('of another form is not shown', async () => {
    vi.mocked(isSketch).mockReturnValue(false);
    await expect(handlers['sketch.draw']({ tabId: 7 }, page)).rejects.toMatchObject({ code: 'bug' });
    expect(await kept()).toBeUndefined();
    expect(openPage).not.toHaveBeenCalled();
  });

  it.each<[string, () => void]>([
    ['a private window', () => (incognito = true)],
    ['a page that the browser keeps to itself', () => executeScript.mockRejectedValue(new Error('no'))],
  ])('of %s is not made', async (_, prepare) => {
    prepare();
    const drawing = handlers['sketch.draw']({ tabId: 7 }, page);
    await expect(drawing).rejects.toMatchObject({ code: 'site-unreadable' });
    expect(await kept()).toBeUndefined();
  });
});
