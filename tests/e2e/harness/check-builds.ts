import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builds, extensionPath } from './builds.ts';

const sources = ['entrypoints', 'components', 'lib', 'locales', 'public', 'patches', 'wxt.config.ts'];

function findNewest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => findNewest(join(path, name))));
}

/** Says which built extensions are missing or older than their sources, before a test fails over it. */
export default function checkBuilds(): void {
  const newest = Math.max(...sources.filter((path) => existsSync(path)).map(findNewest));
  for (const build of builds) {
    const manifest = join(extensionPath(build), 'manifest.json');
    if (!existsSync(manifest)) console.warn(`No ${build} build yet: run "npm run build".`);
    else if (statSync(manifest).mtimeMs < newest)
      console.warn(`The ${build} build is older than its sources.`);
  }
}
