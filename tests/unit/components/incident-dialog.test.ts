// @vitest-environment jsdom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IncidentDialog } from '../../../components/review/incident-dialog';
import { done } from '../../../components/state/undo';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));
const send = vi.hoisted(() => vi.fn());
vi.mock('../../../lib/messaging/send', () => ({ send }));
// What fakes the browser in tests does not load in a page.
vi.mock('../../../lib/browser', () => ({ browser: {} }));

const undo = { changed: [], added: [] };
const answers: Record<string, unknown> = {
  'state.groups': {
    devices: [
      { name: 'Pixel', ids: ['a', 'b', 'c'] },
      { name: '', ids: ['d'] },
    ],
    accounts: [{ name: 'robin@mail.example', ids: ['a'] }],
    owners: [{ provider: 'example', site: '', account: 'robin@mail.example' }],
  },
  'state.changed': { ended: ['a'], alive: ['b'], unsure: ['c'] },
  'review.answer-all': { undo, missing: 0 },
  'entry.list': { rows: [], removed: [], waiting: [], fresh: [], warnings: [], news: 0 },
  'vault.status': { exists: true, locked: false, waiting: 0, due: 1 },
  'provider.list': { providers: [] },
};

let root: HTMLElement;
/** Does something, and waits for what is asked for it. */
const settle = (work: () => void) =>
  act(async () => {
    work();
    await new Promise((resolve) => setTimeout(resolve, 10));
  });
const onClose = vi.fn();

beforeEach(async () => {
  // What jsdom has no dialogs for.
  Object.assign(HTMLDialogElement.prototype, { showModal: vi.fn(), close: vi.fn() });
  send.mockReset().mockImplementation(async (name: string) => answers[name]);
  onClose.mockReset();
  root = document.body.appendChild(document.createElement('div'));
  await settle(() => render(h(IncidentDialog, { labelOf: (id: string) => `Label ${id}`, onClose }), root));
});
afterEach(() => {
  render(null, root);
  root.remove();
  Object.assign(done, { value: undefined });
});

const texts = (selector: string) =>
  [...root.querySelectorAll(selector)].map((found) => found.textContent?.trim());

async function press(words: string): Promise<void> {
  const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === words);
  if (!button) throw new Error(`no button ${words}`);
  await settle(() => button.click());
}

async function submit(): Promise<void> {
  await settle(() => root.querySelector('form')?.requestSubmit());
}

describe('after an incident', () => {
  it('asks what, then which, then lists what it affects; each step begins at its first control', async () => {
    expect(texts('h2')).toEqual(['What happened?']);
    const focused = () => document.activeElement;
    await vi.waitFor(() => expect(focused()?.textContent).toBe('I changed my password'));
    await press('I lost a device');
    expect(texts('h2')).toEqual(['Which device?']);
    expect(texts('option')).toEqual(['Pixel']);
    await vi.waitFor(() => expect(focused()?.localName).toBe('select'));
    await submit();
    expect(texts('.tick label')).toEqual([
      'Label a Still works',
      'Label b Still works',
      'Label c Still works',
    ]);
    await vi.waitFor(() => expect(focused()?.getAttribute('type')).toBe('checkbox'));
    await press('Go back');
    expect(texts('h2')).toEqual(['Which device?']);
  });

  it('plans to revoke what is ticked, with one message and one undo', async () => {
    await press('I lost a device');
    await submit();
    expect(texts('.button-main')).toEqual(['Plan to revoke 3']);
    await settle(() => root.querySelector<HTMLElement>('input')?.click());
    await press('Plan to revoke 2');
    const given = send.mock.calls.filter(([name]) => name === 'review.answer-all');
    expect(given.map(([, request]) => request)).toEqual([{ ids: ['b', 'c'], answer: 'revoke' }]);
    expect(onClose).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(done.value?.undo).toBeDefined());
  });

  it('tells what the change revoked from what works or may work, and marks each as it is', async () => {
    await press('I changed my password');
    await submit();
    expect(texts('.tick label')).toEqual([
      'Label a Revoked by the change',
      'Label b Still works',
      'Label c May still work',
    ]);
    await press('Mark 1 as revoked');
    expect(onClose).not.toHaveBeenCalled();
    expect(texts('.tick label')).toEqual(['Label b Still works', 'Label c May still work']);
    await press('Plan to revoke 2');
    expect(onClose).toHaveBeenCalledTimes(1);
    const given = send.mock.calls.filter(([name]) => name === 'review.answer-all');
    expect(given.map(([, request]) => request)).toEqual([
      { ids: ['a'], answer: 'revoked' },
      { ids: ['b', 'c'], answer: 'revoke' },
    ]);
  });

  it('plans nothing while nothing is ticked', async () => {
    await press('Someone left the team');
    await submit();
    await settle(() => root.querySelector<HTMLElement>('input')?.click());
    expect(root.querySelector<HTMLButtonElement>('.button-main')?.disabled).toBe(true);
  });
});
