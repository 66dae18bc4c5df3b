import { describe, expect, it } from 'vitest';
import { listImports, readTree, type Tree } from './source-tree';

/**
 * The architecture: each room (path prefix; the longest that fits counts) with what it may import. Paths end with
 * `/` for all inside; `type` stands before what may be imported as types only; the rest are packages.
 */
const rooms: Record<string, readonly string[]> = {
  'lib/errors.ts': [],
  'lib/model.ts': ['zod/mini'],
  'lib/browser.ts': ['wxt/browser'],
  'lib/providers/': ['lib/errors.ts', 'lib/providers/provider.ts', 'lib/providers/dom.ts'],
  // Parts that several providers share.
  'lib/providers/closed-pages.ts': ['lib/providers/provider.ts', 'lib/providers/dom.ts'],
  'lib/providers/fastmail.ts': [
    'lib/providers/provider.ts',
    'lib/providers/dom.ts',
    'lib/providers/closed-pages.ts',
  ],
  'lib/providers/zoho.ts': [
    'lib/providers/provider.ts',
    'lib/providers/dom.ts',
    'lib/providers/closed-pages.ts',
  ],
  'lib/providers/yandex.ts': [
    'lib/providers/provider.ts',
    'lib/providers/dom.ts',
    'lib/providers/closed-pages.ts',
  ],
  'lib/providers/mailru.ts': [
    'lib/providers/provider.ts',
    'lib/providers/dom.ts',
    'lib/providers/closed-pages.ts',
  ],
  'lib/providers/gmx.ts': [
    'lib/providers/provider.ts',
    'lib/providers/dom.ts',
    'lib/providers/closed-pages.ts',
  ],
  'lib/providers/microsoft-work.ts': [
    'lib/providers/provider.ts',
    'lib/providers/dom.ts',
    'lib/providers/method-list.ts',
  ],
  'lib/providers/practice.ts': [
    'lib/providers/provider.ts',
    'lib/providers/dom.ts',
    'lib/providers/method-list.ts',
  ],
  'lib/providers/yahoo.ts': ['lib/providers/provider.ts', 'lib/providers/yahoo-pages.ts'],
  'lib/providers/aol.ts': ['lib/providers/provider.ts', 'lib/providers/yahoo-pages.ts'],
  'lib/providers/all.ts': ['lib/providers/'],
  'lib/providers/index.ts': ['lib/errors.ts', 'lib/providers/'],
  'lib/providers/page.ts': ['type lib/providers/provider.ts'],
  'lib/capture/': ['lib/errors.ts', 'lib/capture/', 'type lib/providers/provider.ts'],
  'lib/vault/': [
    'lib/errors.ts',
    'lib/model.ts',
    'lib/vault/',
    '@noble/hashes',
    'hash-wasm',
    'idb',
    'zod/mini',
  ],
  'lib/bridges/': ['lib/errors.ts', 'lib/model.ts', 'lib/bridges/bridge.ts', '@noble/hashes', 'zod/mini'],
  'lib/bridges/index.ts': ['lib/bridges/'],
  'lib/files/': [
    'lib/errors.ts',
    'lib/model.ts',
    'lib/files/',
    'lib/bridges/bridge.ts',
    'lib/vault/crypto.ts',
    'lib/vault/envelope.ts',
    'kdbxweb',
    'hash-wasm',
    'papaparse',
    'zod/mini',
  ],
  // What the native messaging host and its bridges have in common.
  'lib/bridges/host-protocol.ts': ['zod/mini'],
  'lib/bridges/host.ts': ['lib/errors.ts', 'lib/bridges/host-protocol.ts', 'type lib/bridges/bridge.ts'],
  'lib/bridges/secret-service.ts': ['lib/bridges/host.ts', 'type lib/bridges/bridge.ts'],
  'lib/bridges/pass.ts': ['lib/bridges/host.ts', 'type lib/bridges/bridge.ts'],
  'lib/bridges/bitwarden.ts': ['lib/bridges/host.ts', 'type lib/bridges/bridge.ts'],
  'lib/bridges/one-password.ts': ['lib/bridges/host.ts', 'type lib/bridges/bridge.ts'],
  // NaCl's box, which no browser has.
  'lib/bridges/nacl-box.ts': ['lib/errors.ts', '@noble/ciphers', '@noble/curves'],
  // One bridge in several files.
  'lib/bridges/keepassxc.ts': [
    'lib/errors.ts',
    'lib/bridges/bridge.ts',
    'lib/bridges/keepassxc-pairing.ts',
    'lib/bridges/keepassxc-parcel.ts',
    'lib/bridges/keepassxc-protocol.ts',
    'lib/bridges/nacl-box.ts',
    'zod/mini',
  ],
  'lib/bridges/keepassxc-pairing.ts': [
    'lib/errors.ts',
    'lib/bridges/bridge.ts',
    'lib/bridges/keepassxc-protocol.ts',
    'zod/mini',
  ],
  'lib/bridges/keepassxc-protocol.ts': [
    'lib/errors.ts',
    'lib/bridges/bridge.ts',
    'lib/bridges/nacl-box.ts',
    'zod/mini',
  ],
  'lib/review/': ['lib/errors.ts', 'lib/model.ts', 'lib/review/', 'type lib/providers/provider.ts'],
  'lib/messaging/': ['lib/browser.ts', 'lib/errors.ts', 'lib/model.ts', 'lib/messaging/', 'zod/mini'],
  'lib/messaging/send.ts': ['lib/browser.ts', 'lib/errors.ts', 'type lib/messaging/protocol.ts'],
  'lib/background/': ['lib/', '#i18n'],
  'components/': ['components/', 'lib/errors.ts', 'type lib/model.ts', 'preact', '@preact/signals', '#i18n'],
  'entrypoints/': [
    'entrypoints/own-pages/',
    'components/',
    'lib/errors.ts',
    'lib/model.ts',
    'lib/browser.ts',
    'lib/messaging/send.ts',
    'type lib/messaging/protocol.ts',
    'preact',
    '@preact/signals',
    '@zxcvbn-ts',
    '#i18n',
  ],
  // The one page where files are made and read: a worker cannot load a format when it is asked for.
  'entrypoints/vault/': [
    'entrypoints/own-pages/',
    'components/',
    'lib/errors.ts',
    'lib/model.ts',
    'lib/browser.ts',
    'lib/files/',
    'type lib/bridges/bridge.ts',
    'lib/messaging/send.ts',
    'type lib/messaging/protocol.ts',
    'preact',
    '@preact/signals',
    '#i18n',
  ],
  'entrypoints/capture.content/': [
    'lib/errors.ts',
    'lib/browser.ts',
    'lib/capture/',
    'lib/providers/page.ts',
    'lib/providers/dom.ts',
    'type lib/providers/provider.ts',
    'lib/messaging/send.ts',
    'wxt/utils/define-content-script',
    '#i18n',
  ],
  'entrypoints/background.ts': ['lib/', 'wxt/utils/define-background', '#i18n'],
  'entrypoints/offscreen/': ['lib/browser.ts', 'lib/background/'],
  'practice/': ['practice/', 'node:'],
  'bridge-host/': ['bridge-host/', 'lib/errors.ts', 'lib/bridges/host-protocol.ts', 'node:'],
  'bridge-host/stores/': [
    'bridge-host/stores/store.ts',
    'bridge-host/run.ts',
    'bridge-host/listener.ts',
    'lib/errors.ts',
    'type lib/bridges/host-protocol.ts',
    'node:',
  ],
  'bridge-host/stores/bitwarden.ts': [
    'bridge-host/stores/store.ts',
    'bridge-host/stores/bitwarden-ways.ts',
    'bridge-host/run.ts',
    'lib/errors.ts',
    'type lib/bridges/host-protocol.ts',
  ],
  'bridge-host/stores/all.ts': ['bridge-host/stores/', 'type lib/bridges/host-protocol.ts'],
  'bridge-host/build.mjs': ['vite', 'node:'],
};

