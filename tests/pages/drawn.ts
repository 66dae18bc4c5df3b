import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type CDPSession, type ElementHandle, type Page } from 'puppeteer';
import type { Note } from '../../lib/capture/watch';
import { bundleReader, here } from './bundle.ts';
import type { Report } from './reader.ts';
import { BROWSER_FLAGS } from './run.ts';

/** Plays pages that two authors drew who had never seen the reader, and counts what was found on them. */

const FOLDER = join(here, '../fixtures/drawn');
const WORLD = 'spare-key';
/** Pages at once. */
const TABS = 8;
/** How long (ms) a person waits for an element, and for what comes late. */
const PATIENCE = 4_000;
const REST = 700;

interface Step {
  do: 'type' | 'click' | 'pick' | 'wait' | 'back';
  /** A selector; ` >>> ` leads into an open shadow root. */
  selector?: string;
  text?: string;
  value?: string;
  ms?: number;
}

/** A page with what a person does there, and what a person would keep of it. */
export interface Drawn {
  name: string;
  url: string;
  /** Other addresses of the same site, with the file that each shows. */
  pages?: Record<string, string>;
  /** The user asks to look, because the site is not watched. */
  asked: boolean;
  language: string;
  steps: Step[];
  expect: { secrets: { secret: string; label: string | null; account: string | null }[] };
  /** Why a person would say so. */
  why: string;
}

type Fresh = Extract<Report, { type: 'fresh' }>;

export interface Outcome {
  drawn: Drawn;
  fresh: Fresh[];
  alarms: number;
  /** Why it could not be played. */
  broken?: string;
}

export function drawn(): Drawn[] {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(join(FOLDER, name, 'case.json')))
    .map((name) => ({ name, ...JSON.parse(readFileSync(join(FOLDER, name, 'case.json'), 'utf8')) }));
}

const bare = (secret: string) => secret.replace(/[\s-]/g, '');
const withoutPart = (url: string) => url.replace(/#.*$/, '');
const withoutQuery = (url: string) => url.replace(/[?#].*$/, '');

/** The file that an address of the site shows. */
function fileAt({ url, pages = {} }: Drawn, wanted: string): string {
  const exact = Object.entries(pages).find(([at]) => withoutPart(at) === withoutPart(wanted));
  if (exact !== undefined) return exact[1];
  if (withoutPart(wanted) === withoutPart(url)) return 'page.html';
  const near = Object.entries(pages).find(([at]) => withoutQuery(at) === withoutQuery(wanted));
  return near?.[1] ?? 'page.html';
}

/** One page in a context of its own, with the reader in a world of its own. */
class Stage {
  readonly fresh: Fresh[] = [];
  alarms = 0;
  private readonly page: Page;
  private readonly cdp: CDPSession;
  private readonly one: Drawn;
  private readonly notes: Note[] = [];
  private world: number | undefined;

  private constructor(page: Page, cdp: CDPSession, one: Drawn) {
    this.page = page;
    this.cdp = cdp;
    this.one = one;
  }

  static async open(page: Page, one: Drawn, reader: string): Promise<Stage> {
    const cdp = await page.createCDPSession();
    const stage = new Stage(page, cdp, one);
    await page.setViewport({ width: 1200, height: 900 });
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== WORLD) return;
      stage.world = context.id;
      const named = stage.notes.findLast((note) => note.label)?.label ?? '';
      void stage.tell(`globalThis.spareKeyNamed = ${JSON.stringify(named)}`);
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === 'spareKeyReport') stage.hear(JSON.parse(payload));
    });
    await cdp.send('Runtime.enable');
    await cdp.send('Page.enable');
    await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await cdp.send('Runtime.addBinding', { name: 'spareKeyReport', executionContextName: WORLD });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: reader, worldName: WORLD });
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.resourceType() !== 'document') return void request.abort();
      const body = readFileSync(join(FOLDER, one.name, fileAt(one, request.url())), 'utf8');
      void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body });
    });
    return stage;
  }

  /** Joins what the pages before said, as the background does. */
  private hear(report: Report): void {
    if (report.type === 'noted') this.notes.push({ ...report.note });
    if (report.type === 'changed') this.alarms += 1;
    if (report.type !== 'fresh') return;
    const accounts = new Set(this.notes.map((note) => note.account).filter(Boolean));
    const [account = ''] = accounts.size === 1 ? accounts : [];
    const label = report.label || (this.notes.findLast((note) => note.label)?.label ?? '');
    for (const note of this.notes) note.label = '';
    this.fresh.push({ ...report, label, account: report.account || account });
  }

  private async tell(expression: string): Promise<void> {
    if (this.world === undefined) return;
    const wanted = { expression, contextId: this.world, awaitPromise: true };
    // The document may be gone by now.
    await this.cdp.send('Runtime.evaluate', wanted).catch(() => undefined);
  }

  private async find(selector = ''): Promise<ElementHandle> {
    const [first = '', ...inner] = selector.split('>>>').map((part) => part.trim());
    let found = (await this.page.waitForSelector(first, { timeout: PATIENCE })) as ElementHandle | null;
    for (const part of inner) {
      const handle = await this.page.waitForFunction(
        (host, wanted) => (host as Element).shadowRoot?.querySelector(wanted),
        { timeout: PATIENCE },
        found,
        part,
      );
      found = handle.asElement() as ElementHandle | null;
    }
    if (found === null) throw new Error(`there is no ${selector}`);
    await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    return found;
  }

  private async act(step: Step): Promise<void> {
    if (step.do === 'wait') {
      await sleep(step.ms ?? 0);
      // A person who is shown something asks while it is there.
      return this.look();
    }
    if (step.do === 'back') {
      await this.page.goBack();
      return sleep(REST);
    }
    const found = await this.find(step.selector);
    if (step.do === 'pick') await found.select(step.value ?? '');
    else await found.click({ count: step.do === 'type' ? 3 : 1 });
    if (step.do === 'type') await this.page.keyboard.type(step.text ?? '');
    await sleep(80);
  }

  private async look(): Promise<void> {
    if (this.one.asked) await this.tell('spareKeyLook?.()');
  }

  async play(): Promise<void> {
    await this.page.goto(this.one.url, { waitUntil: 'domcontentloaded' });
    await sleep(REST / 2);
    for (const step of this.one.steps) await this.act(step);
    await sleep(REST);
    await this.look();
    await sleep(REST);
  }
}

