import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countGzip, listLoaded, measure } from '../../../scripts/sizes.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spare-key-sizes-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A comment that takes so many bytes when it is compressed, and a few more. */
const ballast = (bytes: number): string => `/*${randomBytes(bytes).toString('base64url')}*/`;
const page = (script: string): string => `<script type="module" crossorigin src="${script}"></script>`;

/** A small extension, in which everything is within its limits. */
function writeExtension(folder = ''): void {
  const manifest = {
    content_scripts: [
      { matches: ['https://a.example/x*'], js: ['content-scripts/capture.js', 'readers/a.js'] },
    ],
  };
  write(`${folder}manifest.json`, JSON.stringify(manifest));
  write(`${folder}content-scripts/capture.js`, 'capture();');
  write(`${folder}readers/a.js`, 'a();');
  write(`${folder}readers/b.js`, 'b();b2();b3();');
  for (const name of ['popup', 'app', 'welcome']) {
    write(`${folder}${name}.html`, page(`/chunks/${name}.js`));
    write(`${folder}chunks/${name}.js`, `${name}();`);
  }
  write(`${folder}background.js`, 'background();');
}

/** Rows that are over their limit. */
const listOver = () =>
  measure(root).flatMap(({ what, bytes, most = Number.POSITIVE_INFINITY }) => (bytes > most ? [what] : []));

describe('what a page loads', () => {
  it('is what it names, what that imports at once, and so on, each once', () => {
    write(
      'popup.html',
      `${page('/chunks/popup.js')}<link rel=modulepreload href="/chunks/ahead.js"><link rel="stylesheet" href="/a.css">`,
    );
    write('chunks/popup.js', 'import"./a.js";import{b as c}from"./b.js";import("./later.js");c()');
    write('chunks/a.js', 'export*from"./c.js";const said=`import"./no.js"`;');
    write('chunks/b.js', "export{x}from'../d.js';export const b=1;");
    write('chunks/c.js', 'import"./a.js";export default 1');
    write('d.js', 'export const x=import("./chunks/later.js")');
    write('chunks/ahead.js', 'import"./e.js"');
    write('chunks/e.js', '');
    write('chunks/later.js', 'import"./heavy.js"');
    expect(listLoaded(root, 'popup.html').toSorted()).toEqual(
      ['a', 'ahead', 'b', 'c', 'e', 'popup'].map((name) => `chunks/${name}.js`).concat('d.js'),
    );
  });

  it('is never counted as nothing where a file is missing', () => {
    write('popup.html', page('/chunks/popup.js'));
    expect(() => listLoaded(root, 'popup.html')).toThrow('popup.js');
    write('chunks/popup.js', 'import"./gone.js"');
    expect(() => listLoaded(root, 'popup.html')).toThrow('gone.js');
  });

  it('is counted as gzip makes it', () => {
    write('a.js', 'x'.repeat(5_000));
    write('b.js', 'y'.repeat(5_000));
    const bytes = gzipSync(`${'x'.repeat(5_000)}${'y'.repeat(5_000)}`, { level: 9 }).length;
    expect(countGzip(root, ['a.js', 'b.js'])).toBe(bytes);
    expect(countGzip(root, [])).toBe(0);
  });
});

describe('the limits', () => {
  beforeEach(() => writeExtension());

  it('hold for a small extension, whose largest reader counts', () => {
    expect(listOver()).toEqual([]);
    const [provider, elsewhere] = measure(root);
    expect(provider).toEqual({
      what: 'content script with the largest reader (readers/b.js)',
      bytes: countGzip(root, ['content-scripts/capture.js', 'readers/b.js']),
      most: 16_384,
    });
    expect(elsewhere).toMatchObject({ bytes: 0, most: 0 });
  });

  it.each([
    ['a reader', 'readers/a.js', 17_000, 'content script with the largest reader (readers/a.js)'],
    ['the popup', 'chunks/popup.js', 63_000, 'popup, until it is painted'],
    ['the app', 'chunks/app.js', 94_000, 'app, until a page is asked for'],
    ['the zip', 'assets/words.js', 3_300_000, 'zip'],
  ])('notice that %s is too large', (_, path, bytes, what) => {
    // What is asked for later weighs in the zip alone.
    write('chunks/later.js', ballast(1_000_000));
    write('chunks/app.js', 'import("./later.js")');
    expect(listOver()).toEqual([]);
    write(path, ballast(bytes));
    expect(listOver()).toEqual([what]);
  });

  it.each(['<all_urls>', '*://*/*', 'https://*/*', 'https://*.a.example/*', 'http://a.example/*'])(
    'notice a script that runs at %s',
    (pattern) => {
      const content_scripts = [{ matches: ['https://a.example/*', pattern], js: ['readers/a.js'] }];
      write('manifest.json', JSON.stringify({ content_scripts }));
      expect(listOver()).toEqual(['content script elsewhere']);
    },
  );
});

describe('the command', () => {
  const run = () => spawnSync(process.execPath, ['scripts/sizes.mjs', root], { encoding: 'utf8' });

  it('prints a table of both builds, and fails when one of them is over', () => {
    writeExtension('chrome-mv3/');
    writeExtension('firefox-mv3/');
    const passed = run();
    expect(passed.stderr).toBe('');
    expect(passed.status).toBe(0);
    expect(passed.stdout.match(/^popup, until it is painted +\d+ of +61,440$/gm)).toHaveLength(2);
    write('firefox-mv3/chunks/popup.js', ballast(63_000));
    const failed = run();
    expect(failed.status).toBe(1);
    expect(failed.stdout.match(/TOO LARGE/g)).toHaveLength(1);
  });
});
