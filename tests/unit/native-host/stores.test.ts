import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostEntry } from '../../../lib/managers/native-host/protocol';
import { chooseSearch } from '../../../native-host/stores/bitwarden';
import { cleanName, isOurs, nameEntry, writeText } from '../../../native-host/stores/pass';
import { compareSecrets } from '../../../native-host/stores/store';

const entry: HostEntry = {
  id: 'a1b2c3d4-mi1',
  secret: 'abcd efgh ijkl mnop',
  label: 'Scanner',
  account: 'robin@mail.example',
  provider: 'Acme Mail',
  site: '',
  url: 'https://account.acme.example/',
  client: '',
  device: '',
  protocols: '',
  notes: '',
  tags: [],
  created: '2026-11-20',
};

describe('a path of pass', () => {
  it('has three parts, each a plain name, whatever the entry is called', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('.', '/', '-', ' ', '\\', 'a', '\0') }),
    );
    fc.assert(
      fc.property(text, text, (label, provider) => {
        const path = nameEntry({ ...entry, label, provider });
        const parts = path.split('/');
        expect(parts).toHaveLength(3);
        for (const part of parts) {
          expect(part).toMatch(/^[^\s.-][^\p{Cc}\\/:*?"<>|]*[^\s.]$|^[^\s./\\-]$/u);
          expect(Buffer.byteLength(part)).toBeLessThan(200);
        }
        expect(isOurs(path)).toBe(true);
        expect([...path].length).toBeLessThanOrEqual(200);
        expect(cleanName(cleanName(label))).toBe(cleanName(label));
      }),
      { numRuns: 1_000 },
    );
  });

  it('belongs to one entry', () => {
    expect(nameEntry(entry)).toMatch(/^App passwords\/Acme Mail\/Scanner-[0-9a-f]{8}$/);
    expect(nameEntry({ ...entry, id: 'a1b2c3d4-mi2' })).not.toBe(nameEntry(entry));
  });

  it.each([
    '../x',
    'mail/own',
    '/etc/passwd',
    'App passwords/../x-00000000',
    'App passwords/x',
    'App passwords/Acme/../x-00000000',
    'App passwords/Acme/x',
    'App passwords/Acme/-x-00000000',
    'App passwords/Acme/x-00000000/y',
    'App passwords//x-00000000',
    'App passwords/Acme/x\n-00000000',
  ])('is never %j', (path) => expect(isOurs(path)).toBe(false));
});

describe('what pass stores', () => {
  it('begins with the secret, and leaves out what is not known', () => {
    expect(writeText(entry).split('\n')).toEqual([
      'abcd efgh ijkl mnop',
      'username: robin@mail.example',
      'url: https://account.acme.example/',
      'label: Scanner',
      'provider: Acme Mail',
      'created: 2026-11-20',
      'spare-key-id: a1b2c3d4-mi1',
      '',
    ]);
  });
});

describe('bw is searched for', () => {
  it.each([
    ['Scanner 2', '', 'Scanner'],
    ['naïve', '', 'na'],
    ['日本', 'https://mail.example/x', 'mail.example'],
    ['日本', '', ''],
    ['> - x', '', ''],
  ])('%j at %j with %j', (label, url, expected) => expect(chooseSearch({ label, url })).toBe(expected));
});

describe('secrets', () => {
  it('are the same or not', () => {
    expect(compareSecrets('abc', 'abc')).toEqual({ finding: 'equal' });
    expect(compareSecrets('abc', 'abd')).toEqual({ finding: 'different' });
    expect(compareSecrets('abc', 'abc\n')).toEqual({ finding: 'different' });
  });
});

// A stand-in for `op`, by its documentation: no account can be had for a test.
describe.skipIf(process.platform === 'win32')('1Password, with a stand-in for op', () => {
  let home: string;
  const standIn = `#!${process.execPath}
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const file = process.env.HOME + '/items.json';
const items = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const [command, action, third] = process.argv.slice(2);
writeFileSync(process.env.HOME + '/parameters.txt', process.argv.slice(2).join(' ') + '\\n', { flag: 'a' });
const print = (value) => console.log(JSON.stringify(value));
if (command === '--version') console.log('2.30.0');
else if (existsSync(process.env.HOME + '/locked')) process.exit(1);
else if (command === 'whoami') print({ email: 'robin@mail.example' });
else if (action === 'list') print(items.map(({ id, title }) => ({ id, title })));
else if (action === 'get') {
  const item = items.find(({ id }) => id === third);
  if (item) print(item);
  else { console.error('[ERROR] "' + third + '" isn\\'t an item.'); process.exit(1); }
} else if (action === 'create') {
  const item = JSON.parse(readFileSync(0, 'utf8'));
  item.id = String.fromCharCode(97 + items.length).repeat(26);
  items.push(item);
  writeFileSync(file, JSON.stringify(items));
  print(item);
}
`;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'spare-key-op-'));
    writeFileSync(join(home, 'op'), standIn);
    chmodSync(join(home, 'op'), 0o755);
    vi.stubEnv('HOME', home);
    vi.stubEnv('PATH', home);
    vi.resetModules();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true, force: true });
  });
  const load = async () => (await import('../../../native-host/stores/one-password')).onePassword;

  it('gets a login once, with the secret on standard input only', async () => {
    const store = await load();
    expect(await store.look()).toEqual({ state: 'ready', version: '2.30.0', where: 'robin@mail.example' });
    const stored = await store.store({ ...entry, label: '--vault=Other', notes: 'one\ntwo' });
    expect(stored).toEqual({
      place: 'robin@mail.example/--vault=Other',
      pointer: 'a'.repeat(26),
      already: false,
    });
    expect(await store.store({ ...entry, label: '--vault=Other' })).toEqual({ ...stored, already: true });
    expect(await store.verify(stored.pointer, entry.secret)).toEqual({ finding: 'equal' });
    expect(await store.verify(stored.pointer, 'other')).toEqual({ finding: 'different' });
    expect(await store.verify('z'.repeat(26), entry.secret)).toEqual({ finding: 'gone' });
    await expect(store.verify('--help', entry.secret)).rejects.toMatchObject({ code: 'message-invalid' });
    const parameters = readFileSync(join(home, 'parameters.txt'), 'utf8');
    expect(parameters).toContain('item create');
    expect(parameters).not.toContain(entry.secret);
    expect(parameters).not.toContain('--vault');
    const [item] = JSON.parse(readFileSync(join(home, 'items.json'), 'utf8'));
    expect(item).toMatchObject({ title: '--vault=Other', category: 'LOGIN', urls: [{ href: entry.url }] });
  });

  it('is locked when no user is signed in', async () => {
    writeFileSync(join(home, 'locked'), '');
    const store = await load();
    expect(await store.look()).toEqual({ state: 'locked', version: '2.30.0' });
    await expect(store.store(entry)).rejects.toMatchObject({ code: 'bridge-locked' });
  });
});
