import { click, createAppPassword, fill, find, saveOnCard, shiftClock, waitForText } from './drive.mjs';

const DAY = 86_400_000;
const AHEAD = 200 * DAY;
const ROBIN = 'robin@mail.example';

/** Invented app passwords beside those of the practice account, so that the pictures show more than one state. */
const others = [
  {
    provider: 'google',
    label: 'Thunderbird at home',
    device: 'Old laptop',
    client: 'Thunderbird',
    days: 420,
  },
  { provider: 'google', label: 'Calendar on the telephone', device: 'Telephone', client: '', days: 20 },
  { provider: 'yahoo', label: 'Printer in the hall', device: 'Printer', client: '', days: 175 },
  { provider: 'microsoft-work', label: 'Mail on the tablet', device: 'Tablet', client: 'Mail', days: 260 },
  { provider: 'fastmail', label: 'Contacts', device: 'Telephone', client: '', days: 90 },
];

/** Asks the background as our own pages do. */
async function ask(page, name, request) {
  const answer = await page.evaluate((sent) => chrome.runtime.sendMessage(sent), { name, request });
  if (answer.error) throw new Error(answer.error.code);
  return answer.response;
}

async function addOthers(page) {
  const now = await page.evaluate(() => Date.now());
  for (const { days, device, client, ...about } of others) {
    const entry = { ...about, site: '', account: ROBIN, notes: '', created: now - days * DAY };
    const added = await ask(page, 'entry.add', { entry, secret: 'invented secret' });
    const mail = about.provider === 'microsoft-work' ? { protocols: ['imap'] } : {};
    await ask(page, 'entry.update', { id: added.entry.id, changes: { device, client, ...mail } });
  }
}

async function review(tour) {
  await tour.vault.close();
  const target = await tour.browser.waitForTarget((found) => found.type() === 'service_worker');
  const worker = await target.worker();
  await worker.evaluate(shiftClock, AHEAD);
  const page = await tour.browser.newPage();
  await page.setViewport({ width: 1200, height: 900 });
  await page.evaluateOnNewDocument(shiftClock, AHEAD);
  await page.goto(`${tour.own}/app.html#/review`);
  // Half a year later the vault has long locked itself.
  await tour.unlock(page);
  await find(page, 'heading', 'Review');
  await find(page, 'button', 'Keep');
  await addOthers(page);
  await page.reload();
  await waitForText(page, 'Thunderbird at home');
  await tour.picture(page, 'review', { main: true });
  tour.review = page;
}

async function answer(tour) {
  const page = tour.review;
  await chooseCard(page, 'Thunderbird at home');
  await tour.picture(page, 'review-over-limit', { main: true });
  await page.keyboard.press('l');
  await find(page, 'button', 'Ask tomorrow');
  await tour.picture(page, 'review-later', { main: true });
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await find(page, 'button', 'Keep until this date');
  await tour.picture(page, 'review-until', { main: true });
  await page.keyboard.press('Enter');
  await waitForText(page, 'Kept.');
  // The next card takes the focus by itself, and would take it away again.
  await page.waitForFunction(() => document.activeElement?.matches('article.review-card'));
  await chooseCard(page, 'Mail on the tablet');
  await page.keyboard.press('l');
  await click(page, 'button', 'Ask at “Tablet”');
  await find(page, 'heading', 'When at the device 1');
  await ask(page, 'review.answer', await idOf(page, 'Calendar on the telephone', { kind: 'revoke' }));
  await tour.picture(page, 'reviewed', { main: true });
}

