import type { Browser, CDPSession } from 'puppeteer';
import type { Note } from '../../lib/capture/watch';
import type { Bundle } from './bundle.ts';
import type { Report } from './reader.ts';
import type { Scene } from './scene.ts';
import { sheet } from './stage/frame.ts';

const WORLD = 'spare-key';

/** How long (ms) a reading took, and which of its document it was, from 0. */
export type Cost = Extract<Report, { type: 'cost' }>;

/** One tab in which scenes are played, each in a document of its own at its real address. */
export class Tab {
  private readonly cdp: CDPSession;
  private bundle: { kit: string; bundle: Bundle } | undefined;
  private scene: Scene | undefined;
  private scripts: string[] = [];
  private world: number | undefined;
  /** What the pages before said, the newest last. */
  private notes: Note[] = [];
  private loaded: (() => void) | undefined;
  reports: (Report & { at: number })[] = [];
  errors: string[] = [];
  /** What readings took, in all documents of this tab. */
  readonly costs: Cost[] = [];

  private constructor(cdp: CDPSession) {
    this.cdp = cdp;
  }

  static async open(browser: Browser, reader: string): Promise<Tab> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    const tab = new Tab(await page.createCDPSession());
    await tab.prepare(reader);
    return tab;
  }

  private async prepare(reader: string): Promise<void> {
    const { cdp } = this;
    cdp.on('Fetch.requestPaused', ({ requestId, resourceType }) => {
      void this.answer(requestId, resourceType === 'Document');
    });
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== WORLD) return;
      this.world = context.id;
      // What the background tells a page that begins.
      const named = this.notes.findLast((note) => note.label)?.label ?? '';
      void this.inWorld(`globalThis.spareKeyNamed = ${JSON.stringify(named)}`).catch(() => undefined);
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== 'spareKeyReport') return;
      const report = JSON.parse(payload) as Report;
      if (report.type === 'noted') this.notes.push({ ...report.note });
      else if (report.type === 'cost') this.costs.push(report);
      else this.reports.push({ ...this.complete(report), at: performance.now() });
    });
    cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      const { text, exception, executionContextId } = exceptionDetails;
      const whose = executionContextId === this.world ? 'reader' : 'page';
      this.errors.push(`${whose}: ${text} ${exception?.description ?? ''}`.slice(0, 400));
    });
    cdp.on('Page.domContentEventFired', () => this.loaded?.());
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await cdp.send('Runtime.addBinding', { name: 'spareKeyReport', executionContextName: WORLD });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: reader, worldName: WORLD });
  }

  private async answer(requestId: string, isDocument: boolean): Promise<void> {
    const { cdp, scene } = this;
    try {
      if (!isDocument || scene === undefined) {
        await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        return;
      }
      const title = scene.title.replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
      const direction = scene.language === 'ar' ? ' dir="rtl"' : '';
      const html = `<!doctype html><html lang="${scene.language}"${direction}><head><meta charset="utf-8"><title>${title}</title><style>${sheet}${this.bundle?.bundle.sheet ?? ''}</style></head><body></body></html>`;
      await cdp.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: [{ name: 'content-type', value: 'text/html; charset=utf-8' }],
        body: Buffer.from(html).toString('base64'),
      });
    } catch {
      // The document that asked is gone.
    }
  }

  /** The document that comes next plays this scene from this step on. */
  async next(scene: Scene, at: number, kit: string, bundle: Bundle): Promise<void> {
    const { cdp } = this;
    this.scene = scene;
    this.bundle = { kit, bundle };
    for (const identifier of this.scripts)
      await cdp.send('Page.removeScriptToEvaluateOnNewDocument', { identifier });
    // No script element ever stands in the document. A closure holds the scene, and the page's world forgets it at once.
    const source = `if (self === top) addEventListener('DOMContentLoaded', () => { globalThis.spareKeyScene = ${JSON.stringify({ scene, at })};\n${bundle.script}\n}, { once: true })`;
    const { identifier } = await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source });
    this.scripts = [identifier];
  }

  /** With a label and an account from the pages before, as the background does; a label is used once. */
  private complete(report: Report): Report {
    if (report.type !== 'fresh') return report;
    const accounts = new Set(this.notes.map((note) => note.account).filter(Boolean));
    const [only = ''] = accounts.size === 1 ? accounts : [];
    const named = this.notes.findLast((note) => note.label)?.label ?? '';
    for (const note of this.notes) note.label = '';
    return { ...report, label: report.label || named, account: report.account || only };
  }

  begin(): void {
    this.reports = [];
    this.errors = [];
    this.notes = [];
  }

  async load(url: string): Promise<void> {
    const loaded = this.whenLoaded(15_000);
    await this.cdp.send('Page.navigate', { url });
    if (!(await loaded)) throw new Error('The document did not come');
  }

  /** Resolves with the next document's content; false after the time. */
  whenLoaded(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), ms);
      this.loaded = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  /** What an expression is in the page's own world. */
  async ask<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** Resolves when this time has passed in the page, and it had nothing else to do. */
  async pass(ms: number): Promise<void> {
    try {
      const then = 'requestIdleCallback(() => resolve(true), { timeout: 2000 })';
      await this.ask(`new Promise((resolve) => setTimeout(() => ${then}, ${ms}))`);
    } catch {
      // The document is gone, and its time with it.
    }
  }

  /** Runs an expression in the reader's world. */
  async inWorld(expression: string): Promise<void> {
    if (this.world === undefined) return;
    const wanted = { expression, contextId: this.world, awaitPromise: true };
    const { exceptionDetails } = await this.cdp.send('Runtime.evaluate', wanted);
    if (exceptionDetails !== undefined)
      this.errors.push(`reader: ${exceptionDetails.exception?.description ?? ''}`);
  }

  async click({ x, y }: { x: number; y: number }): Promise<void> {
    const at = { x, y, button: 'left' as const, clickCount: 1 };
    await Promise.all([
      this.cdp.send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' }),
      this.cdp.send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' }),
      this.cdp.send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' }),
    ]);
  }

  /** Replaces what stands in the focused field by keys and text, as a person does. */
  async type(text: string, slowly: boolean): Promise<void> {
    const key = { key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65, modifiers: 2 };
    await this.cdp.send('Input.dispatchKeyEvent', { ...key, type: 'rawKeyDown', commands: ['selectAll'] });
    await this.cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
    if (!slowly) {
      await this.cdp.send('Input.insertText', { text });
      return;
    }
    for (const letter of text) {
      await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, key: letter });
      await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
    }
  }

  async picture(): Promise<Buffer> {
    const { data } = await this.cdp.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }
}
