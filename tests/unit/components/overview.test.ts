// @vitest-environment jsdom
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { StatePicture } from '../../../components/review/overview';
import type { StateReport } from '../../../lib/messaging/review-shapes';

vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));

const none = { count: 0, ids: [] };

it('all by age: each line has its age and its limit, and what is kept on purpose is told from what is asked about', () => {
  const bars: StateReport['picture'][number]['bars'] = [
    { id: 'a', label: 'Scanner', ageDays: 360, limitDays: 180, condition: 'too-old' },
    { id: 'b', label: 'Tablet', ageDays: 270, limitDays: 180, condition: 'fine' },
    { id: 'c', label: 'Printer', ageDays: 90, limitDays: 180, condition: 'fine' },
  ];
  const state: StateReport = {
    ...{ retired: none, gone: none, toRevoke: none, neverConfirmed: none, unknown: [], nearLimit: [] },
    ...{ needless: 0, openMail: 0, atDevice: [] },
    picture: [{ provider: 'other', count: 3, bars }],
  };
  const root = document.createElement('div');
  const about = { labelOf: () => '', hrefOf: () => '#/', listsHref: '#/lists', nameOf: () => 'Other' };
  render(h(StatePicture, { ...about, state }), root);
  const lines = [...root.querySelectorAll<HTMLElement>('tbody .age-line')];
  expect(lines.map((line) => line.dataset['kind'])).toEqual(['asked', 'kept', 'fine']);
  const widths = lines.map(({ style }) => [
    style.getPropertyValue('--age'),
    style.getPropertyValue('--limit'),
  ]);
  expect(widths).toEqual([
    ['100%', '50%'],
    ['75%', '50%'],
    ['25%', '50%'],
  ]);
  const words = [...root.querySelectorAll('tbody td:last-child')].map(({ textContent }) => textContent);
  expect(words).toEqual(['Review due', 'Kept on purpose', 'OK']);
  const legend = [...root.querySelectorAll('.age-legend .age-line')];
  expect(legend.map((line) => line.getAttribute('data-kind'))).toEqual(['fine', 'asked', 'kept']);
});
