// @vitest-environment jsdom
import { h, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerMany } from '../../../components/state/answer-many';
import { keepCapture, reload } from '../../../components/state/entries';
import { FailureBanner } from '../../../components/state/failure-banner';
import { attempt, closeFailure, failure, load } from '../../../components/state/session';
import { done } from '../../../components/state/undo';
import { AppError, type ErrorCode } from '../../../lib/errors';
import { readMessage } from './messages';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));
const send = vi.hoisted(() => vi.fn());
vi.mock('../../../lib/messaging/send', () => ({ send }));

const page = document.createElement('main');
/** Lets everything that is under way end, and the page draw what it has to say. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 60));
const refuse = (code: ErrorCode) => Promise.reject(new AppError(code, 'stub'));

/** What was asked under a name. */
const sent = (wanted: string) =>
  send.mock.calls.flatMap(([name, request]) => (name === wanted ? [request] : []));

/** A background in which all goes well but what a test says. */
function answerWith(own: Record<string, (request: { id: string; ids: string[] }) => unknown>) {
  send.mockImplementation(async (name: string, request) => {
    const made = own[name];
    if (made) return made(request);
    if (name === 'entry.list') return { rows: [], waiting: [], fresh: [], warnings: [], news: 0 };
    if (name === 'vault.status') return { exists: true, locked: false, waiting: 0, due: 0 };
    return name === 'provider.list' ? { providers: [] } : {};
  });
}

beforeEach(() => {
  send.mockClear();
  answerWith({});
  render(h(FailureBanner, {}), page);
});
afterEach(() => {
  closeFailure();
  done.value = undefined;
});

describe('a failure', () => {
  it('vault-full on Save in the popup says so', async () => {
    answerWith({ 'capture.keep': () => refuse('vault-full') });
    await keepCapture('capture-1', 'Scanner', 'ada');
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain(readMessage('error.vault_full'));
    // Nor does it go with what the page loads by itself.
    await reload();
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain(readMessage('error.vault_full'));
  });

  it('stays while another success follows it or is around it, and it was not shown', async () => {
    render(null, page);
    await attempt(async () => {
      await load(() => refuse('entry-gone'));
      await attempt(async () => true);
    });
    await attempt(async () => true);
    expect(failure.value).toBe('entry-gone');
  });

  it('goes with the next thing that its reader does', async () => {
    await attempt(() => refuse('entry-gone'));
    await settle();
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    await attempt(async () => true);
    await settle();
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it('goes when it is closed', async () => {
    await attempt(() => refuse('entry-gone'));
    await settle();
    page.querySelector('button')?.click();
    await settle();
    expect(page.querySelector('[role=alert]')).toBeNull();
  });
});

describe('what is done to eight at once', () => {
  const ids = Array.from({ length: 8 }, (_, place) => `entry-000${place}`);
  const said = readMessage('undo.revoked');

  it('is one message, with one undo', async () => {
    const undo = { changed: [], added: ids };
    answerWith({ 'review.answer-all': () => ({ undo, missing: 0 }), 'entry.undo': () => ({ left: 0 }) });
    await answerMany(ids, 'revoked', said);
    expect(sent('review.answer-all')).toEqual([{ ids, answer: 'revoked' }]);
    expect(done.value?.said).toBe(said);
    await done.value?.undo?.();
    expect(sent('entry.undo')).toEqual([undo]);
    expect(done.value).toBeUndefined();
  });

  it('says how many could not be changed', async () => {
    answerWith({ 'review.answer-all': () => ({ undo: { changed: [], added: [] }, missing: 6 }) });
    await answerMany(ids, 'revoked', said);
    expect(done.value?.said).toBe(`${said} ${readMessage('undo.unchanged', 6)}`);
    expect(done.value?.undo).toBeDefined();
  });

  it('says so when none could, and why', async () => {
    answerWith({ 'review.answer-all': () => refuse('vault-full') });
    await answerMany(ids, 'revoked', said);
    expect(failure.value).toBe('vault-full');
    expect(done.value).toEqual({ said: readMessage('undo.unchanged', 8) });
  });

  it('says how many Undo left as they are', async () => {
    const undo = { changed: [], added: [] };
    answerWith({ 'review.answer-all': () => ({ undo, missing: 0 }), 'entry.undo': () => ({ left: 2 }) });
    await answerMany(ids, 'revoked', said);
    await done.value?.undo?.();
    expect(done.value).toEqual({ said: readMessage('undo.left', 2) });
  });
});
