import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { patch } from './patches/patch.ts';
import { bareContentScript, kdbxwebWithoutCode, preactWithoutHtml } from './patches/patches.ts';
import { loadProviders, makeReaders, makeSketcher, tightly } from './scripts/readers.ts';
import { aboutModule } from './scripts/release/about.ts';

/** Fixes the extension's id in Chromium (`pjjepcdapjahjmncljjpjaoedapnljnk`), so that bridges and policies can name it. */
const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzZoUrk5Ivy31M4/T2scYExCZwpPhG0XXHdjYuDE/MKbL2Bgq+jxMYWndUkqgSkdXvuA35n9WKsE+3SIsxUMLs++86SKc8/NnCVLZbRADAVCqOUNUkyX2uPb/zVDo6iIOKtb8W2ywwVhiFUW1zHcawIH3rwEwaAztT0B+AtEPJC1J2O4JpzR0D/m/rczKPXNN4POhP5vLdho0TBrC76KPPSsk0zWWRxbBNAhqU1VJ5BPkkf4qSGcB+KSJNYGAK38fz4TsEONUHMmYIgrGX5lFXMC2hY+upjba8TjvKp1hiPW0G0+Jrg5XRJfa+/SRa2+oXJfnxZjkk6oAmGPWc+2WEwIDAQAB';
const GECKO_ID = '{a82eb9cd-2b89-4fe0-9eb6-8691d7fbc9df}';

const PAGES_CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** `npm run dev` alone: its server on this computer sends changed scripts and styles. No build has it. */
const PAGES_CSP_OF_DEV = PAGES_CSP.replace(
  "connect-src 'none'",
  'connect-src http://localhost:* ws://localhost:*',
).replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

/** Hands our modules on to the readers as plain objects: only our own scripts are in their world. */
const plainParts: Plugin = {
  name: 'plain-parts',
  outputOptions: (options) => ({ ...options, freeze: false, generatedCode: { symbols: false } }),
};

export default defineConfig({
  srcDir: '.',
  imports: false,
  targetBrowsers: ['chrome', 'firefox'],
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  zip: { artifactTemplate: 'spare-key-{{version}}-{{browser}}.zip', zipSources: false },
  vite: ({ browser, command }) => ({
    plugins: [
      patch(kdbxwebWithoutCode),
      aboutModule(),
      ...(browser === 'firefox' ? [patch(preactWithoutHtml)] : []),
    ],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: {
      // Modern targets only, so that nothing is compiled down for browsers that cannot run the vault.
      target: 'es2022',
      modulePreload: false,
      minify: command === 'serve' ? false : 'terser',
    },
  }),
  hooks: {
    'build:publicAssets': async ({ config }, files) => {
      files.push(...(await makeReaders(config.mode)), await makeSketcher(config.mode));
    },
    // Each provider's pages get its own reader and no other.
    'build:manifestGenerated': async ({ config }, manifest) => {
      const { builtInScripts } = await loadProviders(config.mode);
      manifest.content_scripts = builtInScripts().map(({ matches, js }) => ({
        matches,
        run_at: 'document_idle',
        js,
      }));
    },
    // A provider's page gets as little as can be. The browser's own API answers with promises in every version we
    // support, so the polyfill stays in our own pages and the background.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ type }) => type === 'content-script')) return;
      const alias = [{ find: 'wxt/browser', replacement: '@wxt-dev/browser' }];
      config.resolve = { ...config.resolve, alias };
      config.plugins = [...(config.plugins ?? []), bareContentScript, plainParts];
      config.build = { ...config.build, terserOptions: tightly };
    },
  },
  manifest: ({ browser, command }) => ({
    name: 'Spare Key',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    ...(browser === 'chrome'
      ? {
          key: CHROME_KEY,
          minimum_chrome_version: '133',
          // Without it Chromium hands no policy over; Firefox hands over what there is, and does not know the key.
          storage: { managed_schema: 'managed-schema.json' },
        }
      : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              // The first with `data_collection_permissions` on every system; long-term support is at 153.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
    incognito: 'not_allowed',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'notifications',
      'idle',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'chrome' ? ['offscreen'] : []),
    ],
    optional_permissions: ['clipboardRead', 'clipboardWrite', 'nativeMessaging'],
    optional_host_permissions: ['https://*/*'],
    content_security_policy: {
      extension_pages: command === 'serve' ? PAGES_CSP_OF_DEV : PAGES_CSP,
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      lock: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandLock__' },
    },
  }),
});
