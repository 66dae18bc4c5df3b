import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { build } from 'wxt';
import { buildBridge } from '../../native-host/build.mjs';
import { makeBill } from './bill';
import { collectLicences } from './licences';
import { collectFolders, describeParts, refuseOtherParts } from './shipped';
import { readSource, refuseUnclean } from './source';
import { listDifferences, type WrittenDown, writeDown } from './written-down';
import { type Files, makeZip } from './zip';

const RECORD = 'scripts/release/written-down.json';
/** Goes with every copy of what we ship. */
const LICENCES = 'third-party-licences.txt';

/** What was built into a folder, with the licences of the packages in it. */
function readBuilt(folder: string, packages: ReadonlySet<string>): Files {
  const items = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const files = new Map<string, Uint8Array>(
    items.map((item) => {
      const path = join(item.parentPath, item.name);
      const inside = path
        .slice(folder.length + 1)
        .split(sep)
        .join('/');
      return [inside, new Uint8Array(readFileSync(path))];
    }),
  );
  return files.set(LICENCES, encode(collectLicences(packages)));
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * Makes all files of a release in `.output/release`: zips of the extension for both families of browsers and of the
 * host, the source, bills of materials, and the checksums of all of them. The same commit makes the same bytes,
 * wherever and whenever.
 * @param record writes down what is found instead of comparing with it
 * @returns the names of the files
 * @throws Error when the tree is not clean, or lock file, licences or manifests differ from what is written down
 */
export async function makeRelease(record: boolean): Promise<string[]> {
  const root = process.cwd();
  if (!record) refuseUnclean(root);
  refuseOtherParts(root);
  const target = join(root, '.output', 'release');
  rmSync(target, { recursive: true, force: true });
  const folders = { extension: new Set<string>(), host: new Set<string>() };
  const built = join(target, 'built');
  // The readers and the sketcher are built apart; no package may reach them (`tests/unit/rooms.ts`).
  const vite = () => ({ plugins: [collectFolders(folders.extension)] });
  const common = { root, outDir: built, manifestVersion: 3, mode: 'production', vite } as const;
  for (const browser of ['chrome', 'firefox']) await build({ ...common, browser });
  await buildBridge(join(built, 'bridge'), [collectFolders(folders.host)]);

  const trees = {
    chrome: readBuilt(join(built, 'chrome-mv3'), folders.extension),
    firefox: readBuilt(join(built, 'firefox-mv3'), folders.extension),
    bridge: readBuilt(join(built, 'bridge'), folders.host),
  };
  const parts = {
    extension: describeParts(root, folders.extension),
    host: describeParts(root, folders.host),
  };
  const found = writeDown({
    lockFile: readFileSync(join(root, 'package-lock.json'), 'utf8'),
    ...parts,
    manifests: {
      chrome: readJson(join(built, 'chrome-mv3', 'manifest.json')),
      firefox: readJson(join(built, 'firefox-mv3', 'manifest.json')),
    },
  });
  const path = join(root, RECORD);
  if (record) {
    writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`);
    return [];
  }
  const written: WrittenDown = readJson(path);
  const differences = listDifferences(written, found);
  if (differences.length > 0) {
    throw new Error(
      `Not what ${RECORD} says: ${differences.join(', ')}.\nWhere that is meant: npm run release -- --write-down`,
    );
  }

  const { name, version, description, license: licence } = readJson(join(root, 'package.json'));
  const host = readJson(join(built, 'bridge', 'package.json'));
  const source = [...readSource(root)].map(([path, bytes]) => [`${name}-${version}/${path}`, bytes] as const);
  const product = { version, licence };
  const files = new Map<string, Uint8Array>([
    [`${name}-${version}-chrome.zip`, makeZip(trees.chrome)],
    [`${name}-${version}-firefox.zip`, makeZip(trees.firefox)],
    [`${name}-${version}-source.zip`, makeZip(new Map(source))],
    [`${host.name}-${version}.zip`, makeZip(trees.bridge)],
    [`${name}-${version}.cdx.json`, encode(makeBill({ ...product, name, description }, parts.extension))],
    [
      `${host.name}-${version}.cdx.json`,
      encode(makeBill({ ...product, name: host.name, description: host.description }, parts.host)),
    ],
  ]);
  const sums = [...files].map(
    ([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`,
  );
  files.set('SHA256SUMS', encode(sums.join('')));
  rmSync(built, { recursive: true });
  mkdirSync(target, { recursive: true });
  for (const [path, bytes] of files) writeFileSync(join(target, path), bytes);
  return [...files.keys()];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
