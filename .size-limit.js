export default [
  // The common part of what a page loads; with each reader it is checked beside the manifest.
  {
    name: "content script on a provider's page, without its reader, gzip",
    path: '.output/chrome-mv3/content-scripts/capture.js',
    limit: '15.6 kB',
    gzip: true,
  },
  // What everybody loads of it is checked beside the manifest; the rest comes only when it is asked for.
  { name: 'whole extension, zipped', path: '.output/spare-key-*-chrome.zip', limit: '3 MB', brotli: false },
];
