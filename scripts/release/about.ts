import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { listLicences } from './licences.ts';

const NAME = 'virtual:about';
/** How many versions the about page tells of. */
const VERSIONS = 3;

export interface Change {
  /** Empty for what is not released yet. */
  version: string;
  /** `YYYY-MM-DD`, or empty. */
  date: string;
  groups: { title: string; items: string[] }[];
}

/** Takes out what Markdown marks, for a page that shows plain text. */
function toPlain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The versions in a changelog in the form of Keep a Changelog, in its order, the newest first. */
export function readChanges(text: string): Change[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...rest] = part.split('\n');
      const [, name = '', date = ''] = /^\[?([^\]\s]+)\]?(?: - (\d{4}-\d\d-\d\d))?/.exec(head) ?? [];
      const groups = rest
        .join('\n')
        .split(/^### /m)
        .slice(1)
        .map((group) => {
          const [title = '', ...lines] = group.split('\n');
          const items = lines
            .join('\n')
            .split(/^[-*] /m)
            .slice(1);
          return { title: title.trim(), items: items.map(toPlain) };
        });
      return { version: name === 'Unreleased' ? '' : name, date, groups };
    });
}

/** The module of the about page: what changed, from the changelog, and the licences of what a release ships. */
export function aboutModule(root = process.cwd()): Plugin {
  return {
    name: 'about-module',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const changes = readChanges(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).slice(0, VERSIONS);
      const written = JSON.parse(readFileSync(join(root, 'scripts/release/written-down.json'), 'utf8'));
      const folders = Object.keys(written.licences.extension).map((name) => join(root, 'node_modules', name));
      const licences = listLicences(new Set(folders));
      return `export const changes = ${JSON.stringify(changes)};\nexport const licences = ${JSON.stringify(licences)};\n`;
    },
  };
}
