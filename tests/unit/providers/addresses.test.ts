import { describe, expect, it } from 'vitest';
import {
  builtInScripts,
  canonical,
  endedAt,
  grantedScripts,
  providerById,
  readerFor,
} from '../../../lib/providers';
import { providers, readers } from '../../../lib/providers/all';
import { hostMatches } from '../../../lib/providers/page';

const builtInMatches = () => builtInScripts().flatMap(({ matches }) => matches);
const builtIn = readers.filter(({ access }) => access === 'built-in');
const hosts = [
  ...new Set(builtIn.flatMap(({ matches }) => matches).map((pattern) => new URL(pattern).hostname)),
];

/** Addresses that look like `host` to a person or to a careless pattern, and belong to an attacker. */
function forge(host: string, path: string): string[] {
  const [first = '', ...rest] = host.split('.');
  return [
    `https://${host}.attacker.example${path}`,
    `https://attacker.example/${host}${path}`,
    `https://attacker.example/https://${host}${path}`,
    `https://attacker.example/?https://${host}${path}`,
    `https://attacker.example/#https://${host}${path}`,
    `https://attacker-${host}${path}`,
    `https://${host}-attacker.example${path}`,
    `https://attacker.${host}${path}`,
    `https://www.${host}${path}`,
    `https://${first}x.${rest.join('.')}${path}`,
    `https://${first}-${rest.join('.')}${path}`,
    `https://${first}.${rest.join('-')}${path}`,
    `https://${host.replaceAll('.', 'x')}${path}`,
    `https://${host.slice(0, -1)}${path}`,
    `https://${host}m${path}`,
    `https://${host.replace('i', 'ı')}${path}`,
    `https://${host.replace('o', 'ο')}${path}`,
    `https://${host.replace('c', 'с')}${path}`,
    `https://xn--${host}-9za${path}`,
    `https://${host}.${path}`,
    `https://${host}:8443${path}`,
    `https://${host}:80${path}`,
    `https://robin@${host}${path}`,
    `https://robin:secret@${host}${path}`,
    `https://${host}@attacker.example${path}`,
    `https://${host}%2eattacker.example${path}`,
    `https://attacker.example\\@${host}.attacker.example${path}`,
    `http://${host}${path}`,
    `http://${host}:443${path}`,
    `ftp://${host}${path}`,
    `ws://${host}${path}`,
    `file://${host}${path}`,
    `data:text/html,<base href="https://${host}${path}">`,
    `blob:https://${host}/6a1f8a7e-0000-4000-8000-000000000000`,
    `filesystem:https://${host}/temporary/a.html`,
    `view-source:https://${host}${path}`,
    `about:srcdoc#https://${host}${path}`,
    `javascript:'https://${host}${path}'`,
    `chrome-extension://${host}${path}`,
    `moz-extension://${host}${path}`,
  ];
}

const paths = ['/security-info', '/proofs/AppPassword', '/AppPasswords.aspx'];
const lookAlikes = hosts.flatMap((host) =>
  // Not every host has the letter that a forgery swaps.
  paths.flatMap((path) => forge(host, path).filter((address) => address !== `https://${host}${path}`)),
);

describe('look-alike addresses', () => {
  const parsed = [...new Set(lookAlikes)].filter((address) => URL.canParse(address));

  it('are many', () => {
    expect(parsed.length).toBeGreaterThan(500);
  });

  it('have no reader', () => {
    for (const address of parsed) {
      expect(readerFor(new URL(address), []), address).toEqual([]);
      expect(hostMatches(new URL(address), builtInMatches()), address).toBe(false);
    }
  });

  it('are at most some self-hosted site, when the user asks to look', () => {
    for (const address of parsed)
      for (const { access } of readerFor(new URL(address))) expect(access, address).toBe('self-hosted');
  });

  it('with another scheme, a user name or a final dot are not even read when the user asks to look', () => {
    for (const address of [
      'http://blog.example/wp-admin/profile.php',
      'https://robin@blog.example/wp-admin/profile.php',
      'https://blog.example./wp-admin/profile.php',
      'https://mysignins.microsoft.com:8443/wp-admin/profile.php',
      'https://account.live.com/wp-admin/profile.php',
      'blob:https://blog.example/6a1f8a7e-0000-4000-8000-000000000000',
      'about:srcdoc',
    ])
      expect(readerFor(new URL(address)), address).toEqual([]);
  });
});

