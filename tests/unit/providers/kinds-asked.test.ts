import { describe, expect, it } from 'vitest';
import { read, secretOf, zoho } from './small-page';

/** More kinds of pages that were read wrongly once, found by a stranger who attacked the reader. */

describe('a user who asks on a site of no known provider', () => {
  const made = (body: string) => {
    const found = read('https://nas.example/user', body, { asked: true });
    return found?.kind === 'created' ? found : undefined;
  };

  it('gets a secret with a colon whole', () => {
    for (const secret of ['Kq:v7xTz9wQb2n4mR', 'perm:cm9vdA.NDYtMA.8sKq2VzXw7TbNp4LrYdH']) {
      const page = `<main><h1>App password created</h1><p>Shown only once.</p><code>${secret}</code><button>Copy</button></main>`;
      expect(made(page)?.secret).toBe(secret);
    }
  });

  it('gets all groups of it, though the first stand apart and are letters', () => {
    const page = `<main><h1>Application Passwords</h1><p>Your new password is:</p>
      <div><span>ende tion</span> <span>kzvh qrmw bxnp lgcd</span></div><button>Copy</button></main>`;
    expect(made(page)?.secret).toBe('ende tion kzvh qrmw bxnp lgcd');
  });

  it('never gets the secret as its name', () => {
    for (const [open, close] of [
      ['"', '"'],
      ['„', '“'],
      ['« ', ' »'],
    ]) {
      const page = `<main><h1>New app password</h1><p>Your new app password is ${open}<code>wq7zkxv9tbnp</code>${close}.
        You will not see it again.</p><button>Copy</button></main>`;
      expect(made(page)).toMatchObject({ secret: 'wq7zkxv9tbnp' });
      expect(made(page)?.label).toBeUndefined();
    }
  });

  it('never gets whose account it is as its name', () => {
    const page = `<header>ines@harbour.example</header><main><h1>New app password</h1><p>Name: <b>ines@harbour.example</b></p>
      <code>wq7zkxv9tbnp</code><button>Copy</button><p>It is shown only once.</p></main>`;
    expect(made(page)).toMatchObject({ account: 'ines@harbour.example', secret: 'wq7zkxv9tbnp' });
    expect(made(page)?.label).toBeUndefined();
  });

  it('gets a password whose step speaks of authenticators or recovery codes besides', () => {
    for (const besides of [
      'Use it in programs that cannot ask your authenticator app for a code. It is shown only once.',
      'Keep your recovery codes safe, too.',
    ]) {
      const page = `<div role="dialog"><h2>Password for your device</h2><code>k9x2b7qzm3wpv4tn</code>
        <button>Copy</button><p>${besides}</p></div>`;
      expect(made(page)?.secret, besides).toBe('k9x2b7qzm3wpv4tn');
    }
  });

  it('gets what was made just now on a wiki or a site of documents, and no example there', () => {
    const page = (words: string) => `<main><h1>Bot passwords</h1><p>${words}</p>
      <p>The new password is <code>rvj4m8tq2zkn7wxb6lhd3gpfs9c5yt0a</code></p><button>Copy</button></main>`;
    for (const url of [
      'https://wiki.coop.example/Special:BotPasswords',
      'https://docs.coop.example/settings',
    ]) {
      const asked = (words: string) => read(url, page(words), { asked: true })?.kind;
      expect(asked('Please record it for future use: it will not be shown again.')).toBe('created');
      expect(asked('An app password looks like this.')).toBeUndefined();
    }
  });

  it('gets a token of 192 signs', () => {
    const secret = `ATATT3xFfGF0${'k9X2b7QzM3wPv4tN8rLdY6hJ'.repeat(7)}=5C1A77D0`;
    const page = `<div role="dialog"><h2>Copy your API token</h2><p>You won't be able to see it again.</p>
      <input readonly value="${secret}"><button>Copy</button></div>`;
    expect(made(page)?.secret).toBe(secret);
  });

  it('gets no key of an authenticator, even where the page calls that a token', () => {
    const page = `<main><h1>Enroll a new software token</h1><p>Secret key</p><code>JBSWY3DPEHPK3PXPKVQX</code>
      <button>Copy</button><p>Then type the six digits.</p></main>`;
    expect(made(page)).toBeUndefined();
  });
});

describe('names of parts that say nothing', () => {
  it('take the title from no secret', () => {
    for (const part of ['form', 'section']) {
      const page = `<div role="dialog"><h2>App password created</h2><${part} aria-label="Details">
        <code>wq7zkxv9tbnp</code><button>OK</button></${part}></div>`;
      expect(secretOf(read(zoho, page)), part).toBe('wq7zkxv9tbnp');
    }
  });
});

describe('a sentence before a secret', () => {
  it('that mentions a code does not outweigh all the rest', () => {
    const page = `<div role="dialog" aria-labelledby="t"><h2 id="t">Your app password</h2>
      <p>Enter it where a verification code is asked for.</p><code>wq7zkxv9tbnp</code><button>Copy</button>
      <p>It is shown only once.</p></div>`;
    expect(secretOf(read(zoho, page, { named: 'Scanner' }))).toBe('wq7zkxv9tbnp');
  });
});

describe('a field beside a name', () => {
  it('that has a label of its own proposes no password', () => {
    for (const [label, value] of [
      ['Device', 'SamsungGalaxyS24Ultra'],
      ['Login', 'k9x2b7qzm3wpv4tn'],
      ['Folder', 'ArchivMails2024und2025'],
    ]) {
      const page = `<main><h1>Mailbox</h1><section><h2>App passwords</h2><form><label for="n">App name</label>
        <input id="n" value="Scanner"><label for="d">${label}</label><input id="d" value="${value}">
        <button>Add</button></form></section></main>`;
      expect(read('https://mail.example/user', page)?.kind, label).not.toBe('drafted');
    }
  });
});