/** All that may run as a guest in a page, however it gets there: no zod, no crypto, no store, no view library. */
const guests = [
  'entrypoints/capture.content/',
  'lib/capture/',
  'lib/providers/',
  'lib/messaging/send.ts',
  'lib/browser.ts',
  'lib/errors.ts',
  'wxt/browser',
  'wxt/utils/define-content-script',
  '#i18n',
];

function fits(to: string, allowed: string): boolean {
  return /[/:]$/.test(allowed) ? to.startsWith(allowed) : to === allowed || to.startsWith(`${allowed}/`);
}

function findForbidden(tree: Tree): string[] {
  return [...tree.keys()].flatMap((path) => {
    const fitting = Object.keys(rooms).filter((prefix) => fits(path, prefix));
    const room = fitting.sort((a, b) => b.length - a.length)[0];
    if (room === undefined) return [`${path} is in no room`];
    // A program may import its own folder, but not another program.
    const own = path.startsWith('entrypoints/') ? [`${path.split('/', 2).join('/')}/`] : [];
    const allowed = [...(rooms[room] ?? []), ...own];
    return listImports(tree, path)
      .filter(({ to, types }) => !allowed.some((one) => fits(to, one) || (types && fits(`type ${to}`, one))))
      .map(({ to, types }) => `${path} imports ${to}${types ? ' (types)' : ''}`);
  });
}