describe('readers for an address', () => {
  const selfHosted = providers.filter(({ access }) => access === 'self-hosted');

  it.each([
    ['https://mysignins.microsoft.com/security-info?tenant=1', 'microsoft-work'],
    ['https://MySignIns.Microsoft.com:443/register', 'microsoft-work'],
    ['https://mysignins.azure.us/', 'microsoft-work'],
    ['https://mysignins.microsoft.scloud/security-info', 'microsoft-work'],
    ['https://mysignins.eaglex.ic.gov/security-info', 'microsoft-work'],
    ['https://mysignins.windowsazure.cn/security-info', 'microsoft-work'],
    ['https://account.activedirectory.windowsazure.com/APPPASSWORDS.aspx', 'microsoft-work'],
    ['https://account.activedirectory.windowsazure.us/proofup.aspx?proofup=1', 'microsoft-work'],
    ['https://account.live.com/proofs/AppPassword?mkt=pt-BR', 'microsoft-personal'],
    ['https://bsky.app/settings/app-passwords', 'bluesky'],
    ['https://accounts.tb.pro/mail', 'thundermail'],
    ['http://spare-key.localhost/', 'practice'],
    ['http://spare-key.localhost:8642/security-info', 'practice'],
  ])('%s: %s', (address, id) => {
    expect(readerFor(new URL(address)).map((reader) => reader.id)).toEqual([id]);
  });

  it.each(['https://blog.example/', 'https://blog.example:8443/news/wp-admin/profile.php'])(
    '%s, of no known provider: all self-hosted ones',
    (address) => expect(readerFor(new URL(address))).toEqual(selfHosted),
  );

  it.each(['bluesky', 'ox'])('%s, which has hosts of its own, is tried on those of others too', (id) => {
    const address = 'https://fork.social.example/settings/app-passwords';
    const asked = readerFor(new URL(address)).map((reader) => reader.id);
    const watched = grantedScripts(['fork.social.example']).flatMap(({ js }) => js);
    expect(asked).toContain(id);
    expect(watched).toContain(`readers/${id}.js`);
  });

  it('offers self-hosted ones only on the sites that were granted, when it is told which', () => {
    const url = new URL('https://blog.example/wp-admin/profile.php');
    expect(readerFor(url, ['https://blog.example/*'])).toEqual(selfHosted);
    expect(readerFor(url, ['https://log.example/*', 'https://*/*', 'https://*.example/*'])).toEqual([]);
    expect(readerFor(new URL('https://blog.example:8443/'), ['https://blog.example/*'])).toEqual([]);
  });

  it('keeps plain HTTP to the practice site', () => {
    expect(hostMatches(new URL('http://blog.example/'), ['http://blog.example/*'])).toBe(false);
    expect(hostMatches(new URL('http://spare-key.localhost.attacker.example/'), builtInMatches())).toBe(
      false,
    );
    expect(hostMatches(new URL('https://spare-key.localhost/'), builtInMatches())).toBe(false);
  });

  it('asks the browser for exact hosts only', () => {
    expect(builtInMatches().length).toBeGreaterThan(0);
    for (const pattern of builtInMatches())
      expect(pattern).toMatch(/^(https:\/\/[a-z.]+|http:\/\/spare-key\.localhost)\/[^*]*\*$/);
  });
});

describe('a provider whose app passwords have ended', () => {
  const ended = providers.filter(({ access }) => access === 'ended');

  it.each(ended)('$id is read nowhere, whatever the user grants', ({ id, links, matches }) => {
    const { hostname } = new URL(links.revoke);
    const scripts = [...builtInScripts(), ...grantedScripts([hostname])];
    expect(matches).toEqual([]);
    expect(scripts.flatMap(({ js }) => js)).not.toContain(`readers/${id}.js`);
    for (const script of scripts) expect(script.matches).not.toEqual([]);
    expect(readerFor(new URL(links.revoke), [`https://${hostname}/*`]).map((site) => site.id)).not.toContain(
      id,
    );
  });

  it.each(ended)(
    '$id is known by its site and the form of its secrets together',
    ({ id, links, example }) => {
      const { hostname } = new URL(links.revoke);
      for (const site of [hostname, `api.${hostname}`]) expect(endedAt(site, example)?.id, site).toBe(id);
      for (const site of ['', `x${hostname}`, `${hostname}.evil.example`, 'mail.example'])
        expect(endedAt(site, example), site).toBeUndefined();
      for (const secret of ['', 'sunflower', `ATATT3xFfGF0${example}`, `${example}x`])
        expect(endedAt(hostname, secret), secret).toBeUndefined();
    },
  );

  it('is one at least', () => expect(ended.length).toBeGreaterThan(0));

  it('is no provider that still has some', () => {
    for (const { id, links, example, access } of providers)
      if (access === 'optional') expect(endedAt(new URL(links.revoke).hostname, example), id).toBeUndefined();
  });
});

describe('the register', () => {
  it('has each provider once, with its reader unless its app passwords have ended', () => {
    const read = providers.filter(({ access }) => access !== 'ended');
    expect(read.map(({ id }) => id)).toEqual(readers.map(({ id }) => id));
    expect(new Set(providers.map(({ id }) => id)).size).toBe(providers.length);
  });

  it.each(providers)('knows how secrets of $id look', ({ id, shape, example }) => {
    expect(providerById(id)?.shape).toBe(shape);
    expect(canonical(shape, example)).toBe(example);
    const shown = shape.ignored ? example.replace(/(.{4})(?=.)/g, '$1 ') : example;
    expect(shown).toMatch(shape.shown);
    expect(canonical(shape, shown)).toBe(example);
  });

  it('has dated, sourced facts with ids of their own', () => {
    const facts = providers.flatMap((provider) => provider.facts);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    for (const { id, date, source } of facts) {
      expect(id).toMatch(/^[a-z0-9_]+$/);
      expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
      expect(new URL(source).protocol).toBe('https:');
    }
  });

  it('does not know providers of later versions', () => {
    expect(providerById('other')).toBeUndefined();
  });
});
