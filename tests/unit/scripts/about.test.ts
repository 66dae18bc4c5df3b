import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aboutModule, readChanges } from '../../../scripts/release/about';

describe('what changed', () => {
  const text = readFileSync('CHANGELOG.md', 'utf8');
  const changes = readChanges(text);

  it('has every version, heading and line of the changelog', () => {
    const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
    const groups = changes.flatMap((change) => change.groups);
    expect(changes).toHaveLength(count(/^## /gm));
    expect(groups).toHaveLength(count(/^### /gm));
    expect(groups.flatMap(({ items }) => items)).toHaveLength(count(/^[-*] /gm));
    expect(changes.length).toBeGreaterThan(0);
  });

  it('is plain text', () => {
    const items = changes.flatMap(({ groups }) => groups.flatMap((group) => group.items));
    expect(items.filter((item) => /[`\n*]|\]\(/.test(item) || item === '')).toEqual([]);
  });

  it.each([
    ['## [Unreleased]', { version: '', date: '' }],
    ['## [1.2.0] - 2026-12-01', { version: '1.2.0', date: '2026-12-01' }],
    ['## 1.2.0', { version: '1.2.0', date: '' }],
  ])('%s', (head, expected) => {
    const [change] = readChanges(
      `# Changelog\n\n${head}\n\n### Fixed\n\n- One \`thing\`\n  on two lines.\n- [Two](a.md).\n`,
    );
    expect(change).toEqual({
      ...expected,
      groups: [{ title: 'Fixed', items: ['One thing on two lines.', 'Two.'] }],
    });
  });
});

describe('the module of the about page', () => {
  const { load } = aboutModule() as unknown as { load: (id: string) => string | undefined };
  const code = load('\0virtual:about') ?? '';

  it('has three versions at most, and the licence of every package that a release ships', () => {
    const [, changes = '', licences = ''] =
      /changes = (.*);\nexport const licences = (.*);\n$/.exec(code) ?? [];
    expect(JSON.parse(changes).length).toBeLessThanOrEqual(3);
    const titles = (JSON.parse(licences) as { title: string; text: string }[]).map(({ title }) => title);
    const { extension } = JSON.parse(readFileSync('scripts/release/written-down.json', 'utf8')).licences;
    expect(titles.map((title) => title.split(' ')[0])).toEqual(Object.keys(extension).sort());
    for (const { text } of JSON.parse(licences)) expect(text.length).toBeGreaterThan(200);
  });

  it('leaves every other module alone', () => expect(load('virtual:other')).toBeUndefined());
});
