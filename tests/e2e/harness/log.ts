import type { Browser, ConsoleMessage, Page, Target } from 'puppeteer';

/** One line that a page or worker wrote to its console, or an exception that was not caught. */
export interface LogLine {
  from: string;
  kind: string;
  text: string;
}

function watchPage(page: Page, lines: LogLine[]): void {
  page.on('console', (message: ConsoleMessage) => {
    lines.push({ from: page.url(), kind: message.type(), text: message.text() });
  });
  page.on('pageerror', (error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    lines.push({ from: page.url(), kind: 'exception', text });
  });
}

/** Collects what every page and worker of a browser says, from now on. */
export function collectLog(browser: Browser): LogLine[] {
  const lines: LogLine[] = [];
  async function watch(target: Target): Promise<void> {
    if (target.type() === 'page') {
      const page = await target.page().catch(() => null);
      if (page !== null) watchPage(page, lines);
      return;
    }
    if (target.type() !== 'service_worker') return;
    const worker = await target.worker().catch(() => null);
    worker?.client.on('Runtime.consoleAPICalled', (event) => {
      const text = event.args.map((argument) => argument.description ?? String(argument.value)).join(' ');
      lines.push({ from: target.url(), kind: event.type, text });
    });
    worker?.client.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      const text = exceptionDetails.exception?.description ?? exceptionDetails.text;
      lines.push({ from: target.url(), kind: 'exception', text });
    });
  }
  browser.on('targetcreated', (target) => void watch(target));
  for (const target of browser.targets()) void watch(target);
  return lines;
}

/** Lines that no run should have: exceptions and errors, without notices of the browser about missing files. */
export function findFaults(lines: readonly LogLine[]): LogLine[] {
  return lines.filter(
    ({ kind, text }) => kind === 'exception' || (kind === 'error' && !/favicon/.test(text)),
  );
}
