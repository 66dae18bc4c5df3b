import { describe, expect, it } from 'vitest';
import { readers } from '../../../lib/providers/all';
import { readPage } from '../../../lib/providers/page';
import type { Moment } from '../../../lib/providers/provider';
import { openFixture } from './fixtures';
import { read, secretOf, zoho } from './small-page';

/** Kinds of pages that were read wrongly once, each as small as it can be. */

describe('a name in the form of a secret is a name', () => {
  it('under the head of its column', () => {
    const table = `<main><h1>Your new app password</h1><div role="table">
      <div role="row"><div role="columnheader">Name</div><div role="columnheader">Password</div></div>
      <div role="row"><div role="cell"><div>kqzv xwtr bnpl</div></div>
      <div role="cell"><div>wq7zkxv9tbnp</div><button>Copy</button></div></div></div></main>`;
    expect(secretOf(read(zoho, table))).toBe('wq7zkxv9tbnp');
  });

  it('in its own line, and in a field that only shows it', () => {
    const line = `<main><h1>Your new app password</h1><p>Name: <span>xk7qzvw9tbnr</span></p>
      <p>Password</p><code>wq7zkxv9tbnp</code><button>Copy</button></main>`;
    const field = `<main><h1>Your new app password</h1>
      <label for="n">Name</label><input id="n" readonly value="xk7qzvw9tbnr">
      <p>Password</p><code>wq7zkxv9tbnp</code><button>Copy</button></main>`;
    expect(secretOf(read(zoho, line))).toBe('wq7zkxv9tbnp');
    expect(secretOf(read(zoho, field))).toBe('wq7zkxv9tbnp');
  });

  it('and a secret in a field is no name', () => {
    const page = `<main><h1>App password created</h1><p>You will not be able to see it again.</p>
      <label for="s">App password</label><input id="s" value="hk2v-xqzw-7tbn-p9rm"><button>Copy</button></main>`;
    expect(secretOf(read('https://nas.example/user', page, { asked: true }))).toBe('hk2v-xqzw-7tbn-p9rm');
  });
});

describe('what stood there before is not what was made', () => {
  const page = `<main><h1>App passwords</h1><div><code>wq7zkxv9tbnp</code><button>Copy</button></div></main>`;

  it('in any language', () => {
    expect(secretOf(read(zoho, page))).toBe('wq7zkxv9tbnp');
    expect(secretOf(read(zoho, page, { old: (text) => text === 'wq7zkxv9tbnp' }))).toBeUndefined();
  });
});

describe('something else stays something else', () => {
  it('in all rows of a list, under a title that is a button', () => {
    const page = `<main><h1>App passwords</h1><div><h3><button aria-expanded="true">Set up your authenticator app</button></h3>
      <ul><li>Secret key</li><li><b>qzmf reng cfdk</b></li><li><b>nkwz ljon yljv</b></li><li><button>Copy</button></li></ul></div></main>`;
    expect(secretOf(read('https://nas.example/security', page, { asked: true }))).toBeUndefined();
  });

  it('where only its own part of the page says so', () => {
    const page = `<main><h1>App passwords</h1></main><div><p>Scan the QR code, or enter this key in the authenticator app.</p>
      <code>wq7zkxv9tbnp</code><button>Copy</button></div>`;
    expect(secretOf(read(zoho, page))).toBeUndefined();
  });

  it('where the words around it say so, and a title far up says app password', () => {
    const page = `<main><h1>App passwords</h1><section><h2>…</h2><p>Scan the QR code, or enter this key in the authenticator app.</p>
      <div><div>Key</div><strong>hcga nvcr eovu qhtf</strong><button>Copy</button></div></section></main>`;
    expect(secretOf(read(zoho, page))).toBeUndefined();
  });

  it('in a list of devices, one of which a person gave such a name', () => {
    const page = `<main><h1>Application Passwords</h1><div><ul><li>Pixel 7</li><li><span>mkOA elbT M5bH 9ko0 OMxV helE</span></li>
      <li>Pixel 4</li></ul></div></main>`;
    expect(
      secretOf(read('https://blog.example/wp-admin/profile.php', page, { asked: true })),
    ).toBeUndefined();
  });

  it('where the title asks what an app password is', () => {
    const page = `<main><section><h2>What is an app password?</h2><code>wq7zkxv9tbnp</code><button>Copy</button></section></main>`;
    expect(secretOf(read(zoho, page))).toBeUndefined();
  });
});