/** Walks run-time imports from the content script and names what has no business in a page, with the way there. */
function findIntruders(tree: Tree): string[] {
  const ways = [...tree.keys()]
    .filter((path) => path.startsWith('entrypoints/capture.content/'))
    .map((path) => [path]);
  const seen = new Set<string>();
  const intruders: string[] = [];
  for (const way of ways) {
    const last = way.at(-1) ?? '';
    if (seen.has(last)) continue;
    seen.add(last);
    if (!guests.some((guest) => fits(last, guest))) intruders.push(way.join(' > '));
    for (const { to, types } of listImports(tree, last)) if (!types) ways.push([...way, to]);
  }
  return intruders;
}

describe('the house as it stands', () => {
  const tree = readTree('lib', 'components', 'entrypoints', 'practice', 'bridge-host');

  it('imports only what each room may', () => expect(findForbidden(tree)).toEqual([]));

  it('lets nothing heavy or secret into a page', () => expect(findIntruders(tree)).toEqual([]));

  it('was really read', () => {
    expect(tree.size).toBeGreaterThan(30);
    expect([...tree.keys()].flatMap((path) => listImports(tree, path)).length).toBeGreaterThan(100);
  });
});

describe('the rules notice', () => {
  const house = {
    'lib/errors.ts': '',
    'lib/model.ts': "import * as z from 'zod/mini';\n",
    'lib/vault/vault.ts': '',
  };
  const build = (files: Record<string, string>): Tree => new Map(Object.entries({ ...house, ...files }));

  it.each([
    ['lib/vault/a.ts', "import { browser } from '../browser';", 'lib/vault/a.ts imports missing lib/browser'],
    [
      'lib/review/a.ts',
      "import {\n  x,\n} from '../vault/vault';",
      'lib/review/a.ts imports lib/vault/vault.ts',
    ],
    [
      'lib/review/a.ts',
      "export { x } from '../vault/vault.ts';",
      'lib/review/a.ts imports lib/vault/vault.ts',
    ],
    ['lib/capture/a.ts', "const x = await import('../model');", 'lib/capture/a.ts imports lib/model.ts'],
    ['components/a.tsx', "import { SHORT } from '@/lib/model';", 'components/a.tsx imports lib/model.ts'],
    [
      'components/a.tsx',
      "import type { X } from '../lib/vault/vault';",
      'components/a.tsx imports lib/vault/vault.ts (types)',
    ],
    [
      'entrypoints/popup/main.tsx',
      "import '../../lib/vault/vault';",
      'entrypoints/popup/main.tsx imports lib/vault/vault.ts',
    ],
    [
      'entrypoints/popup/main.tsx',
      "import '../welcome/main';",
      'entrypoints/popup/main.tsx imports missing entrypoints/welcome/main',
    ],
    ['lib/providers/a.ts', "import * as z from 'zod/mini';", 'lib/providers/a.ts imports zod/mini'],
    ['lib/attic/a.ts', '', 'lib/attic/a.ts is in no room'],
  ])('%s: %s', (path, text, expected) => {
    expect(findForbidden(build({ [path]: text }))).toEqual([expected]);
  });

  it('types where only types are allowed', () => {
    expect(findForbidden(build({ 'components/a.tsx': "import type { X } from '../lib/model';" }))).toEqual(
      [],
    );
  });

  it.each([
    ["import '../model';", 'entrypoints/capture.content/index.ts > lib/capture/a.ts > lib/model.ts'],
    [
      "import { type X } from '../model';",
      'entrypoints/capture.content/index.ts > lib/capture/a.ts > lib/model.ts',
    ],
    ["export * from 'preact';", 'entrypoints/capture.content/index.ts > lib/capture/a.ts > preact'],
    ["void import('idb');", 'entrypoints/capture.content/index.ts > lib/capture/a.ts > idb'],
  ])('a stranger in a page by way of another file: %s', (text, expected) => {
    const entrance = { 'entrypoints/capture.content/index.ts': "import { a } from '../../lib/capture/a';" };
    expect(findIntruders(build({ ...entrance, 'lib/capture/a.ts': text }))[0]).toBe(expected);
    expect(
      findIntruders(build({ ...entrance, 'lib/capture/a.ts': "import type { X } from '../model';" })),
    ).toEqual([]);
  });
});
