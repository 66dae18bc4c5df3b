import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './zip';

const MOST = 1_073_741_824;

function git(root: string, parameters: readonly string[], input?: string): Buffer {
  return execFileSync('git', ['-C', root, ...parameters], {
    maxBuffer: MOST,
    ...(input === undefined ? {} : { input }),
  });
}

/** Whether it is a clone, and no unpacked archive inside the clone of another project. */
export function isClone(root: string): boolean {
  return existsSync(join(root, '.git'));
}

/**
 * @throws Error when anything lies in the tree that the last commit does not have, or differs from it, or when a file
 * is there that would set variables for the build
 */
export function refuseUnclean(root: string): void {
  const settings = readdirSync(root).filter((name) => name.startsWith('.env'));
  if (settings.length > 0) throw new Error(`${settings.join(', ')} would change what is built.`);
  if (!isClone(root)) return;
  const changes = git(root, ['status', '--porcelain', '--untracked-files=all']).toString('utf8').trim();
  if (changes !== '') throw new Error(`The tree is not clean; commit or take away first:\n${changes}`);
}

/** The source: what the last commit has, or all there is in an unpacked archive but what `.gitignore` names. */
export function readSource(root: string): Files {
  return isClone(root) ? readCommit(root) : readFolder(root);
}

/** From git itself and not from the tree, where line ends may have been altered. */
function readCommit(root: string): Files {
  const rows = git(root, ['ls-tree', '-r', '-z', 'HEAD']).toString('utf8').split('\0').filter(Boolean);
  const files = rows.map((row) => {
    const [, mode = '', id = '', path = ''] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(row) ?? [];
    if (!mode.startsWith('100')) throw new Error(`${row} is no plain file`);
    return { id, path };
  });
  const answer = git(root, ['cat-file', '--batch'], files.map(({ id }) => `${id}\n`).join(''));
  const source = new Map<string, Uint8Array>();
  let offset = 0;
  for (const { id, path } of files) {
    const end = answer.indexOf('\n', offset);
    const [name, , size] = answer.toString('utf8', offset, end).split(' ');
    if (name !== id) throw new Error(`git does not give ${path}`);
    const start = end + 1;
    offset = start + Number(size) + 1;
    source.set(path, new Uint8Array(answer.subarray(start, offset - 1)));
  }
  return source;
}

function readFolder(root: string): Files {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean);
  const folders = new Set(ignored.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1)));
  const endings = ignored.filter((line) => line.startsWith('*')).map((line) => line.slice(1));
  const strange = ignored.filter((line) => !/^(?:[\w.]+\/|\*\.\w+)$/.test(line));
  if (strange.length > 0) throw new Error(`.gitignore has rules that are not understood here: ${strange}`);
  const source = new Map<string, Uint8Array>();
  const walk = (folder: string): void => {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? item.name : `${folder}/${item.name}`;
      if (item.isDirectory()) {
        if (!folders.has(item.name)) walk(path);
      } else if (!endings.some((ending) => item.name.endsWith(ending))) {
        source.set(path, new Uint8Array(readFileSync(join(root, path))));
      }
    }
  };
  walk('');
  return source;
}