describe('a secret, however it is shown', () => {
  it('as a button that is nothing else', () => {
    const page = `<main><h1>App password created</h1><label>Password</label> <button><span>wq7zkxv9tbnp</span></button></main>`;
    expect(secretOf(read(zoho, page))).toBe('wq7zkxv9tbnp');
  });

  it('preformatted in a dialog, with nothing that copies', () => {
    const page = `<div role="dialog" aria-labelledby="t"><h2 id="t">App password created</h2><p>Write it down now.</p>
      <div>Password</div><pre><code>wq7zkxv9tbnp</code></pre></div>`;
    expect(secretOf(read(zoho, page))).toBe('wq7zkxv9tbnp');
  });

  it('in a field that is switched off', () => {
    const page = `<main><h1>App password created</h1><label for="s">Password</label>
      <input id="s" disabled value="wq7zkxv9tbnp"><button title="Copy"></button></main>`;
    expect(secretOf(read(zoho, page))).toBe('wq7zkxv9tbnp');
  });

  it('cut into groups that are no groups of it', () => {
    const groups = ['app_', 'aaaa', 'aaes', '3yku', 'ekdg', '9vzs', '3vjt', 'v3ht', 'aqlh', '3vvg'];
    const page = `<div role="dialog"><h2>App password created</h2><p>Shown only once.</p>
      <div>Password</div><div>${groups.map((one) => `<span>${one}</span>`).join('')}</div></div>`;
    const url = 'https://mail.example/account/Account/x:AppPassword/new';
    expect(secretOf(read(url, page))).toBe(groups.join(''));
  });

  it('beside a word that would be one more group', () => {
    const page = `<main><h1>Senha de app criada</h1><div><span>Senha</span> CJTVY-CCXOQ-QKFPP-QHDIZ<button>Copiar</button></div></main>`;
    const found = secretOf(read('https://files.example/settings/personal', page, { asked: true }, 'pt-BR'));
    expect(found).toBe('CJTVY-CCXOQ-QKFPP-QHDIZ');
  });
});

describe('a form that shows the secret before it is sent, drawn by a stranger', () => {
  const form = `<main><h1>Create app password</h1><form><label for="n">App name</label><input id="n" value="Scanner">
    <label for="s">Password</label><input id="s" value="qkzvh trmw bxnp lgcd jys">
    <button type="button">Cancel</button><button type="button">Create</button></form></main>`;
  const url = 'https://mail.example/account/app-passwords/edit';

  it('is a draft, sent by what is neither for copying nor for giving up', () => {
    const html = `<!doctype html><html lang="en"><body>${form}</body></html>`;
    const opened = openFixture({ file: '', provider: '', url, html });
    const reading = readPage(readers, opened.url, opened.page)?.reading;
    expect(reading).toMatchObject({ kind: 'drafted', label: 'Scanner', secret: 'qkzvh trmw bxnp lgcd jys' });
    const send = reading?.kind === 'drafted' ? reading.send : '';
    const [cancel, create] = opened.page.querySelectorAll('button');
    expect(typeof send === 'function' && [send([cancel!]), send([create!])]).toEqual([false, true]);
  });

  it('is none without a name', () => {
    expect(read(url, form.replace('value="Scanner"', ''))?.kind).not.toBe('drafted');
  });
});

