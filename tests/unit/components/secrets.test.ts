// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  allowClearing,
  clearClipboard,
  copied,
  copySecret,
  hideSecret,
  shown,
  showSecret,
} from '../../../components/state/secrets';
import { closeFailure, failure } from '../../../components/state/session';

const { send, request, writeText } = vi.hoisted(() => ({
  send: vi.fn(),
  request: vi.fn(),
  writeText: vi.fn(),
}));
vi.mock('../../../lib/messaging/send', () => ({ send }));
vi.mock('../../../lib/browser', () => ({ browser: { permissions: { request } } }));

const SECRET = 'qkzvhtrmwbxnplgd';
let clearsItself = true;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  Object.assign(navigator, { clipboard: { writeText } });
  clearsItself = true;
  send.mockImplementation(async (_, { purpose }) => ({
    ...{ shown: SECRET, canonical: SECRET },
    ...(purpose === 'copy' && { clearsItself }),
  }));
  writeText.mockResolvedValue(undefined);
  request.mockResolvedValue(true);
});
afterEach(() => {
  vi.useRealTimers();
  hideSecret();
  closeFailure();
  copied.value = undefined;
});

describe('copying', () => {
  it('is one message, and says that the clipboard clears itself', async () => {
    await copySecret('entry-1');
    expect(send.mock.calls).toEqual([['entry.secret', { id: 'entry-1', purpose: 'copy' }]]);
    expect(writeText).toHaveBeenCalledWith(SECRET);
    expect(copied.value).toEqual({ id: 'entry-1', clearsItself: true, cleared: false });
    vi.advanceTimersByTime(30_000);
    expect(copied.value).toBeUndefined();
  });

  it('still offers to clear what stays', async () => {
    clearsItself = false;
    await copySecret('entry-1');
    vi.advanceTimersByTime(600_000);
    expect(copied.value).toEqual({ id: 'entry-1', clearsItself: false, cleared: false });
    await clearClipboard();
    expect(writeText).toHaveBeenLastCalledWith('');
    expect(copied.value?.cleared).toBe(true);
  });

  it('clears itself once that is allowed, without asking for the secret again', async () => {
    clearsItself = false;
    await copySecret('entry-1');
    await allowClearing();
    expect(send).toHaveBeenCalledTimes(1);
    expect(copied.value?.clearsItself).toBe(true);
  });

  it('says nothing of the kind when that is refused, or when nothing could be copied', async () => {
    clearsItself = false;
    await copySecret('entry-1');
    request.mockResolvedValue(false);
    await allowClearing();
    expect(copied.value?.clearsItself).toBe(false);
    copied.value = undefined;
    writeText.mockRejectedValue(new Error('not focused'));
    await copySecret('entry-1');
    expect(copied.value).toBeUndefined();
    expect(failure.value).toBe('bug');
  });
});

describe('a secret on the screen', () => {
  it('is there for half a minute', async () => {
    await showSecret('entry-1');
    expect(shown.value).toEqual({ id: 'entry-1', secret: SECRET });
    vi.advanceTimersByTime(29_999);
    expect(shown.value).toBeDefined();
    vi.advanceTimersByTime(1);
    expect(shown.value).toBeUndefined();
  });
});
