import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** A package of which something is in what we ship. */
export interface Part {
  name: string;
  version: string;
  /** As its package.json has it: an SPDX id or expression. */
  licence: string;
  /** SHA-512 of the package as the lock file has it, in hex. */
  hash: string;
  /** Names of the packages it depends on. */
  needs: readonly string[];
}

/** The packages that the lock file names, by their folder. */
type Locked = Record<string, { version?: string; integrity?: string; optional?: boolean }>;

/**
 * What is inside the published file of a package, where no bundler sees it: by the package, its dependencies that its
 * author has built into it.
 */
const INSIDE: Readonly<Record<string, readonly string[]>> = { kdbxweb: ['fflate'] };

/** A package's folder, and those of the packages inside its file. @throws Error when one of those is not beside it */
export function listInside(folder: string): string[] {
  const name = folder.split('/node_modules/').at(-1) ?? '';
  const inside = (INSIDE[name] ?? []).map((other) => `${folder}/node_modules/${other}`);
  const missing = inside.find((other) => !existsSync(other));
  if (missing !== undefined)
    throw new Error(`${name} is shipped, and what is in its file is not at ${missing}`);
  return [folder, ...inside];
}

/** Collects the folders of packages whose code is in a bundle; what was shaken out does not count. */
export function collectFolders(folders: Set<string>): Plugin {
  return {
    name: 'collect-folders',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          const folder = renderedLength > 0 ? findFolder(id) : undefined;
          if (folder !== undefined) for (const one of listInside(folder)) folders.add(one);
        }
      }
    },
  };
}

/** The folder of the package that a module is in; `undefined` for modules of our own. */
export function findFolder(id: string): string | undefined {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

function readLocked(path: string): Locked {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** @throws Error when what is installed is not what the lock file names, by version and checksum */
export function refuseOtherParts(root: string): void {
  const wanted = readLocked(join(root, 'package-lock.json'));
  const kept = join(root, 'node_modules', '.package-lock.json');
  const present = existsSync(kept) ? readLocked(kept) : {};
  const differing = Object.entries(wanted).flatMap(([path, { version, integrity, optional }]) => {
    const there = present[path];
    if (path === '' || (there === undefined && optional === true)) return [];
    return there?.version === version && there?.integrity === integrity ? [] : [path];
  });
  const strange = Object.keys(present).filter((path) => wanted[path] === undefined);
  const all = [...differing, ...strange];
  if (all.length === 0) return;
  throw new Error(`What is installed differs from package-lock.json; run npm ci. First: ${all[0]}`);
}

/** Reads what the packages in these folders say about themselves, sorted by name and version. */
export function describeParts(root: string, folders: ReadonlySet<string>): Part[] {
  const locked = readLocked(join(root, 'package-lock.json'));
  const parts = [...folders].map((folder) => {
    const { name, version, license, dependencies } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const key = relative(root, folder).split(sep).join('/');
    const { integrity = '' } = locked[key] ?? {};
    const hash = /^sha512-(.+)$/.exec(integrity)?.[1];
    if (hash === undefined)
      throw new Error(`${name} is shipped, and package-lock.json has no checksum of it`);
    if (typeof license !== 'string') throw new Error(`${name} is shipped, and does not say its licence`);
    return {
      name,
      version,
      licence: license,
      hash: Buffer.from(hash, 'base64').toString('hex'),
      needs: Object.keys(dependencies ?? {}),
    };
  });
  return parts.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}
