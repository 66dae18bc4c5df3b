import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSites } from '../../../lib/background/services/sites';
import { type Gate, type Sender, serve } from '../../../lib/messaging/serve';
import { builtInScripts } from '../../../lib/providers';
import { contentScript, createHandlers, gate, popup, requests } from './messages';

/** Lets one message come in as the browser would, and tells what each listener returned and what was answered. */
async function receive(message: unknown, sender: Sender, by: Gate) {
  const reached: string[] = [];
  serve(
    createHandlers((name) => reached.push(name)),
    by,
  );
  let listened: unknown[] = [];
  const answered = await new Promise((resolve) => {
    // The browser passes a third argument, which the stand-in passes on but does not declare.
    const trigger = fakeBrowser.runtime.onMessage.trigger as (...all: unknown[]) => Promise<unknown[]>;
    trigger(message, sender, resolve).then((results) => {
      listened = results;
      if (!results.includes(true)) resolve('nothing');
    });
  });
  return { answered, listened, reached };
}

beforeEach(() => fakeBrowser.reset());

describe('on the line', () => {
  it('answers what is ours, and says to the browser that the answer comes later', async () => {
    const message = { name: 'vault.status', request: {} };
    expect(await receive(message, popup(), gate)).toEqual({
      answered: { response: { secret: 'qwhbtrkzmnvcpxlg' } },
      listened: [true],
      reached: ['vault.status'],
    });
  });

  it.each([
    [{ clipboard: 'read' }],
    [{ look: true }],
    ['text'],
    [undefined],
    [null],
    [{ name: 'vault.status' }],
  ])('leaves %o to others', async (message) => {
    const { answered, reached } = await receive(message, popup(), gate);
    expect(answered).toBe('nothing');
    expect(reached).toEqual([]);
  });
});

describe('pages that may speak, as the background decides it', () => {
  const offer = { name: 'capture.offer', request: requests['capture.offer'] };

  async function mayOffer(url: string, tabId = 7): Promise<boolean> {
    const sender = contentScript({ url, origin: new URL(url).origin, tab: { id: tabId } });
    const { reached } = await receive(offer, sender, {
      ...gate,
      allows: createSites(builtInScripts()).allows,
    });
    return reached.length === 1;
  }

  it.each([
    ['https://mysignins.microsoft.com/security-info', true],
    ['https://account.live.com/proofs/AppPassword', true],
    ['http://mysignins.microsoft.com/security-info', false],
    ['https://mysignins.microsoft.com:8443/security-info', false],
    ['https://mysignins.microsoft.com./security-info', false],
    ['https://mysignins.microsoft.com.evil.example/security-info', false],
    ['https://evil.example/mysignins.microsoft.com/security-info', false],
    ['https://xmysignins.microsoft.com/security-info', false],
    ['https://user@mysignins.microsoft.com/security-info', false],
    ['https://blog.example/wp-admin/profile.php', false],
  ])('%s: %s', async (url, expected) => {
    expect(await mayOffer(url)).toBe(expected);
  });

  it('a site that is always watched, over HTTPS and on that host alone', async () => {
    await fakeBrowser.storage.local.set({ 'watched-hosts': ['blog.example'] });
    expect(await mayOffer('https://blog.example/wp-admin/profile.php')).toBe(true);
    expect(await mayOffer('http://blog.example/wp-admin/profile.php')).toBe(false);
    expect(await mayOffer('https://shop.blog.example/')).toBe(false);
    expect(await mayOffer('https://blog.example.evil.example/')).toBe(false);
  });

  it('a tab that was looked at, until it shows another site', async () => {
    await fakeBrowser.storage.session.set({ 'looked-tabs': { 7: 'https://blog.example' } });
    expect(await mayOffer('https://blog.example/wp-admin/profile.php')).toBe(true);
    expect(await mayOffer('https://blog.example/wp-admin/profile.php', 8)).toBe(false);
    expect(await mayOffer('https://evil.example/')).toBe(false);
  });

  it('a looked-at page without HTTPS may not', async () => {
    await fakeBrowser.storage.session.set({ 'looked-tabs': { 7: 'http://blog.example' } });
    expect(await mayOffer('http://blog.example/wp-admin/profile.php')).toBe(false);
  });
});
