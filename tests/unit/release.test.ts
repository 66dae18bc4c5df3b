import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeBill } from '../../scripts/release/bill';
import { collectLicences } from '../../scripts/release/licences';
import {
  describeParts,
  findFolder,
  listInside,
  type Part,
  refuseOtherParts,
} from '../../scripts/release/shipped';
import { readSource, refuseUnclean } from '../../scripts/release/source';
import { type Found, listDifferences, writeDown } from '../../scripts/release/written-down';
import { makeZip } from '../../scripts/release/zip';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spare-key-release-'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, value: unknown): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof value === 'string' ? value : JSON.stringify(value));
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a zip', () => {
  const files: [string, Uint8Array][] = [
    ['b/naïve.txt', bytes('x'.repeat(5_000))],
    ['a.txt', bytes('first')],
    ['B.txt', new Uint8Array(0)],
  ];

  it('is the same in every order, time zone and year', () => {
    const zips = [
      ['UTC', 2026, files],
      ['Pacific/Kiritimati', 2031, [...files].reverse()],
      ['America/St_Johns', 1999, files],
    ].map(([zone, year, list]) => {
      vi.stubEnv('TZ', String(zone));
      vi.useFakeTimers({ now: new Date(Number(year), 6, 1, 3, 4, 5) });
      return Buffer.from(makeZip(new Map(list as typeof files))).toString('hex');
    });
    expect(new Set(zips).size).toBe(1);
  });

  it('holds what was put in, sorted', () => {
    const read = unzipSync(makeZip(new Map(files)));
    expect(Object.keys(read)).toEqual(['B.txt', 'a.txt', 'b/naïve.txt']);
    for (const [path, content] of files) expect(read[path]).toEqual(content);
  });

  it.each(['', '/etc/x', '../x', 'a/../../x', 'a\\x', './x'])('takes no path that leads out: %j', (path) => {
    expect(() => makeZip(new Map([[path, bytes('x')]]))).toThrow('no path inside');
  });
});

describe('the source', () => {
  it('of an unpacked archive is all but what git ignores', () => {
    write('.gitignore', 'node_modules/\n.output/\n*.log\n');
    write('lib/a.ts', 'a');
    write('lib/node_modules/x/index.js', 'x');
    write('.output/y', 'y');
    write('z.log', 'z');
    expect([...readSource(root).keys()].sort()).toEqual(['.gitignore', 'lib/a.ts']);
    write('.gitignore', 'lib/*.ts\n');
    expect(() => readSource(root)).toThrow('not understood');
  });

  it('is refused with a file that sets variables for the build', () => {
    expect(() => refuseUnclean(root)).not.toThrow();
    write('.env.local', 'VITE_X=1');
    expect(() => refuseUnclean(root)).toThrow('.env.local');
  });

  it('of this project is understood: every rule of its .gitignore', () => {
    write('.gitignore', readFileSync('.gitignore', 'utf8'));
    expect([...readSource(root).keys()]).toEqual(['.gitignore']);
  });
});

