import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Source files: path from the root of the project to text. */
export type Tree = ReadonlyMap<string, string>;

export interface Import {
  from: string;
  to: string;
  types: boolean;
}

/** Reads all source files of some folders. */
export function readTree(...folders: string[]): Tree {
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && /\.(?:tsx?|mts|m?js|css|html)$/.test(item.name))
      .map((item) => posix.join(item.parentPath, item.name)),
  );
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** Every import and re-export, with its target as a path of the tree or the name of a package. */
export function listImports(tree: Tree, from: string): Import[] {
  const text = tree.get(from) ?? '';
  if (!/\.(?:tsx?|m?[jt]s)$/.test(from)) return [];
  const fixed = /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]/gm;
  const dynamic = /(?:\bimport|\brequire|import\.meta\.glob|importScripts)\s*\((\s*)['"`]([^'"`]+)/g;
  return [...text.matchAll(fixed), ...text.matchAll(dynamic)].map(([, mark, name = '']) => ({
    from,
    to: resolve(tree, from, name),
    types: mark?.startsWith('type') ?? false,
  }));
}

function resolve(tree: Tree, from: string, name: string): string {
  const bare = name.replace(/\?.*$/, '').replace(/^[@~]\//, '/');
  if (!/^[./]/.test(bare)) return bare;
  const base = bare.startsWith('/') ? bare.slice(1) : posix.join(posix.dirname(from), bare);
  const ends = ['', '.ts', '.tsx', '/index.ts', '/index.tsx', '.mjs', '.js'];
  return ends.map((end) => base + end).find((path) => tree.has(path)) ?? `missing ${base}`;
}
