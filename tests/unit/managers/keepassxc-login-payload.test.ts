import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDelivery, packItem, readPointer } from '../../../lib/managers/keepassxc/entry';
import { makeItem } from './item';

/** Reads the label back as a person's browser or our own import would. */
const readLabel = (url: string) => decodeURIComponent(new URL(url).hash.replace('#app-password=', ''));

/** Anything a person may type, and what no person types. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '#',
    '?',
    '/',
    '\\',
    '@evil.example',
    '://evil.example/',
    '%',
    '%23',
    '\u202eevil',
    '\n',
    '👩🏽‍💻',
  ),
);

describe('the group that the user chose', () => {
  it.each([
    [undefined, 'App passwords/Acme'],
    ['', 'App passwords/Acme'],
    [' / /', 'App passwords/Acme'],
    ['Robin', 'Robin/Acme'],
    ['Robin/Spare keys', 'Robin/Spare keys/Acme'],
    ['a/b/c/d/e/f/g', 'a/b/c/d/e/Acme'],
    ['\u202eevil\\x', 'evil x/Acme'],
  ])('%j', (folder, path) => {
    expect(packItem(makeItem({ folder })).groupPath).toBe(path);
  });
});

describe('the address', () => {
  it('keeps its host and stays an address, whatever the label', () => {
    fc.assert(
      fc.property(anyText, (label) => {
        const { url } = packItem(makeItem({ label }));
        expect(new URL(url).href).toBe(url);
        expect(new URL(url).host).toBe('id.acme.example');
        expect(new URL(url).pathname).toBe('/security');
        // Nothing that KeePassXC refuses to match, and nothing that turns text around.
        expect(url).toMatch(/^[\w:/.#=%!'()*~-]*$/);
        expect(url.length).toBeLessThan(2_500);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has the label in it, 200 characters at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (label) => {
        expect(readLabel(packItem(makeItem({ label })).url)).toBe([...label].slice(0, 200).join(''));
      }),
    );
    expect(readLabel(packItem(makeItem({ label: 'x'.repeat(100_000) })).url)).toBe('x'.repeat(200));
    expect(readLabel(packItem(makeItem({ label: 'half \ud83d' })).url)).toBe('half \ufffd');
  });

  it.each([
    [{ url: '' }, 'https://id.acme.example/'],
    [{ url: '', site: 'nas.example:8443' }, 'https://nas.example:8443/'],
    [{ url: 'not an address' }, 'https://id.acme.example/'],
    [{ url: 'javascript:alert(1)' }, 'https://id.acme.example/'],
    [{ url: `https://long.example/${'x'.repeat(2_000)}` }, 'https://id.acme.example/'],
    [{ url: 'https://robin:pw@mail.example/x?y=1#tab' }, 'https://mail.example/x?y=1'],
    [{ url: '', site: '' }, 'https://app-password.invalid/'],
    [{ url: '', site: 'no host' }, 'https://app-password.invalid/'],
  ])('of %j is %s', (changes, address) => {
    expect(packItem(makeItem(changes)).url).toBe(`${address}#app-password=Scanner`);
  });
});

describe('the group', () => {
  it.each([
    ['Acme', 'Acme'],
    ['  Acme / Mail  ', 'Acme Mail'],
    ['../../Root', '.. .. Root'],
    ['Bücher & Söhne', 'Bücher & Söhne'],
    ['\u202eemcA\u0000\n', 'emcA'],
    ['///', 'Other'],
    ['', 'Other'],
    ['x'.repeat(500), 'x'.repeat(60)],
  ])('of %j is %s', (providerName, group) => {
    expect(packItem(makeItem({ providerName }))).toMatchObject({
      group,
      groupPath: `App passwords/${group}`,
      path: `App passwords/${group}/id.acme.example`,
    });
  });

  it('is one level below the top, whatever the name', () => {
    fc.assert(
      fc.property(anyText, (providerName) => {
        expect(packItem(makeItem({ providerName })).groupPath).toMatch(/^App passwords\/[^/\\\p{C}]+$/u);
      }),
    );
  });

  it('an IPv6 host is named without brackets', () => {
    expect(packItem(makeItem({ url: 'https://[2001:db8::1]/' })).path).toMatch(/\/2001:db8::1$/);
  });
});

describe('the delivery', () => {
  const entry = { login: 'robin', password: 'the secret', uuid: 'a'.repeat(32), group: 'Acme' };

  it('says where it is, without the secret, in a pointer of 200 characters at most', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.domain(), fc.boolean(), (label, providerName, site, seen) => {
        const item = makeItem({ label, providerName, site, url: '', secret: 'the secret' });
        const { place, pointer, verified } = describeDelivery(packItem(item), seen ? entry : undefined);
        expect(pointer.length).toBeLessThanOrEqual(200);
        expect(pointer).not.toContain('secret');
        expect(place.endsWith(` · ${label}`)).toBe(true);
        expect(verified).toBe(seen);
        if (seen) expect(readPointer(pointer).uuid).toBe(entry.uuid);
      }),
    );
  });

  it('leaves the path out where it is too long', () => {
    const site = `${'host.'.repeat(40)}example`;
    const payload = packItem(makeItem({ site, url: '' }));
    expect(readPointer(describeDelivery(payload, entry).pointer)).toEqual({ uuid: entry.uuid });
    expect(describeDelivery(payload).pointer).toBe('{}');
  });

  it('names the group KeePassXC has really put it in', () => {
    const elsewhere = { ...entry, group: 'KeePassXC-Browser Passwords' };
    expect(describeDelivery(packItem(makeItem()), elsewhere).place).toBe(
      'KeePassXC-Browser Passwords · Scanner',
    );
  });
});
