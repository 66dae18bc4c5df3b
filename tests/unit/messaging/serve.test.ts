import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../lib/errors';
import type { Caller } from '../../../lib/messaging/message';
import { type Name, protocol } from '../../../lib/messaging/protocol';
import { answer, type Sender } from '../../../lib/messaging/serve';
import {
  answers,
  contentScript,
  createHandlers,
  gate,
  listed,
  messages,
  names,
  popup,
  requests,
  strangers,
} from './messages';

const forbidden = { error: { code: 'message-forbidden' } };
const invalid = { error: { code: 'message-invalid' } };

type Reached = { name: Name; request: unknown; context: unknown };
let reached: Reached[] = [];
const handlers = createHandlers((name, request, context) => reached.push({ name, request, context }));

/** Sends one message and tells what came back and which handlers were reached. */
async function deliver(message: unknown, sender: Sender) {
  reached = [];
  return { answered: await answer(handlers, message, sender, gate), reached };
}

/** Long enough on a machine that is busy with other things. */
const PATIENCE = 120_000;

const callers: [string, Caller, Sender][] = [
  ['a content script', 'content-script', contentScript()],
  [
    'a content script where the browser names no origin or lifecycle',
    'content-script',
    contentScript({ origin: undefined, documentLifecycle: undefined }),
  ],
  ['the popup', 'own-page', popup()],
  [
    'our page in a tab',
    'own-page',
    popup({
      url: `${gate.ownPages}app.html#/review`,
      frameId: 0,
      documentLifecycle: 'active',
      tab: { id: 3 },
    }),
  ],
];

describe.each(callers)('%s', (_, caller, sender) => {
  it.each(names)('%s is answered only if listed', async (name) => {
    const { answered, reached } = await deliver({ name, request: requests[name] }, sender);
    if (listed[caller].includes(name)) {
      // A handler may add more, but a page is told only what the schema names.
      const leak = caller === 'own-page' ? { secret: 'qwhbtrkzmnvcpxlg' } : {};
      expect(answered).toEqual({ response: { ...answers[name], ...leak } });
      expect(reached.map((one) => one.name)).toEqual([name]);
    } else {
      expect(answered).toEqual(forbidden);
      expect(reached).toEqual([]);
    }
  });
});

describe.each<Caller>(['content-script', 'own-page'])('any %s', (caller) => {
  const senders = callers.filter((one) => one[1] === caller).map((one) => one[2]);

  it(
    'gets nothing else from 10,000 random and mutated messages',
    async () => {
      let succeeded = 0;
      await fc.assert(
        fc.asyncProperty(messages, fc.constantFrom(...senders), async (message, sender) => {
          const { answered, reached } = await deliver(message, sender);
          if ('error' in answered) {
            expect(['message-forbidden', 'message-invalid']).toContain(answered.error.code);
            expect(reached).toEqual([]);
            return;
          }
          succeeded += 1;
          const [only] = reached;
          expect(reached).toHaveLength(1);
          expect(listed[caller]).toContain(only?.name);
          expect(message).toMatchObject({ name: only?.name });
          expect(only?.context).toMatchObject({ caller });
          // Nothing reaches a handler that its message does not declare.
          for (const lie of ['sender', 'caller', 'origin', 'context', 'callers', 'url']) {
            expect(only?.request).not.toHaveProperty(lie);
          }
        }),
        { numRuns: 10_000 },
      );
      // Else the property would hold for a gate that is always shut.
      expect(succeeded).toBeGreaterThan(caller === 'own-page' ? 700 : 400);
    },
    PATIENCE,
  );
});

describe('other senders', () => {
  it.each(Object.entries(strangers))('%s gets no answer to anything', async (_, sender) => {
    for (const name of names) {
      const { answered, reached } = await deliver({ name, request: requests[name] }, sender);
      expect(answered, name).toEqual(forbidden);
      expect(reached).toEqual([]);
    }
  });

  it(
    '10,000 random and mutated messages from strangers',
    async () => {
      await fc.assert(
        fc.asyncProperty(messages, fc.constantFrom(...Object.values(strangers)), async (message, sender) => {
          const { answered, reached } = await deliver(message, sender);
          expect(answered).toHaveProperty('error');
          expect(reached).toEqual([]);
        }),
        { numRuns: 10_000 },
      );
    },
    PATIENCE,
  );
});

