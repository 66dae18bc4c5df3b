import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameParts, SHARED } from '../../../scripts/readers';

describe('the modules that readers share', () => {
  it('are where the build looks for them', () => {
    expect(nameParts(SHARED)[resolve('lib/providers/reading/dom.ts')]).toBe('globalThis.spareKeyParts.dom');
    expect(Object.keys(nameParts(SHARED))).toHaveLength(SHARED.length);
  });

  it('stop the build when one of them has moved', () => {
    expect(() => nameParts([...SHARED, 'moved-away'])).toThrow('moved-away.ts is shared by all readers');
  });

  it('are those that the first script in a page hands on', () => {
    const [, handed = ''] =
      /^const parts = \{([^}]*)\};$/m.exec(readFileSync('entrypoints/capture.content/index.ts', 'utf8')) ??
      [];
    expect(
      handed
        .split(',')
        .map((name) => name.trim())
        .toSorted(),
    ).toEqual(SHARED.toSorted());
  });
});
