import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyPatch, type Patch, patch } from '../../../patches/patch';
import { kdbxwebWithoutCode, preactWithoutHtml } from '../../../patches/patches';

const transform = (one: Patch, code: string, id: string) => {
  const { transform: run } = patch(one) as {
    transform(code: string, id: string): { code: string } | undefined;
  };
  return run(code, id)?.code;
};

describe.each([
  ['kdbxweb', 'node_modules/kdbxweb/dist/kdbxweb.js', kdbxwebWithoutCode, /new Function/],
  ['Preact', 'node_modules/preact/dist/preact.mjs', preactWithoutHtml, /\.innerHTML=[^=]/],
])('the patch of %s', (_, file, one, unwanted) => {
  const code = readFileSync(file, 'utf8');

  it('fits what is installed, and leaves nothing of what is unwanted', () => {
    expect(code).toMatch(unwanted);
    expect(transform(one, code, `/x/${file}`)).not.toMatch(unwanted);
    expect(transform(one, code, `C:\\x\\${file.replaceAll('/', '\\')}`)).not.toMatch(unwanted);
  });

  it('leaves other modules as they are', () => {
    expect(transform(one, code, '/x/node_modules/other/index.js')).toBeUndefined();
  });

  it('stops the build when the text is not there, or more often', () => {
    expect(() => applyPatch(one, 'nothing of it')).toThrow('found 0 times, not 1');
    expect(() => applyPatch(one, code + code)).toThrow('found 2 times, not 1');
  });
});
