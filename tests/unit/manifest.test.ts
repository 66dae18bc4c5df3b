import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOver, listLoaded, measure } from '../../scripts/sizes.mjs';

const permissions = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'notifications',
  'idle',
  'scripting',
  'activeTab',
  'contextMenus',
];

/** All pages that we look at without being asked. A line more here is a warning more for everybody who installs. */
const matches = {
  'microsoft-work': [
    'https://account.activedirectory.windowsazure.com/AppPasswords.aspx*',
    'https://account.activedirectory.windowsazure.com/Proofup.aspx*',
    'https://account.activedirectory.windowsazure.com/apppasswords.aspx*',
    'https://account.activedirectory.windowsazure.com/proofup.aspx*',
    'https://account.activedirectory.windowsazure.us/AppPasswords.aspx*',
    'https://account.activedirectory.windowsazure.us/Proofup.aspx*',
    'https://account.activedirectory.windowsazure.us/apppasswords.aspx*',
    'https://account.activedirectory.windowsazure.us/proofup.aspx*',
    'https://mysignins.azure.us/*',
    'https://mysignins.eaglex.ic.gov/*',
    'https://mysignins.microsoft.com/*',
    'https://mysignins.microsoft.scloud/*',
    'https://mysignins.windowsazure.cn/*',
  ],
  'microsoft-personal': ['https://account.live.com/Proofs/*', 'https://account.live.com/proofs/*'],
};

/** The whole manifest but its version: a field that is not here is a field that we have not thought about. */
const frozen = {
  manifest_version: 3,
  name: 'Spare Key',
  description: '__MSG_extensionDescription__',
  default_locale: 'en',
  incognito: 'not_allowed',
  icons: Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `icon/${size}.png`])),
  optional_permissions: ['clipboardRead', 'clipboardWrite', 'nativeMessaging'],
  optional_host_permissions: ['https://*/*'],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
    lock: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandLock__' },
  },
  action: { default_title: 'Spare Key', default_popup: 'popup.html' },
  content_scripts: Object.entries(matches).map(([id, pages]) => ({
    matches: pages,
    run_at: 'document_idle',
    js: ['content-scripts/capture.js', `readers/${id}.js`],
  })),
};

const builds = {
  'chrome-mv3': {
    ...frozen,
    key: expect.any(String),
    minimum_chrome_version: '133',
    storage: { managed_schema: 'managed-schema.json' },
    permissions: [...permissions, 'offscreen'],
    background: { type: 'module', service_worker: 'background.js' },
  },
  'firefox-mv3': {
    ...frozen,
    browser_specific_settings: {
      gecko: {
        id: '{a82eb9cd-2b89-4fe0-9eb6-8691d7fbc9df}',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
    permissions,
    background: { type: 'module', scripts: ['background.js'] },
  },
};

/** Chromium's id of an extension: the first 128 bits of the hash of its public key, in letters a to p. */
function idOf(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

describe.each(Object.entries(builds))('%s', (name, expected) => {
  const folder = join('.output', name);
  const isBuilt = existsSync(join(folder, 'manifest.json'));
  if (!isBuilt) {
    it.skip('is not built, so its manifest and files are not checked');
    return;
  }
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.\w+$/.test(file),
  );
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  it('has this manifest and nothing more', () => {
    const { version, ...rest } = manifest;
    for (const script of rest.content_scripts) script.matches.sort();
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(rest).toEqual(expected);
  });

  it('opens nothing to pages or other extensions', () => {
    for (const field of [
      'web_accessible_resources',
      'externally_connectable',
      'host_permissions',
      'sandbox',
    ]) {
      expect(manifest).not.toHaveProperty(field);
    }
  });

  it('keeps its id', () => {
    if (name.startsWith('chrome')) expect(idOf(manifest.key)).toBe('pjjepcdapjahjmncljjpjaoedapnljnk');
  });

  it('has every file that it names', () => {
    const named = JSON.stringify(manifest).match(/[\w/-]+\.(?:js|html|png)(?=")/g) ?? [];
    for (const file of named) expect(files).toContain(file);
  });

  it('loads no more in any place than is allowed, also when the user asks to look at a page', () => {
    expect(files.filter((file) => file.startsWith('readers/')).length).toBeGreaterThan(15);
    expect(measure(folder).filter(isOver)).toEqual([]);
  });

  it('loads files, word lists, sketches and the report only when they are asked for', () => {
    const starts = [...files.filter((file) => file.endsWith('.html')), 'background.js'];
    const eager = new Set(starts.flatMap((start) => listLoaded(folder, start)));
    const asked = files.filter((file) => file.startsWith('chunks/') && !eager.has(file));
    // The writers of files are among these, and nothing that a page begins with.
    expect(asked.filter((file) => /\/(?:kdbx|csv|backup)-/.test(file))).toHaveLength(3);
    expect(asked.filter((file) => /\/(?:popup|app|welcome|offscreen)-/.test(file))).toEqual([]);
    // So are the word lists by which a passphrase is judged, as they are published.
    expect(asked.some((file) => read(file).length > 1_000_000)).toBe(true);
  });

  it('holds nothing of the practice site, no source maps and no switches for tests', () => {
    const code = files.filter((file) => /\.(?:js|html|css|json)$/.test(file));
    expect(code.length).toBeGreaterThan(5);
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    for (const file of code) {
      expect(read(file), file).not.toMatch(/spare-key\.localhost|data-practice|id:\s*["'`]practice/);
      expect(read(file), file).not.toMatch(
        /sourceMappingURL|import\.meta\.env|SPARE_KEY_|__TEST|127\.0\.0\.1/,
      );
    }
  });

  it('holds no code made from text and none that talks to a server', () => {
    for (const file of files.filter((one) => one.endsWith('.js'))) {
      expect(read(file), file).not.toMatch(/\beval\(|\bnew Function\b|\bimportScripts\(/);
      expect(read(file), file).not.toMatch(
        /\bXMLHttpRequest\b|\bnew WebSocket\b|\bsendBeacon\b|\bEventSource\b/,
      );
    }
  });

  it('has pages without a script or a style inside, and with everything from the package', () => {
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages.toSorted()).toEqual(['app.html', 'offscreen.html', 'popup.html', 'welcome.html']);
    for (const page of pages) {
      expect(read(page), page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\/)/i);
      expect(read(page), page).not.toMatch(/(?:src|href)="(?!\/[^/])/);
    }
  });
});