describe('installed packages', () => {
  const one = { version: '1.0.0', integrity: 'sha512-AAAA' };
  const lock = (packages: Record<string, unknown>) => ({ packages: { '': {}, ...packages } });
  it.each<[string, Record<string, unknown>, Record<string, unknown>, string | undefined]>([
    ['as locked', { 'node_modules/a': one }, { 'node_modules/a': one }, undefined],
    ['for another system left out', { 'node_modules/a': { ...one, optional: true } }, {}, undefined],
    ['missing', { 'node_modules/a': one }, {}, 'node_modules/a'],
    [
      'of another version',
      { 'node_modules/a': one },
      { 'node_modules/a': { ...one, version: '1.0.1' } },
      'node_modules/a',
    ],
    [
      'of the same version with another checksum',
      { 'node_modules/a': one },
      { 'node_modules/a': { ...one, integrity: 'sha512-BBBB' } },
      'node_modules/a',
    ],
    ['that is not in the lock file', {}, { 'node_modules/b': one }, 'node_modules/b'],
  ])('%s', (_, wanted, present, first) => {
    write('package-lock.json', lock(wanted));
    write('node_modules/.package-lock.json', { packages: present });
    const refusal = expect(() => refuseOtherParts(root));
    if (first === undefined) refusal.not.toThrow();
    else refusal.toThrow(`First: ${first}`);
  });

  it.each([
    ['/x/node_modules/zod/mini/index.js', '/x/node_modules/zod'],
    ['\0/x/node_modules/@noble/hashes/sha2.js?commonjs', '/x/node_modules/@noble/hashes'],
    ['C:\\x\\node_modules\\a\\node_modules\\b\\c.js', 'C:/x/node_modules/a/node_modules/b'],
    ['/x/lib/vault/vault.ts', undefined],
    ['virtual:entry', undefined],
  ])('are found by their modules: %j', (id, folder) => expect(findFolder(id)).toBe(folder));

  it('that are inside the file of another count as well', () => {
    expect(listInside('/x/node_modules/zod')).toEqual(['/x/node_modules/zod']);
    const folder = resolve('node_modules/kdbxweb');
    expect(listInside(folder)).toEqual([folder, `${folder}/node_modules/fflate`]);
    expect(readFileSync(`${folder}/dist/kdbxweb.js`, 'utf8')).toContain('node_modules/fflate/lib');
    expect(() => listInside('/x/node_modules/kdbxweb')).toThrow('what is in its file is not at');
  });

  it('that are shipped need a checksum and a licence', () => {
    const folder = join(root, 'node_modules/a');
    write('node_modules/a/package.json', { name: 'a', version: '1.0.0', license: 'MIT' });
    write('package-lock.json', lock({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-AAEC' } }));
    const part = { name: 'a', version: '1.0.0', licence: 'MIT', hash: '000102', needs: [] };
    expect(describeParts(root, new Set([folder]))).toEqual([part]);
    write('node_modules/a/package.json', { name: 'a', version: '1.0.0' });
    expect(() => describeParts(root, new Set([folder]))).toThrow('does not say its licence');
    write('node_modules/a/package.json', { name: 'a', version: '1.0.0', license: 'MIT' });
    write('package-lock.json', lock({}));
    expect(() => describeParts(root, new Set([folder]))).toThrow('no checksum');
  });
});

describe('the licences that go with every copy', () => {
  const folders = (...names: string[]) => new Set(names.map((name) => join(root, 'node_modules', name)));
  const describePackage = (name: string, repository: unknown = undefined) =>
    write(`node_modules/${name}/package.json`, { name, version: '1.0.0', license: 'MIT', repository });

  it('are all there, whichever was bundled first', () => {
    describePackage('b');
    write('node_modules/b/LICENSE.md', 'Copyright B\r\n');
    describePackage('a');
    write('node_modules/a/LICENCE', 'Copyright A');
    write('node_modules/a/THIRD_PARTY_LICENSES.md', 'Copyright of a list in A');
    const text = collectLicences(folders('b', 'a'));
    expect(text).toBe(collectLicences(folders('a', 'b')));
    expect(text).not.toContain('\r');
    const places = [
      'a 1.0.0 (MIT)',
      'Copyright A',
      'Copyright of a list in A',
      'b 1.0.0 (MIT)',
      'Copyright B',
    ];
    expect(places.map((place) => text.indexOf(place))).toEqual(
      places.map((place) => text.indexOf(place)).sort((x, y) => x - y),
    );
    expect(places.every((place) => text.includes(place))).toBe(true);
  });

  it('are those of the repository for a package without a file, and are missed where there is none', () => {
    describePackage('whole', { url: 'https://code.example/x.git' });
    write('node_modules/whole/LICENSE', 'Copyright X');
    describePackage('part', { url: 'https://code.example/x.git', directory: 'packages/part' });
    describePackage('other', { url: 'https://code.example/y.git' });
    expect(collectLicences(folders('whole', 'part')).split('Copyright X')).toHaveLength(3);
    expect(() => collectLicences(folders('whole', 'other'))).toThrow('other is shipped');
    describePackage('nowhere');
    expect(() => collectLicences(folders('nowhere'))).toThrow('nowhere is shipped');
  });
});

const part = (name: string, changes: Partial<Part> = {}): Part => ({
  name,
  version: '1.2.3',
  licence: 'MIT',
  hash: 'ab'.repeat(64),
  needs: [],
  ...changes,
});

describe('what is written down', () => {
  const found: Found = {
    lockFile: '{}\n',
    extension: [part('preact')],
    host: [part('zod')],
    manifests: {
      chrome: { version: '1', permissions: ['storage'], host_permissions: [] },
      firefox: { version: '1', permissions: ['storage'] },
    },
  };
  const written = writeDown(found);

  it('says nothing of the version, nor of line ends', () => {
    const manifests = { ...found.manifests, firefox: { ...found.manifests.firefox, version: '2' } };
    expect(writeDown({ ...found, lockFile: '{}\r\n', manifests })).toEqual(written);
  });

  it.each<[string, Partial<Found>, string[]]>([
    ['another lock file', { lockFile: '{ }\n' }, ['lockFile']],
    [
      'another licence',
      { extension: [part('preact', { licence: 'GPL-3.0' })] },
      ['licences.extension.preact'],
    ],
    ['one more package', { host: [part('zod'), part('left-pad')] }, ['licences.host.left-pad']],
    ['one package less', { host: [] }, ['licences.host.zod']],
    [
      'one more permission',
      {
        manifests: {
          ...found.manifests,
          chrome: { ...found.manifests.chrome, permissions: ['storage', 'tabs'] },
        },
      },
      ['manifests.chrome.permissions'],
    ],
    [
      'a field that was not there',
      {
        manifests: {
          ...found.manifests,
          firefox: { ...found.manifests.firefox, externally_connectable: {} },
        },
      },
      ['manifests.firefox.externally_connectable'],
    ],
  ])('differs by %s', (_, changes, places) => {
    expect(listDifferences(written, writeDown({ ...found, ...changes }))).toEqual(places);
  });

  it('is what this checkout has, as far as it shows without a build', () => {
    const kept = JSON.parse(readFileSync('scripts/release/written-down.json', 'utf8'));
    const lockFile = readFileSync('package-lock.json', 'utf8');
    expect(listDifferences(kept, { ...kept, lockFile: writeDown({ ...found, lockFile }).lockFile })).toEqual(
      [],
    );
    const folders = Object.keys(kept.licences.extension).map((name) => resolve('node_modules', name));
    const licences = describeParts(process.cwd(), new Set(folders)).map(({ name, licence }) => [
      name,
      licence,
    ]);
    expect(Object.fromEntries(licences)).toEqual(kept.licences.extension);
  });
});

describe('a bill of materials', () => {
  const product = { name: 'spare-key', version: '0.1.0', description: 'Keeps.', licence: 'MIT' };
  const parts = [
    part('@noble/hashes'),
    part('idb', { licence: 'ISC' }),
    part('kdb', { needs: ['idb', 'other'] }),
  ];

  it('names product and parts, and who needs whom, and comes out the same every time', () => {
    const text = makeBill(product, parts);
    expect(makeBill(product, parts)).toBe(text);
    const bill = JSON.parse(text);
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(bill.serialNumber ?? bill.metadata.timestamp).toBeUndefined();
    expect(bill.metadata.component).toMatchObject({
      type: 'application',
      name: 'spare-key',
      version: '0.1.0',
    });
    expect(bill.components).toContainEqual(
      expect.objectContaining({
        group: '@noble',
        name: 'hashes',
        version: '1.2.3',
        purl: 'pkg:npm/%40noble/hashes@1.2.3',
        hashes: [{ alg: 'SHA-512', content: 'ab'.repeat(64) }],
        licenses: [{ license: { id: 'MIT' } }],
      }),
    );
    const needs = Object.fromEntries(
      bill.dependencies.map(({ ref, dependsOn }: { ref: string; dependsOn?: string[] }) => [ref, dependsOn]),
    );
    expect(needs['spare-key']).toEqual(['pkg:npm/%40noble/hashes@1.2.3', 'pkg:npm/kdb@1.2.3']);
    expect(needs['pkg:npm/kdb@1.2.3']).toEqual(['pkg:npm/idb@1.2.3']);
  });

  it('takes a licence that is an expression', () => {
    const bill = JSON.parse(makeBill(product, [part('a', { licence: '(MIT OR Apache-2.0)' })]));
    expect(bill.components[0].licenses).toEqual([{ expression: '(MIT OR Apache-2.0)' }]);
  });
});