describe('a page of no known provider, when asked', () => {
  const asked = { asked: true } as const;
  const url = 'https://console.harbour.example/settings';
  const made = (body: string, lang = 'en') => {
    const reading = read(url, body, asked, lang);
    return reading?.kind === 'created' ? reading : undefined;
  };

  it('offers the secret of a pair, and not its id', () => {
    const pair = `<main><h1>Access key created</h1><p>You will not be able to see it again.</p>
      <div><label>Access key ID</label><br><code>AK7MNCRN7LB3ZSSORPHP</code> <button>Copy</button></div>
      <div><label>Secret access key</label><br><code>dXPm5zSCUcwN8aqw+fsYeAvzsKLUItzf</code> <button>Copy</button></div></main>`;
    expect(made(pair)?.secret).toBe('dXPm5zSCUcwN8aqw+fsYeAvzsKLUItzf');
  });

  it('offers what stands below the news of it', () => {
    const news = `<main><div><p>Your new token has been created. Copy it now.</p></div>
      <div><p>4ffcf19209f81136660630cd035e1b7147e51be6</p></div><h4>Manage access tokens</h4>
      <h5>New token</h5><form><label for="n">Name</label><input id="n"><button>Create</button></form></main>`;
    expect(made(news)?.secret).toBe('4ffcf19209f81136660630cd035e1b7147e51be6');
  });

  it('offers signed tokens, and such as have an equals sign in them', () => {
    const page = (secret: string) =>
      `<main><h2>New token</h2><p>Copy it now: you will not see it again.</p><div>${secret}</div><button>Copy token</button></main>`;
    for (const secret of [
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.SjnNHteWc_o2TVFC9clXl4_l5WrolLEqaP1IEmGeo3Q',
      'perm-bWlsYW4=.NDktMw==.Uw4aSHmPZ1Yfw5R6st0LzOiDRivM7l',
    ])
      expect(made(page(secret))?.secret).toBe(secret);
  });

  it('takes no heads of a table together, and no title', () => {
    const page = `<main><h1>Klucz tajny API</h1><table><tr><th>Note</th><th>Created</th><th>Expires</th></tr></table>
      <p>Skopiuj go teraz, nie zobaczysz go ponownie.</p><div>xk7qzvw9tbnrq4ms</div><button>Kopiuj</button></main>`;
    expect(made(page, 'pl')?.secret).toBe('xk7qzvw9tbnrq4ms');
  });

  it('gives it the name that the page repeats, wherever it does', () => {
    const secret = '<p>You will not see it again.</p><code>xk7qzvw9tbnrq4ms</code><button>Copy</button>';
    const pages = [
      `<main><h2>Token “Night backup” created</h2>${secret}</main>`,
      `<main><h2>New token</h2><p>The token <b>Night backup</b> has been created.</p>${secret}</main>`,
      `<main><h2>New token</h2><label for="n">Token label</label><input id="n" value="Night backup">${secret}</main>`,
      `<main><h2>New token</h2><p>It is shown only once.</p><table><tr><th>Description</th><th>Token</th></tr>
        <tr><td>Night backup</td><td><code>xk7qzvw9tbnrq4ms</code><button>Copy</button></td></tr></table></main>`,
    ];
    for (const page of pages) expect(made(page)?.label, page).toBe('Night backup');
  });

  it('is not misled by words in the name that a person gave', () => {
    const page = `<main><h2>API key</h2><p>Key “Recovery code printer” was created. API key: <input readonly
      value="xk7qzvw9tbnrq4ms"> Save it, you will not see it again.</p></main>`;
    expect(made(page)?.secret).toBe('xk7qzvw9tbnrq4ms');
  });

  it('says whose it is where that is a name to sign in with', () => {
    const page = `<main><h2>New device password</h2><table><tr><th>Username</th><td>s2104417</td></tr>
      <tr><th>Device password</th><td><code>4QEV-DR7B-IEFL-5TMS</code></td></tr></table>
      <p>Write it down now; it cannot be displayed later.</p></main>`;
    expect(made(page)).toMatchObject({ account: 's2104417', secret: '4QEV-DR7B-IEFL-5TMS' });
  });

  it('takes no sentence about signing in for a name', () => {
    for (const line of [
      'Last login: yesterday at 10:00',
      'Login: see the manual',
      'Last login: 2026-01-02',
    ]) {
      const page = `<main><h2>New device password</h2><p>${line}</p><p>It is shown only once.</p>
        <code>4QEV-DR7B-IEFL-5TMS</code><button>Copy</button></main>`;
      expect(made(page)?.secret, line).toBe('4QEV-DR7B-IEFL-5TMS');
      expect(made(page)?.account, line).toBeUndefined();
    }
  });

  it('takes six words where the page calls them the new password', () => {
    const page = `<main><table><tr><td><b>Dit nye kodeord</b><br>
      <tt>grene-lampe-tordivel-ostehaps-kanal-fyrre</tt><br>Det bliver ikke vist igen.</td></tr></table></main>`;
    expect(made(page, 'da')?.secret).toBe('grene-lampe-tordivel-ostehaps-kanal-fyrre');
  });
});

