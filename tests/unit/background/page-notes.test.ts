import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPageNotes } from '../../../lib/background/services/page-notes';

const site = 'account.example';
const unknown = { label: '', account: '' };
let now = 1_000_000;
const notes = createPageNotes(() => now);
const say = (label: string, account = '', tabId = 1) => notes.note({ tabId, site, label, account });

beforeEach(() => {
  fakeBrowser.reset();
  now = 1_000_000;
});

describe('a name typed on the page before', () => {
  it('is known on the next page of the same tab and host, once', async () => {
    await say('Scanner', 'ada@mail.example');
    expect(await notes.complete(unknown, 1, site)).toEqual({ label: 'Scanner', account: 'ada@mail.example' });
    // The next app password has a name of its own.
    expect(await notes.complete(unknown, 1, site)).toEqual({ label: '', account: 'ada@mail.example' });
  });

  it('is nothing to another tab, another host, or after ten minutes', async () => {
    await say('Scanner', 'ada@mail.example');
    expect(await notes.complete(unknown, 2, site)).toEqual(unknown);
    expect(await notes.complete(unknown, 1, 'other.example')).toEqual(unknown);
    now += 600_000;
    expect(await notes.complete(unknown, 1, site)).toEqual(unknown);
  });

  it('is told to the next page, until it was used', async () => {
    await say('Scanner');
    expect(await notes.named(1, site)).toBe('Scanner');
    expect(await notes.named(2, site)).toBe('');
    expect(await notes.named(1, 'other.example')).toBe('');
    await notes.complete(unknown, 1, site);
    expect(await notes.named(1, site)).toBe('');
  });

  it('never replaces what the page itself says', async () => {
    await say('Scanner', 'ada@mail.example');
    const said = { label: 'Printer', account: 'kim@mail.example' };
    expect(await notes.complete(said, 1, site)).toEqual(said);
  });

  it('stays when the page says only whose account it is', async () => {
    await say('Scanner');
    await say('', 'ada@mail.example');
    expect(await notes.complete(unknown, 1, site)).toEqual({ label: 'Scanner', account: 'ada@mail.example' });
  });
});

it('two accounts in one tab are never mixed', async () => {
  await say('Scanner', 'ada@mail.example');
  await say('Scanner', 'kim@mail.example');
  expect(await notes.complete(unknown, 1, site)).toEqual({ label: 'Scanner', account: '' });
});
