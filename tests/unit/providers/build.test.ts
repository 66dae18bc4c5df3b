import { build } from 'vite';
import { describe, expect, it } from 'vitest';

/** Bundles `code` as a content script or a background page would be, and answers what comes out. */
async function bundle(mode: string, code: string): Promise<string> {
  const name = 'virtual:entry';
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    mode,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === name ? id : undefined),
        load: (id) => (id === name ? code : undefined),
      },
    ],
    build: { write: false, minify: false, rollupOptions: { input: name, preserveEntrySignatures: 'strict' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output.map((part) => (part.type === 'chunk' ? part.code : '')).join('');
}

const all = "export * from '/lib/providers/index.ts'; export * from '/lib/providers/all.ts';";
const guest =
  "export { readPage } from '/lib/providers/page.ts'; export { reader } from '/lib/providers/microsoft-work.ts';";

describe('a build', () => {
  it('for people has no practice site', async () => {
    const code = await bundle('production', all);
    expect(code).toContain('mysignins.microsoft.com');
    expect(code).toContain('smtp.office365.com');
    expect(code).not.toMatch(/practice|localhost/);
  });

  it('for development has it', async () => {
    expect(await bundle('development', all)).toContain('spare-key.localhost');
  });

  it('of a guest in a page has its reader alone', async () => {
    const code = await bundle('production', guest);
    expect(code).toContain('mysignins.microsoft.com');
    expect(code).not.toMatch(/starttls|basic_auth|support\.microsoft|account\.live|wp-admin/);
  });
});
