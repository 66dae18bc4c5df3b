import { startPractice } from '../practice-site/server.mjs';
import { describeBrowser, ensureBrowser, requireBrowser } from './browser.mjs';
import { mayInstall } from './consent.mjs';
import { checkNode, describeDependencies, ensureDependencies, requireDependencies } from './setup.mjs';

/**
 * `npm run dev`: opens the browser with the extension and the practice page, builds again after each change, and
 * reloads what changed. The profile is new each time and is thrown away at the end; Ctrl+C ends it.
 * `npm run dev -- firefox` takes Firefox.
 */

const browser = process.argv.includes('firefox') ? 'firefox' : 'chrome';

try {
  checkNode();
  const kind = browser === 'chrome' ? 'chromium' : 'firefox';
  const isAllowed = await mayInstall([...describeDependencies(), ...describeBrowser(kind)]);
  if (isAllowed) ensureDependencies();
  else requireDependencies();
  const program = isAllowed ? ensureBrowser(kind) : requireBrowser(kind);
  const practice = await startPractice();
  const { createServer } = await import('wxt');
  const server = await createServer({
    browser,
    manifestVersion: 3,
    // A place of its own, so that browser tests never take a build that waits for this server.
    outDirTemplate: '{{browser}}-mv{{manifestVersion}}-serve',
    webExt: {
      binaries: { [browser]: program },
      startUrls: [practice.address],
      // Without a `chromiumProfile` or `firefoxProfile` each run makes a new one.
      chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  });
  await server.start();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await server.stop();
      await practice.stop();
      process.exit();
    });
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