async function replace(tour) {
  const page = tour.review;
  await chooseCard(page, 'Office scanner');
  await page.keyboard.press('r');
  await find(page, 'heading', 'Create a new app password');
  await tour.picture(page, 'replace-make', { main: true });
  await tour.page.bringToFront();
  await createAppPassword(tour.page, 'Office scanner');
  await find(tour.page, 'dialog', 'Spare Key: app password');
  await saveOnCard(tour.page);
  await click(tour.page, 'button', 'Done');
  await page.bringToFront();
  await waitForText(page, 'The new app password is “Office scanner”');
  for (const place of ['Scanner in the hall', 'Script of the backup']) {
    await fill(page, 'App or device', place);
    await click(page, 'button', 'Add');
    await find(page, 'checkbox', place);
  }
  await click(page, 'checkbox', 'Scanner in the hall');
  await page.waitForFunction(() =>
    document.body.textContent.includes('1 app or device still uses the old app password.'),
  );
  await tour.picture(page, 'replace-move', { main: true });
  await click(page, 'button', 'Confirm all updated');
  await find(page, 'button', 'Mark as revoked');
  await tour.picture(page, 'replace-revoke', { main: true });
  await click(page, 'button', 'Mark as revoked');
  await waitForText(page, 'which is revoked');
  await tour.picture(page, 'replaced', { main: true });
}

async function suffer(tour) {
  const page = tour.review;
  await click(page, 'link', 'Back to the review');
  await click(page, 'button', 'Check after an incident');
  await find(page, 'heading', 'What happened?');
  await tour.picture(page, 'incident-what', { main: true });
  await click(page, 'button', 'I lost a device');
  await find(page, 'combobox', 'Device');
  await tour.picture(page, 'incident-which', { main: true });
  await click(page, 'button', 'Show app passwords');
  await find(page, 'heading', 'What it affects');
  await tour.picture(page, 'incident-affected', { main: true });
  await page.keyboard.press('Escape');
}

/** Answers what is left, and what is to be finished is left. */
async function finish(tour) {
  const page = tour.review;
  await page.locator('.queue-choice').click();
  for (;;) {
    const asked = await page.$$eval('.queue-part', ([first]) => first.querySelectorAll('button').length);
    if (asked === 0) break;
    await page.waitForFunction(() => document.activeElement?.matches('article.review-card'));
    await page.keyboard.press('k');
    await page.waitForFunction(
      (count) =>
        document.querySelector('.queue-part')?.querySelectorAll('button').length === count - 1 &&
        document.activeElement?.matches('article.review-card, h2'),
      { timeout: 10_000 },
      asked,
    );
  }
  await find(page, 'heading', 'All answered');
  await tour.picture(page, 'review-end', { main: true });
}

async function report(tour) {
  const page = tour.review;
  await click(page, 'link', 'Report');
  await find(page, 'button', 'Print');
  await fill(page, 'Name on the report', 'Robin Example');
  await tour.picture(page, 'report', { main: true });
}

async function groupList(tour) {
  const page = tour.review;
  await click(page, 'link', 'App passwords');
  await find(page, 'list', 'App passwords');
  await page.select('select[aria-label="Group"]', 'provider');
  await find(page, 'heading', 'Google');
  await tour.picture(page, 'list-grouped', { main: true });
  await click(page, 'link', 'Printer in the hall');
  await find(page, 'heading', 'Printer in the hall');
  await tour.picture(page, 'entry-due', { main: true });
}

/** Chooses the review of a label in the queue. */
async function chooseCard(page, label) {
  await page.waitForFunction(
    (wanted) => {
      const lines = [...document.querySelectorAll('.queue-choice')];
      const line = lines.find((one) => one.querySelector('.queue-label').textContent === wanted);
      line?.click();
      return line !== undefined;
    },
    { timeout: 10_000 },
    label,
  );
  await page.waitForFunction(
    (wanted) =>
      document.activeElement?.matches('article.review-card') &&
      document.activeElement.querySelector('h2').textContent === wanted,
    { timeout: 10_000 },
    label,
  );
}

async function idOf(page, label, given) {
  const { rows } = await ask(page, 'entry.list', {});
  return { id: rows.find((row) => row.label === label).id, answer: given };
}

/** The second half of the tour: half a year later. */
export const reviewSteps = [
  ['Half a year later: review', review],
  ['Answer: keep until a day, later, at the device, revoke', answer],
  ['Replace: make, move, take back', replace],
  ['A lost device', suffer],
  ['All answered', finish],
  ['A report for the auditor', report],
  ['The list by provider, and an entry whose review is due', groupList],
];
