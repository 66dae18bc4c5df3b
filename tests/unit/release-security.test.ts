import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const PROMISES = 18;
const text = readFileSync('docs/security.md', 'utf8');

/** Headings with the tests below each, as file and title. */
function readPromises(markdown: string): { heading: string; tests: [file: string, title: string][] }[] {
  return markdown
    .replace(/^## (?!Promises).*\n(?:(?!## ).*\n)*/gm, '')
    .split(/^### /m)
    .slice(1)
    .map((section) => ({
      heading: section.split('\n', 1)[0] ?? '',
      tests: [...section.matchAll(/^\* `(tests\/[^`]+)`: “(.+)”$/gm)].map(([, file = '', title = '']) => [
        file,
        title,
      ]),
    }));
}

/** Whether a file has a test, or a group of tests, of this title. */
function hasTest(source: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => {
    const written = quote + title.replaceAll(quote, `\\${quote}`) + quote;
    return source.includes(written);
  });
}

describe('docs/security.md', () => {
  const promises = readPromises(text);

  it('names a test for each promise', () => {
    const numbered = promises.filter(({ heading }) => /^S\d+ · /.test(heading));
    expect(numbered.map(({ heading }) => Number(/\d+/.exec(heading)?.[0]))).toEqual(
      Array.from({ length: PROMISES }, (_, place) => place + 1),
    );
    for (const { heading, tests } of promises) expect(tests.length, heading).toBeGreaterThan(0);
  });

  it.each(promises.flatMap(({ heading, tests }) => tests.map((test) => [heading, ...test] as const)))(
    '%s: %s, “%s”',
    (_, file, title) => {
      expect(existsSync(file), file).toBe(true);
      expect(hasTest(readFileSync(file, 'utf8'), title), `${file}: ${title}`).toBe(true);
    },
  );

  it('names no command that is not there', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...text.matchAll(/`npm run ([\w-]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it('is linked from the README, which does not repeat it', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toContain('](docs/security.md)');
    const lines = text.split('\n').filter((line) => line.length > 60);
    expect(lines.filter((line) => readme.includes(line))).toEqual([]);
  });
});

describe('the check notices', () => {
  it('a test that is not there, and a title that is only mentioned', () => {
    expect(hasTest("it('keeps what it promised', () => {", 'keeps what it promised')).toBe(true);
    expect(hasTest("it('keeps what it promised', () => {", 'keeps what')).toBe(false);
    expect(hasTest('// keeps what it promised', 'keeps what it promised')).toBe(false);
    expect(readPromises('### S1 · A\n\n### S2 · B\n\n* `tests/a.ts`: “t”\n')).toEqual([
      { heading: 'S1 · A', tests: [] },
      { heading: 'S2 · B', tests: [['tests/a.ts', 't']] },
    ]);
  });
});
