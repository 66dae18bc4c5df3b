import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';
import { drawn, drawnLine, playDrawn, scoreDrawn } from './drawn.ts';

/** In percent, a little below what is reached, for machines under load. */
const AT_LEAST = { recall: 94, precision: 96, label: 90, account: 86 };

describe('pages that strangers drew by hand', () => {
  const browser = findBrowser('chromium');
  it.skipIf(browser === undefined)(
    'are read as their authors say a person would',
    async () => {
      const score = scoreDrawn(await playDrawn(drawn(), browser ?? ''));
      console.log(drawnLine(score));
      const told = score.misses.join('\n');
      expect(score.broken).toEqual([]);
      for (const [name, least] of Object.entries(AT_LEAST)) {
        const [part, whole] = score[name as keyof typeof AT_LEAST];
        expect((part * 100) / whole, `${name}\n${told}`).toBeGreaterThanOrEqual(least);
      }
      expect(score.alarms, told).toBe(0);
    },
    600_000,
  );
});
