import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDrafts, type Drafted, type Drafts } from '../../../lib/capture/drafts';
import { openWindow } from '../page';

const window = openWindow('<body><form><input><button>Create</button></form></body>');
vi.stubGlobal('NodeFilter', window.NodeFilter);
const page: Document = window.document;
const button = page.querySelector('button') as Element;

function draft(secret: string, send: Drafted['send'] = () => true): Drafted {
  return {
    found: { provider: 'mailcow', account: '', label: 'Scanner', secret, asked: false },
    secret,
    send,
  };
}

let taken: string[];
let drafts: Drafts;

/** The page shows this, or no draft, at the next reading. */
function show(shown: Drafted | undefined): void {
  drafts.show(shown);
  drafts.settle();
}

function press(shown: Drafted): void {
  show(shown);
  drafts.press(new window.Event('click'), button);
}

beforeEach(() => {
  page.querySelector('td')?.remove();
  taken = [];
  drafts = createDrafts(page, ({ secret }) => taken.push(secret));
});

describe('a secret whose form was sent', () => {
  it('counts once the form has gone and its name is listed', () => {
    press(draft('first'));
    show(undefined);
    expect(taken).toEqual([]);
    page.body.append(page.createElement('td'));
    (page.querySelector('td') as Element).textContent = 'Scanner';
    show(undefined);
    expect(taken).toEqual(['first']);
  });

  it('was refused when the form comes back with it', () => {
    press(draft('first'));
    show(undefined);
    show(draft('first'));
    drafts.settle(true);
    expect(taken).toEqual([]);
  });

  it('was taken when the form comes back with another', () => {
    press(draft('first'));
    show(undefined);
    show(draft('second'));
    expect(taken).toEqual(['first']);
  });

  it('was taken when a form that is known by its markup has another at once', () => {
    press(draft('first', 'button'));
    show(draft('second', 'button'));
    expect(taken).toEqual(['first']);
  });

  it('was only replaced when an unknown form stays with another', () => {
    press(draft('first'));
    show(draft('second'));
    drafts.settle(true);
    expect(taken).toEqual([]);
  });

  it('is kept when the page leaves', () => {
    press(draft('first'));
    drafts.settle(true);
    expect(taken).toEqual(['first']);
  });

  it('is not counted while it still stands there, however long: an eye was pressed, and nothing sent', () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    press(draft('first'));
    clock.mockReturnValue(60_000);
    show(draft('first'));
    expect(taken).toEqual([]);
    // By its own markup it is known what sends.
    press(draft('second', 'button'));
    clock.mockReturnValue(120_000);
    show(draft('second', 'button'));
    expect(taken).toEqual(['second']);
    clock.mockRestore();
  });
});
