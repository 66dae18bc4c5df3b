import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../lib/errors';
import { answer, authorise } from '../../../lib/messaging/serve';
import { contentScript, createHandlers, gate, popup, requests, strangers } from './messages';

/** Why each is refused: for its own reason, not because another check happens to catch it. */
const reasons: Record<string, (keyof typeof strangers)[]> = {
  'other sender': [
    'another extension',
    'another extension that shows our address',
    'a web page by itself',
    'no sender',
    'no address',
  ],
  'private window': ['a private window', 'our page in a private window'],
  frame: ['a frame', 'a frame of ours in a page'],
  'document not active': ['a page being prepared', 'a page gone back from', 'a page on its way out'],
  address: ['a broken address'],
  'no tab': ['no tab', 'a tab without number', 'no frame known'],
  'other origin': ['a sandboxed page', 'a page with the origin of another', 'about:srcdoc', 'about:blank'],
  'page not watched': [
    'plain HTTP',
    'another host',
    'a longer host',
    'a host below',
    'another port',
    'a trailing dot',
    'the host as user',
    'our address in the path',
    'data',
    'a file',
  ],
};

afterEach(() => vi.restoreAllMocks());

describe('authorising a sender', () => {
  it.each(Object.entries(reasons).flatMap(([why, names]) => names.map((name) => [name, why] as const)))(
    'refuses %s because of: %s',
    async (name, why) => {
      const sender = strangers[name];
      expect(sender).toBeDefined();
      await expect(authorise(sender ?? {}, gate)).rejects.toMatchObject({
        code: 'message-forbidden',
        message: why,
      });
    },
  );

  it('keeps what was wrong with an address for developers who look for it', async () => {
    const refused = authorise(contentScript({ url: 'account.example' }), gate);
    await expect(refused).rejects.toHaveProperty('cause', expect.any(TypeError));
  });

  it('tells our own pages from content scripts by the address that the browser says', async () => {
    expect(await authorise(popup(), gate)).toEqual({ caller: 'own-page' });
    expect(await authorise(contentScript(), gate)).toMatchObject({ caller: 'content-script', tabId: 7 });
  });
});

describe('an answer', () => {
  const log = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const failing = (error: unknown) => ({
    ...createHandlers(() => undefined),
    'vault.lock': () => Promise.reject(error),
  });
  const lock = { name: 'vault.lock', request: {} };

  it('to our own pages names the provider of any host: they show all of them', async () => {
    const reached = vi.fn();
    const request = { ...requests['state.changed'], provider: 'another-mail' };
    expect(
      await answer(createHandlers(reached), { name: 'state.changed', request }, popup(), gate),
    ).toHaveProperty('response');
    expect(reached).toHaveBeenCalledTimes(1);
  });

  it('that is a bug is in the log by its kind alone', async () => {
    const logged = log();
    await answer(failing(new RangeError('abcdefghijklmnop')), lock, popup(), gate);
    await answer(failing('abcdefghijklmnop'), lock, popup(), gate);
    expect(logged.mock.calls).toEqual([
      ['bug', 'RangeError'],
      ['bug', 'string'],
    ]);
  });

  it('that is a refusal or a failure we know is no bug, and not in the log', async () => {
    const logged = log();
    await answer(failing(new AppError('vault-locked', 'locked')), lock, popup(), gate);
    await answer(failing(undefined), lock, contentScript(), gate);
    await answer(failing(undefined), { name: 'vault.lock' }, popup(), gate);
    expect(logged).not.toHaveBeenCalled();
  });
});