async function playOne(browser: Browser, one: Drawn, reader: string): Promise<Outcome> {
  const context = await browser.createBrowserContext();
  try {
    const stage = await Stage.open(await context.newPage(), one, reader);
    const broken = await stage.play().then(
      () => undefined,
      (error: Error) => error.message,
    );
    // No person saw what the page says as it is closed.
    const { fresh, alarms } = stage;
    return { drawn: one, fresh: [...fresh], alarms, ...(broken !== undefined && { broken }) };
  } finally {
    await context.close();
  }
}

/** Plays all that are wanted, several at once. */
export async function playDrawn(wanted: readonly Drawn[], path: string): Promise<Outcome[]> {
  const reader = await bundleReader();
  const browser = await puppeteer.launch({
    executablePath: path,
    headless: true,
    pipe: true,
    args: BROWSER_FLAGS,
  });
  const queue = [...wanted];
  const outcomes: Outcome[] = [];
  try {
    const work = async () => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift())
        outcomes.push(await playOne(browser, one, reader));
    };
    await Promise.all(Array.from({ length: TABS }, work));
  } finally {
    await browser.close();
  }
  return outcomes.toSorted((one, other) => one.drawn.name.localeCompare(other.drawn.name));
}

/** Parts of a whole, and what went wrong in words. */
export interface DrawnScore {
  recall: [part: number, whole: number];
  precision: [part: number, whole: number];
  label: [part: number, whole: number];
  account: [part: number, whole: number];
  alarms: number;
  broken: string[];
  misses: string[];
}

/** What was found of what a person would have kept; secrets are compared without spaces and hyphens. */
export function scoreDrawn(outcomes: readonly Outcome[]): DrawnScore {
  const score: DrawnScore = {
    recall: [0, 0],
    precision: [0, 0],
    label: [0, 0],
    account: [0, 0],
    alarms: 0,
    broken: [],
    misses: [],
  };
  const count = (which: 'recall' | 'precision' | 'label' | 'account', is: boolean, miss: string) => {
    score[which][1] += 1;
    if (is) score[which][0] += 1;
    else score.misses.push(miss);
  };
  for (const { drawn: one, fresh, alarms, broken } of outcomes) {
    if (broken !== undefined) score.broken.push(`${one.name}: ${broken}`);
    score.alarms += alarms;
    if (alarms > 0) score.misses.push(`${one.name} said that it has changed`);
    for (const wanted of one.expect.secrets) {
      const found = fresh.find(({ secret }) => bare(secret) === bare(wanted.secret));
      count('recall', found !== undefined, `${one.name} missed: ${wanted.secret}`);
      if (found === undefined) continue;
      for (const what of ['label', 'account'] as const) {
        const [has, wants] = [found[what] ?? '', wanted[what]];
        if (wants !== null) count(what, has === wants, `${one.name} ${what}: "${has}" for "${wants}"`);
      }
    }
    const secrets = one.expect.secrets.map(({ secret }) => bare(secret));
    for (const secret of new Set(fresh.map((found) => found.secret)))
      count('precision', secrets.includes(bare(secret)), `${one.name} caught what is none: ${secret}`);
  }
  return score;
}

/** The line that ends a run. */
export function drawnLine({ alarms, ...parts }: DrawnScore): string {
  const percent = (name: 'recall' | 'precision' | 'label' | 'account') => {
    const [part, whole] = parts[name];
    return `${name} ${whole === 0 ? 100 : Math.floor((part * 1000) / whole) / 10} %`;
  };
  return [
    percent('recall'),
    percent('precision'),
    percent('label'),
    percent('account'),
    `alarms ${alarms}`,
  ].join(' ');
}

/** `npm run pages -- --drawn`, or with the beginning of some names. */
export async function mainDrawn(beginning: string, path: string): Promise<number> {
  const wanted = drawn().filter(({ name }) => name.startsWith(beginning));
  const score = scoreDrawn(await playDrawn(wanted, path));
  for (const line of [...score.misses, ...score.broken.map((one) => `could not be played: ${one}`)])
    console.log(line);
  console.log(`\n${wanted.length} pages`);
  console.log(drawnLine(score));
  return score.broken.length === 0 ? 0 : 1;
}
