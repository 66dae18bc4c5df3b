import { resolve } from 'node:path';
import { startPractice } from '../practice-site/server.mjs';
import { chromiumOptions, describeBrowser, ensureBrowser, hasDisplay, requireBrowser } from './browser.mjs';
import { mayInstall } from './consent.mjs';
import {
  buildExtension,
  checkNode,
  describeDependencies,
  ensureDependencies,
  requireDependencies,
} from './setup.mjs';

/** Opens a browser window with the extension on the practice page, until it is closed. */
async function openWindow(executablePath) {
  const { default: puppeteer } = await import('puppeteer');
  const practice = await startPractice();
  const browser = await puppeteer.launch({
    // A profile of its own that stays, so that the vault is there next time; delete the folder to start afresh.
    ...chromiumOptions({ executablePath, profile: resolve('.output/profile'), headless: false }),
    ignoreDefaultArgs: ['--enable-automation'],
  });
  await browser.installExtension(resolve('.output/chrome-mv3-dev'));
  const [tab = await browser.newPage()] = await browser.pages();
  await tab.goto(practice.address);
  await tab.bringToFront();
  console.log(`The practice page is open: ${practice.address}`);
  console.log('Choose "Add sign-in method", then "App password". Close the window to end.');
  await new Promise((ended) => browser.once('disconnected', ended));
  await practice.stop();
}

try {
  checkNode();
  const isAllowed = await mayInstall([...describeDependencies(), ...describeBrowser('chromium')]);
  if (isAllowed) ensureDependencies();
  else requireDependencies();
  const executablePath = isAllowed ? ensureBrowser('chromium') : requireBrowser('chromium');
  console.log('Building the extension …');
  buildExtension('--mode', 'development');
  if (hasDisplay()) {
    await openWindow(executablePath);
  } else {
    console.log('There is no display here, so the tour runs by itself.');
    const { runTour } = await import('./tour.mjs');
    if (!(await runTour(executablePath))) process.exitCode = 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
