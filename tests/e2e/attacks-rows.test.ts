import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, rest, resultStep, secretOf, TAKEN_OVER } from './harness/attack-page.ts';
import { type OpenBrowser, openBrowser } from './harness/browser.ts';

interface Row {
  label: string;
  status: string;
}

/** A list of app passwords on a page that a script has taken over; each row has what real ones have, and a form. */
const LIST = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>My Sign-Ins</title></head>
<body><header role="banner"><span>robin@contoso.example</span></header><main><h1>Security info</h1>
<p><label id="words" for="delete-Scanner">Sort by name</label> <input id="search" form="form-Scanner"> <button id="sort">Sort</button></p>
<ul><li><span>Password</span> <button type="button">Change</button></li>${[
  'Scanner',
  'Phone',
  'Laptop',
  'Tablet',
]
  .map(
    (label) =>
      `<li id="row-${label}"><span>App password</span> <span>${label}</span> <form id="form-${label}" action="javascript:void 0"><button id="delete-${label}">Delete</button></form></li>`,
  )
  .join('')}</ul></main>
<script>
  for (const form of document.forms) form.onsubmit = () => false;
  globalThis.drop = (label) => document.getElementById('row-' + label)?.remove();
</script></body></html>`;

declare global {
  /** In the page: takes a row away. */
  function drop(label: string): void;
}

interface RowAttack {
  name: string;
  run(page: Page): Promise<void>;
}

/** Ways to make Spare Key believe that the user deleted "Scanner" in this page. */
const attacks: RowAttack[] = [
  {
    name: 'a script sends the form in a row, and the row goes',
    run: (page) =>
      page.evaluate(() => document.querySelector<HTMLFormElement>('#form-Scanner')?.requestSubmit()),
  },
  {
    name: 'a script clicks the button in a row, and the row goes',
    run: (page) => page.evaluate(() => document.querySelector<HTMLElement>('#delete-Scanner')?.click()),
  },
  {
    name: 'words elsewhere are the label of a button in a row, and the user clicks them',
    run: (page) => page.click('#words'),
  },
  {
    name: 'a field elsewhere has its button in a row, and the user presses Enter in it',
    async run(page) {
      await page.focus('#search');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'the user clicks a button elsewhere, and a script sends the form in a row for it',
    async run(page) {
      await page.evaluate(() =>
        document
          .querySelector('#sort')
          ?.addEventListener('click', () =>
            document.querySelector<HTMLFormElement>('#form-Scanner')?.requestSubmit(),
          ),
      );
      await page.click('#sort');
    },
  },
  {
    name: 'the user deletes another row, and this one goes with it',
    async run(page) {
      await page.click('#delete-Phone');
      await page.evaluate(() => drop('Phone'));
    },
  },
  {
    name: 'the user presses a key of letters in a row, and it goes',
    async run(page) {
      await page.focus('#delete-Scanner');
      await page.keyboard.press('s');
    },
  },
];

describe('a page that lets rows vanish', () => {
  let chromium: OpenBrowser;
  let office: Office;
  let page: Page;

  beforeAll(async () => {
    chromium = await openBrowser();
    office = await openOffice(chromium, 'correct horse battery staple 7');
    chromium.sites.serve({ 'mysignins.microsoft.com': () => LIST });
  });
  beforeEach(async () => {
    for (const { id } of await rows()) await office.ask('entry.remove', { id });
    for (const label of ['Scanner', 'Phone', 'Laptop', 'Tablet']) {
      const entry = { provider: 'microsoft-work', site: 'mysignins.microsoft.com', label };
      const more = { account: 'robin@contoso.example', notes: '', created: Date.now() - 864e5 };
      await office.ask('entry.add', { entry: { ...entry, ...more }, secret: 'qwhbtrkzmnvcpxlg' });
    }
    page = await chromium.openPage(TAKEN_OVER);
    await expect.poll(listed, { timeout: 10_000 }).toBe(4);
  });
  afterAll(() => chromium?.close());

  async function rows(): Promise<(Row & { id: string })[]> {
    return (await office.ask<{ rows: (Row & { id: string })[] }>('entry.list')).rows;
  }

  /** How many rows the list has that was seen last. */
  async function listed(): Promise<number | undefined> {
    return (await office.ask<{ lists: { count: number }[] }>('list.all')).lists[0]?.count;
  }

  const revoked = async () =>
    (await rows()).filter(({ status }) => status === 'revoked').map(({ label }) => label);

  it.each(attacks.map(({ name, run }) => [name, run] as const))(
    'has no app password called revoked: %s',
    async (_, run) => {
      await run(page);
      await rest(page, 200);
      const before = (await listed()) ?? 0;
      await page.evaluate(() => drop('Scanner'));
      await expect.poll(listed, { timeout: 10_000 }).toBeLessThan(before);
      expect(await revoked()).not.toContain('Scanner');
      await page.close();
    },
  );

  it.each(['mouse', 'Enter', 'Space'] as const)(
    'and yet a user who deletes one, by %s, is believed',
    async (how) => {
      await page.evaluate(() =>
        document
          .querySelector('#delete-Scanner')
          ?.addEventListener('click', () => setTimeout(drop, 50, 'Scanner')),
      );
      if (how === 'mouse') await page.click('#delete-Scanner');
      else {
        await page.focus('#delete-Scanner');
        await page.keyboard.press(how);
      }
      await expect.poll(revoked, { timeout: 10_000 }).toEqual(['Scanner']);
      await page.close();
    },
  );
});

/** A page before the one that shows a secret: it sends its own form, with another name each time. */
const NAMING = (name: string) => `<!doctype html><html lang="en"><head><title>My Sign-Ins</title></head>
<body><main><h1>Security info</h1></main>
<div role="dialog" aria-modal="true" aria-labelledby="step"><h2 id="step">App password</h2>
<form id="form"><label for="name">What name would you like to use?</label><input id="name" value="${name}"><button>Next</button></form></div>
<script>
  document.querySelector('#form').addEventListener('submit', (event) => event.preventDefault());
  addEventListener('load', () => setTimeout(() => {
    document.querySelector('#form').requestSubmit();
    setTimeout(() => location.assign('?shown'), 200);
  }, 300));
</script></body></html>`;

describe('a page that sends forms by itself', () => {
  it('spends nothing of what is kept for those who do something', async () => {
    const chromium = await openBrowser();
    try {
      const office = await openOffice(chromium, 'correct horse battery staple 7');
      let loads = 0;
      chromium.sites.serve({
        'mysignins.microsoft.com': ({ url }) => {
          loads += 1;
          if (url.search !== '?shown') return NAMING(`Device ${loads}`);
          const again = loads < 12 ? `<script>setTimeout(() => location.assign('?again'), 600)</script>` : '';
          return resultStep(secretOf(loads), { body: again });
        },
      });
      const page = await chromium.openPage(TAKEN_OVER);
      const isLast = async () => loads === 12 && (await page.$('#value').catch(() => null)) !== null;
      await expect.poll(isLast, { timeout: 30_000 }).toBe(true);
      await rest(page, 800);
      expect((await office.counts()).waiting).toBe(1);
    } finally {
      await chromium.close();
    }
  });
});
