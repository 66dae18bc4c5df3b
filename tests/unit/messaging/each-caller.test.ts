import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../lib/messaging/message';
import { answer, type Sender } from '../../../lib/messaging/serve';
import { createTally, noteFigure } from '../figures';
import { spent } from '../spent';
import { contentScript, createHandlers, gate, listed, messages, popup, strangers } from './messages';

/** How many messages each kind of caller sends; `npm run fuzz` asks for more. */
const RUNS = Number(process.env['MESSAGES'] ?? 500);

const kinds: [string, Caller | 'nobody', Sender][] = [
  ['a content script', 'content-script', contentScript()],
  ['the popup', 'own-page', popup()],
  [
    'our page in a tab',
    'own-page',
    popup({ url: `${gate.ownPages}app.html`, frameId: 0, tab: { id: 3 }, documentLifecycle: 'active' }),
  ],
  ...Object.entries(strangers).map(([name, sender]): [string, 'nobody', Sender] => [name, 'nobody', sender]),
];

describe('random and mutated messages', () => {
  it.each(kinds)('of %s get what is listed for it, and nothing else', async (name, caller, sender) => {
    const tally = createTally();
    const begun = spent();
    let reached: string[] = [];
    const handlers = createHandlers((message) => reached.push(message));
    await fc.assert(
      fc.asyncProperty(messages, async (message) => {
        reached = [];
        const answered = await answer(handlers, message, sender, gate);
        tally.add('error' in answered ? answered.error.code : 'answered');
        if ('error' in answered) {
          expect(['message-forbidden', 'message-invalid']).toContain(answered.error.code);
          expect(reached).toEqual([]);
        } else {
          expect(reached).toHaveLength(1);
          expect(caller === 'nobody' ? [] : listed[caller]).toContain(reached[0]);
        }
      }),
      { numRuns: RUNS },
    );
    const took = (spent() - begun) / 1_000;
    noteFigure({ part: 'messages', name, count: RUNS, took, outcomes: tally.all() });
  });
});
