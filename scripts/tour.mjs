import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer';
import { startPractice } from '../practice-site/server.mjs';
import { chromiumOptions, ensureBrowser } from './browser.mjs';
import { click, createAppPassword, fill, find, saveOnCard, waitForText } from './drive.mjs';
import { reviewSteps } from './tour-review.mjs';

const PICTURES = resolve('.output/tour');
const PASSPHRASE = 'quiet lanterns drift past seven harbours';
const TAB = { width: 1200, height: 900 };
const POPUP = { width: 380, height: 600 };

/** Where the tour is: the browser, the tabs it has open, and how it takes pictures. */
async function openTour(executablePath) {
  const practice = await startPractice();
  const browser = await puppeteer.launch(chromiumOptions({ executablePath, args: ['--lang=en-US'] }));
  const id = await browser.installExtension(resolve('.output/chrome-mv3-dev'));
  const own = `chrome-extension://${id}`;
  const permissions = ['clipboard-read', 'clipboard-write'];
  await browser.defaultBrowserContext().overridePermissions(own, permissions);
  let pictures = 0;

  async function takePicture(page, name, fullPage = false) {
    await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage });
  }

  return {
    browser,
    practice,
    own,
    async unlock(page) {
      await fill(page, 'Passphrase', PASSPHRASE);
      await click(page, 'button', 'Unlock');
    },
    async open(address, size = TAB) {
      const page = await browser.newPage();
      await page.setViewport(size);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
      await page.goto(address);
      return page;
    },
    openOwn(path, size = TAB) {
      return this.open(`${own}/${path}`, size);
    },
    /** Takes a picture; of main screens also one in dark and one at 200 % zoom. */
    async picture(page, name, { main = false } = {}) {
      pictures += 1;
      const numbered = `${String(pictures).padStart(2, '0')}-${name}`;
      await takePicture(page, numbered);
      if (!main) return;
      const size = page.viewport();
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await takePicture(page, `${numbered}-dark`);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
      // Zoom halves the space a page has; the popup keeps its width, because the browser lets it grow.
      const width = size.width === POPUP.width ? size.width : size.width / 2;
      await page.setViewport({ width, height: size.height / 2, deviceScaleFactor: 2 });
      await takePicture(page, `${numbered}-zoomed`, page.url().startsWith(own));
      await page.setViewport(size);
    },
    async close() {
      await browser.close();
      await practice.stop();
    },
  };
}

async function setUp(tour) {
  const address = `${tour.own}/welcome.html`;
  const opened = await tour.browser.waitForTarget((target) => target.url() === address, { timeout: 10_000 });
  const page = await opened.asPage();
  await page.setViewport(TAB);
  await fill(page, 'Passphrase', PASSPHRASE);
  await fill(page, 'Repeat passphrase', PASSPHRASE);
  await tour.picture(page, 'set-up', { main: true });
  await click(page, 'button', 'Create vault');
  await find(page, 'checkbox', undefined, 30_000).then((box) => box.click());
  await tour.picture(page, 'recovery-code', { main: true });
  await click(page, 'button', 'Continue');
  await tour.picture(page, 'accounts', { main: true });
  await page.close();
}

async function createAndSee(tour) {
  tour.page = await tour.open(tour.practice.address);
  tour.secret = await createAppPassword(tour.page, 'Office scanner');
  await find(tour.page, 'dialog', 'Spare Key: app password');
  await tour.picture(tour.page, 'card', { main: true });
}

async function save(tour) {
  await saveOnCard(tour.page);
  await tour.picture(tour.page, 'saved');
  await click(tour.page, 'button', 'Done');
}

async function findInPopup(tour) {
  tour.popup = await tour.openOwn('popup.html', POPUP);
  await find(tour.popup, 'list', 'App passwords');
  await fill(tour.popup, 'Search', 'scan', 'searchbox');
  await waitForText(tour.popup, 'Office scanner');
  await tour.picture(tour.popup, 'popup', { main: true });
}

async function copy(tour) {
  await tour.popup.bringToFront();
  await click(tour.popup, 'button', 'Copy password');
  await tour.popup.waitForFunction(
    async (secret) => (await navigator.clipboard.readText()) === secret,
    { timeout: 10_000 },
    tour.secret,
  );
  await tour.picture(tour.popup, 'copied');
}

