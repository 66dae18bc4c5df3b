import { readdirSync } from 'node:fs';

const script = '.output/chrome-mv3/content-scripts/capture.js';
const folder = '.output/chrome-mv3/readers';

export default [
  // What one page loads: the common part, and the reader of its provider.
  ...readdirSync(folder).map((file) => ({
    name: `content script with reader ${file}, gzip`,
    path: [script, `${folder}/${file}`],
    limit: '8 kB',
    gzip: true,
  })),
  { name: 'whole extension, zipped', path: '.output/spare-key-*-chrome.zip', limit: '200 kB', brotli: false },
];