describe('words and secrets are told apart', () => {
  const secret = '<code>xk7qzvw9tbnrq4ms</code><button>Copy</button>';
  const read2 = (body: string, moment: Moment = {}) =>
    read('https://nas.example/user', `<main><h2>New app password</h2>${body}</main>`, {
      asked: true,
      ...moment,
    });

  it('by words and a secret side by side in one row of any kind', () => {
    const named = `<table><tr><td>Navn:</td><td>ukoikizknxvvjxyp</td></tr></table>${secret}`;
    expect(secretOf(read2(named, { named: 'ukoikizknxvvjxyp' }))).toBe('xk7qzvw9tbnrq4ms');
    const own = `<div><div><span>Current password</span> <b>q9Ny rGEq jBML 5fQg bAT4 KVJv</b></div></div>${secret}`;
    expect(secretOf(read2(own))).toBe('xk7qzvw9tbnrq4ms');
  });

  it('by how words are written in many languages', () => {
    for (const word of ['sikkerhetskopier', 'varmuuskopiointi', 'beveiligingssleutel', 'SMTP-Zugangsdaten'])
      expect(secretOf(read2(`<code>${word}</code><button>Copy</button>`)), word).toBeUndefined();
  });

  it('in rows that are nothing but codes, of which none was made just now', () => {
    const rows = ['ciod fvtm pvjv rtcb', 'lmqh psdm gljh xvhp'].map(
      (code) => `<li><code>${code}</code></li>`,
    );
    const page = `<main><h2>App passwords</h2><div><p>Keep them safe.</p><ul><li>Code</li>${rows.join('')}
      <li><button>Copy</button></li></ul></div></main>`;
    const yahoo = 'https://login.yahoo.com/myaccount/security/app-password/';
    expect(secretOf(read(yahoo, page))).toBeUndefined();
    const one = page.replace(rows[1] ?? '', '');
    expect(secretOf(read(yahoo, one))).toBe('ciodfvtmpvjvrtcb');
  });

  it('in hexadecimal digits that are mostly numbers', () => {
    const page = '<code>bc9277b15a9e785222984f8058448141</code><button>Copy</button>';
    expect(secretOf(read2(page))).toBe('bc9277b15a9e785222984f8058448141');
  });
});

describe('a part of the page with a name', () => {
  it('is nearer than a title before it', () => {
    const part = (name: string) => `<main><h1>App passwords</h1><p>Add one for each device.</p></main>
      <section aria-labelledby="t"><div id="t">${name}</div><p>Code</p><code>wq7zkxv9tbnp</code>
      <button>Copy</button></section>`;
    expect(secretOf(read(zoho, part('Your new app password')))).toBe('wq7zkxv9tbnp');
    expect(secretOf(read(zoho, part('Set up your authenticator app')))).toBeUndefined();
  });
});

describe('a secret key', () => {
  const page = (text: string) => `<main><h2>Access keys</h2><p>${text}</p><p>Secret key</p>
    <code>xk7qzvw9tbnrq4ms</code><button>Copy</button></main>`;
  const made = (text: string) => secretOf(read('https://store.example/keys', page(text), { asked: true }));

  it('of a pair is a token, to be scanned an authenticator\u2019s', () => {
    expect(made('The access key is shown only once.')).toBe('xk7qzvw9tbnrq4ms');
    expect(made('Scan the QR code, or enter the key in your authenticator app.')).toBeUndefined();
  });
});

describe('a button that is nothing but the secret', () => {
  it('is taken after a name, whether chance shows or not, and no word of the screen is', () => {
    const page = (text: string) =>
      `<main><h2>Your new app password</h2><button>${text}</button><button>Done</button></main>`;
    const yandex = 'https://id.yandex.ru/security/app-passwords';
    expect(secretOf(read(yandex, page('meczagrnjijovaoa'), { named: 'A' }))).toBe('meczagrnjijovaoa');
    expect(secretOf(read(yandex, page('toepassingbeheer'), { named: 'A' }))).toBeUndefined();
    expect(secretOf(read(yandex, page('meczagrnjijovaoa')))).toBeUndefined();
  });
});

describe('the label of one field', () => {
  it('is not that of the next', () => {
    const page = `<main><h2>Create app password</h2><form><label for="name">Description</label><input id="name" value="Mutt">
      <input value="VnA8AiAxWXbSkct6sXXixT3rB8HLpzyl"><button>Create</button></form></main>`;
    const found = read('https://mail.example/user', page);
    expect(found).toMatchObject({
      kind: 'drafted',
      label: 'Mutt',
      secret: 'VnA8AiAxWXbSkct6sXXixT3rB8HLpzyl',
    });
  });
});
