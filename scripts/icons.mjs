// Draws the icon's sizes from scripts/icon.svg: node scripts/icons.mjs. Needed only after the drawing has changed.
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer';
import { findBrowser, findProgram } from './browser.mjs';

const sizes = [16, 32, 48, 96, 128];
const drawing = await readFile(new URL('./icon.svg', import.meta.url), 'utf8');
const folder = new URL('../public/icon/', import.meta.url);
await mkdir(folder, { recursive: true });

const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  await writeFile(new URL(`${size}.png`, folder), await page.screenshot({ omitBackground: true }));
}
await browser.close();

// Few colours make small files: Debian's pngquant, where it is installed.
const quant = findProgram('pngquant');
for (const size of quant === undefined ? [] : sizes) {
  const file = new URL(`${size}.png`, folder).pathname;
  spawnSync(quant, ['--force', '--strip', '--speed', '1', '--output', file, '64', file]);
}
