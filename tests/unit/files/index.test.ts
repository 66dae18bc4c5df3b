import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  backupFile,
  type FormatId,
  formats,
  type ImporterId,
  loadBackup,
  loadFormat,
  loadImporter,
  recognise,
} from '../../../lib/files/index';
import { defaultSettings } from '../../../lib/model';
import { encodeText } from '../../../lib/vault/crypto';
import { listImports, readTree } from '../source-tree';
import { makeItem, NOW, PASSPHRASE } from './items';

const importers: readonly ImporterId[] = ['backup', 'kdbx', 'bitwarden-json', 'csv'];

describe('the front door', () => {
  it('loads each format it lists, and each is as it is listed', async () => {
    for (const listed of formats) {
      expect(await loadFormat(listed.id as FormatId)).toMatchObject(listed);
    }
  });

  it('lists every file of the room that writes a format', () => {
    const writing = readdirSync('lib/files').filter((file) =>
      /export const format\b/.test(readFileSync(`lib/files/${file}`, 'utf8')),
    );
    const named = formats.map(({ id }) => (id.startsWith('csv-') ? 'csv' : id));
    expect(writing.map((file) => file.replace('.ts', ''))).toEqual(
      [...new Set(named)].filter((id) => id !== 'csv').sort(),
    );
  });

  it('brings no library until a format is asked for', () => {
    const tree = readTree('lib');
    const heavy = ['kdbxweb', 'csv-parse/browser/esm/sync', 'hash-wasm', 'zod/mini', 'lib/vault/crypto.ts'];
    const ways = ['lib/files/index.ts'];
    for (const way of ways) {
      const text = tree.get(way) ?? '';
      for (const { to, types } of listImports(tree, way)) {
        const name = to.slice(to.lastIndexOf('/') + 1).replace('.ts', '');
        const later = text.includes(`import('./${name}')`);
        if (!types && !later && !ways.includes(to)) ways.push(to);
      }
    }
    expect(ways).toContain('lib/files/recognise.ts');
    expect(ways.filter((way) => heavy.includes(way))).toEqual([]);
  });

  it('knows every file that it writes by its beginning, and can read it but for CXF', async () => {
    for (const { id, extension, encrypted } of formats) {
      const format = await loadFormat(id as FormatId);
      const file = await format.write([makeItem()], { passphrase: PASSPHRASE, now: NOW });
      if (id === 'cxf') continue;
      const kind = recognise(file.subarray(0, 65_536), 'a file without an end');
      expect(kind, id).toBe(extension === 'json' ? 'bitwarden-json' : extension);
      const importer = await loadImporter(kind!);
      expect(importer.isLocked(file)).toBe(encrypted);
      expect(await importer.read(file, PASSPHRASE)).toMatchObject([{ secret: 'abcdefghijklmnop' }]);
    }
  });

  it('loads what writes and reads a backup, which is known by its name as well', async () => {
    const { writeBackup, readBackup } = await loadBackup();
    const backup = { made: NOW, entries: [], settings: defaultSettings, sites: [] };
    expect(await readBackup(await writeBackup(backup, PASSPHRASE), PASSPHRASE)).toEqual(backup);
    expect(recognise(new Uint8Array(0), `x.${backupFile.extension}`)).toBe('backup');
  });

  it('goes by the name where the content says nothing, and else says nothing', () => {
    expect(recognise(encodeText('a,b,c'), 'Export.CSV')).toBe('csv');
    expect(recognise(new Uint8Array(0), 'x.kdbx')).toBe('kdbx');
    expect(recognise(encodeText('url,username,password'), 'x.kdbx')).toBe('csv');
    expect(recognise(encodeText('hello'), 'hello.constructor')).toBeUndefined();
  });

  it('has importers whose ids and names are their own', async () => {
    const loaded = await Promise.all(importers.map(loadImporter));
    expect(loaded.map(({ id }) => id)).toEqual(importers);
  });
});