describe('what a handler is told', () => {
  it('the page comes from the browser, no matter what the message says', async () => {
    const { reached } = await deliver(
      { name: 'capture.keep', request: requests['capture.keep'] },
      contentScript(),
    );
    expect(reached[0]?.context).toEqual({
      caller: 'content-script',
      url: new URL('https://account.example/security?x=1#top'),
      tabId: 7,
    });
  });

  it('a forged sender in the message is refused or ignored', async () => {
    const forged = { sender: popup(), origin: gate.ownPages, url: gate.ownPages, caller: 'own-page' };
    const inside = { ...requests['entry.secret'], ...forged };
    const message = { name: 'entry.secret', request: requests['entry.secret'] };
    expect((await deliver({ ...message, ...forged }, contentScript())).answered).toEqual(invalid);
    expect((await deliver({ ...message, request: inside }, contentScript())).answered).toEqual(invalid);
    expect((await deliver(message, contentScript())).answered).toEqual(forbidden);
    expect((await deliver(message, contentScript({ origin: gate.ownPages.slice(0, -1) }))).answered).toEqual(
      forbidden,
    );
  });
});

describe('a message', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'entry', 'entry.secret ', ''])(
    'called "%s" is none of ours',
    async (name) => {
      expect((await deliver({ name, request: {} }, popup())).answered).toEqual(invalid);
    },
  );

  it('reaches its handler with what it declares and nothing else', async () => {
    const request = { ...requests['settings.set'], caller: 'own-page', theme: 'dark' };
    const { reached } = await deliver({ name: 'settings.set', request }, popup());
    expect(reached[0]?.request).toEqual(requests['settings.set']);
  });

  it('of a page has its texts cleaned and cut, and is not refused for them', async () => {
    const awful = `\u202eScanner \u0007${'e\u0301\u0316'.repeat(10_000)}`;
    for (const name of ['capture.offer', 'capture.keep', 'page.noted'] as const) {
      const request = { ...requests[name], label: awful, account: awful };
      const { answered, reached } = await deliver({ name, request }, contentScript());
      expect(answered).toHaveProperty('response');
      const { label = '', account = '' } = { ...(reached[0]?.request as Partial<Record<string, string>>) };
      expect(label).toMatch(/^Scanner /);
      for (const text of [label, account]) expect(text.length).toBeLessThanOrEqual(200);
      // What the card is filled with passes the same again, as it is.
      const again = await deliver({ name, request: { ...requests[name], label, account } }, contentScript());
      expect(again.reached[0]?.request).toMatchObject({ label, account });
    }
  });

  it('of a page may name the providers of its host alone', async () => {
    for (const name of ['capture.offer', 'page.noted', 'page.changed', 'list.offer'] as const) {
      const request = { ...requests[name], provider: 'another-mail' };
      const { answered, reached } = await deliver({ name, request }, contentScript());
      expect(answered).toEqual(forbidden);
      expect(reached).toEqual([]);
    }
  });
});

describe('what goes wrong', () => {
  const failing = (error: unknown) => ({
    ...createHandlers(() => undefined),
    'vault.lock': async () => {
      throw error;
    },
  });
  const message = { name: 'vault.lock', request: {} };

  it('comes back as its code alone', async () => {
    const error = new AppError('vault-locked', 'about Scanner');
    expect(await answer(failing(error), message, popup(), gate)).toEqual({ error: { code: 'vault-locked' } });
  });

  it('a bug says nothing of its data, neither in the answer nor in the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const error = new Error('cannot read abcdefghijklmnop');
    expect(await answer(failing(error), message, popup(), gate)).toEqual({ error: { code: 'bug' } });
    expect(inspect(log.mock.calls)).not.toContain('abcdefghijklmnop');
    log.mockRestore();
  });

  it('a gate that fails keeps shut', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    const broken = { ...gate, allows: () => Promise.reject(new Error('storage')) };
    const handler = vi.fn();
    const offer = { name: 'capture.offer', request: requests['capture.offer'] };
    expect(await answer(createHandlers(handler), offer, contentScript(), broken)).toHaveProperty('error');
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('the list itself', () => {
  it('names the same messages as the protocol', () => {
    expect(names.toSorted()).toEqual(Object.keys(protocol).toSorted());
  });
});