async function show(tour) {
  await click(tour.popup, 'button', 'Show password');
  await tour.popup.waitForFunction(
    (secret) => document.body.textContent.replace(/\s/g, '').includes(secret),
    { timeout: 10_000 },
    tour.secret,
  );
  await tour.picture(tour.popup, 'shown', { main: true });
}

async function readInPopup(tour) {
  await click(tour.popup, 'link', 'Office scanner');
  await find(tour.popup, 'heading', 'Office scanner');
  await tour.picture(tour.popup, 'popup-entry', { main: true });
  await tour.popup.keyboard.press('Escape');
  await find(tour.popup, 'searchbox', 'Search');
}

async function lock(tour) {
  await click(tour.popup, 'button', 'Lock');
  await find(tour.popup, 'button', 'Unlock');
  await tour.picture(tour.popup, 'locked', { main: true });
}

async function saveWhileLocked(tour) {
  await tour.page.bringToFront();
  await createAppPassword(tour.page, 'Backup of the shop');
  await find(tour.page, 'dialog', 'Spare Key: app password');
  await tour.picture(tour.page, 'card-while-locked');
  await save(tour);
}

async function unlockAgain(tour) {
  await tour.popup.bringToFront();
  await tour.unlock(tour.popup);
  await waitForText(tour.popup, 'Backup of the shop', 20_000);
  await tour.picture(tour.popup, 'unlocked', { main: true });
}

async function readEntry(tour) {
  tour.vault = await tour.openOwn('app.html');
  await waitForText(tour.vault, 'Office scanner');
  await click(tour.vault, 'link', 'Office scanner');
  await find(tour.vault, 'heading', 'Office scanner');
  await tour.picture(tour.vault, 'entry', { main: true });
}

async function seeTheRest(tour) {
  for (const [name, heading] of [
    ['Compare', 'Compare'],
    ['Settings', 'Settings'],
    ['Reviews', 'Reviews'],
    ['Watched sites', 'Watched sites'],
    ['Where app passwords go', 'Where app passwords go'],
    ['Backup', 'Backup'],
    ['Import and export', 'Import and export'],
    ['Appearance', 'Appearance'],
    ['Keyboard', 'Keyboard'],
    ['About and help', 'About and help'],
    ['Erase this vault', 'Erase this vault'],
  ]) {
    await click(tour.vault, 'link', name);
    await find(tour.vault, 'heading', heading);
    await tour.picture(tour.vault, name.toLowerCase().replaceAll(' ', '-'), { main: true });
  }
}

const steps = [
  ['Set up: choose a passphrase, keep the recovery code', setUp],
  ['Create an app password on the practice page: the card appears', createAndSee],
  ['Save it with one click', save],
  ['Find it in the popup', findInPopup],
  ['Copy it', copy],
  ['Show it', show],
  ['See its details in the popup', readInPopup],
  ['Lock', lock],
  ['Save another one while locked', saveWhileLocked],
  ['Unlock, and find it', unlockAgain],
  ['Open the entry', readEntry],
  ['See the provider’s list, files and settings', seeTheRest],
  ...reviewSteps,
];

/**
 * Takes the tour without a display, prints each step with its time and leaves pictures in `.output/tour/`.
 * @returns whether all steps succeeded
 */
export async function runTour(executablePath) {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const tour = await openTour(executablePath);
  try {
    for (const [index, [name, run]] of steps.entries()) {
      const started = performance.now();
      try {
        await run(tour);
      } catch (error) {
        console.error(`✗ ${index + 1}. ${name}\n  ${error.message}`);
        const pages = await tour.browser.pages();
        await pages
          .at(-1)
          ?.screenshot({ path: `${PICTURES}/failed.png` })
          .catch(() => undefined);
        return false;
      }
      console.log(`✓ ${index + 1}. ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    }
  } finally {
    await tour.close();
  }
  console.log('Pictures are in .output/tour/');
  return true;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await runTour(ensureBrowser())) ? 0 : 1;
}
