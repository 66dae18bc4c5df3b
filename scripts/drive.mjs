/**
 * Finds and works things in a page as a person does: by role and accessible name, also inside closed shadow roots.
 */

export function selectRole(role, name) {
  return name === undefined ? `::-p-aria([role="${role}"])` : `::-p-aria([name="${name}"][role="${role}"])`;
}

/** Turns to a tab that is behind another: a page out of sight draws no frames, and waiting in it never ends. */
async function turnTo(page) {
  if (await page.evaluate(() => document.hidden)) await page.bringToFront();
}

/** Waits for the element of this role and accessible name, with its tab in front. */
export async function find(page, role, name, timeout = 30_000) {
  await turnTo(page);
  const found = await page.waitForSelector(selectRole(role, name), { timeout });
  if (found === null) throw new Error(`no ${role} ${name ?? ''}`);
  return found;
}

/** Presses with the mouse. */
export async function click(page, role, name) {
  const found = await find(page, role, name);
  await found.click();
}

/** Replaces what a field holds by typing. */
export async function fill(page, name, text, role = 'textbox') {
  const found = await find(page, role, name);
  await found.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await found.type(text);
}

/** What a field holds. */
export async function readField(page, name, role = 'textbox') {
  const found = await find(page, role, name);
  return found.evaluate((element) => element.value);
}

/** Waits until the page shows a text. */
export async function waitForText(page, text, timeout = 30_000) {
  await turnTo(page);
  await page.waitForSelector(`::-p-text(${text})`, { timeout });
}

/** Goes through the steps of the English security page up to the one that shows the secret, and returns it. */
export async function createAppPassword(page, name) {
  await click(page, 'button', 'Add sign-in method');
  await click(page, 'button', 'App password');
  await fill(page, 'Name', name);
  await click(page, 'button', 'Next');
  await find(page, 'button', 'Done');
  return readField(page, 'Password');
}

/** How long the card takes no click after it appeared (500 ms), with something added for a slow machine. */
const CARD_REST = 1000;

/** Presses "Save" on the card once, as soon as the card takes clicks, and waits for the answer. */
export async function saveOnCard(page) {
  const save = await find(page, 'button', 'Save');
  await new Promise((resolve) => setTimeout(resolve, CARD_REST));
  await save.click();
  await page.waitForSelector(selectRole('button', 'Save'), { hidden: true, timeout: 30_000 });
}

/**
 * Runs in a page or worker: from here on its clock is `milliseconds` further ahead. Timers keep their pace, so a
 * deadline that is only a timer does not notice: as after the machine slept.
 */
export function shiftClock(milliseconds) {
  const RealDate = Date;
  const now = () => RealDate.now() + milliseconds;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
