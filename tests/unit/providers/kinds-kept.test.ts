import { describe, expect, it } from 'vitest';
import { readers } from '../../../lib/providers/all';
import { readPage } from '../../../lib/providers/page';
import { openFixture } from './fixtures';
import { read, secretOf } from './small-page';

/** What is taken of a page, sign by sign: kinds of pages that were read wrongly once. */

describe('an account', () => {
  it('is never the secret, where known markup says the one in place of the other', () => {
    const page = `<header>hana@choir.example</header><main><h1>App passwords</h1><div id="appPassLoginInfo"><div>Password:
      <span class="appPassword">952ac4cmx3lt13pn</span></div></div></main>`;
    expect(read('https://my.choir.example/appsuite/', page, { asked: true })).toMatchObject({
      account: 'hana@choir.example',
      secret: '952ac4cmx3lt13pn',
    });
  });
});

describe('known markup without one of its parts', () => {
  it('is read all the same, and no change is reported', () => {
    const page = `<div id="security"><table class="token-list"></table></div><div role="dialog"><h2>New app password</h2>
      <div><div class="token-dialog__password"><input readonly value="Jd5FD-FmAQd-ePjsb-Y3AGB-crwqz"></div></div></div>`;
    expect(secretOf(read('https://cloud.example/settings/user/security', page, { asked: true }))).toBe(
      'Jd5FD-FmAQd-ePjsb-Y3AGB-crwqz',
    );
    const opened = openFixture({ file: '', provider: '', url: 'https://cloud.example/', html: page });
    const own = readers
      .filter(({ id }) => id === 'nextcloud')
      .map((reader) => ({ ...reader, pages: () => undefined }));
    expect(readPage(own, opened.url, opened.page, true)?.reading).toMatchObject({ kind: 'created' });
  });
});

describe('a secret in a sentence', () => {
  const SECRET = 'qwhbtrkzmnvcpxlg';
  const dialog = (inner: string) =>
    `<div role="dialog" aria-label="App password"><h2>App password</h2>${inner}<p>Copy it now, you will not see it again.</p></div>`;

  it.each([
    ['with a full stop', `<p>Your app password is: ${SECRET}.</p>`],
    ['without a colon', `<p>Your app password is ${SECRET}</p>`],
    ['in a text of its own', `<p>Your app password is <!-- -->${SECRET}</p>`],
    ['in quotes', `<p>Your app password: “${SECRET}”</p>`],
    ['on a line of its own', `<p>Your app password<br>${SECRET}</p>`],
    ['before what is said of it', `<ul><li>Password: ${SECRET} (16 letters)</li></ul>`],
  ])('is taken %s', (_, inner) => {
    const url = 'https://mysignins.microsoft.com/security-info';
    expect(secretOf(read(url, dialog(inner)))).toBe(SECRET);
  });

  it('is taken without the full stop where the form is not known', () => {
    const page = dialog('<p>Your app password is: LfXg7kQ2zT9wVb4n.</p>');
    expect(secretOf(read('https://nas.example/user', page, { asked: true }))).toBe('LfXg7kQ2zT9wVb4n');
  });
});

describe('what the page shows is what is kept', () => {
  const page = (secret: string) =>
    `<main><h1>App passwords</h1><p>Your new app password. Copy it now, it is shown only once.</p><code>${secret}</code><button>Copy</button></main>`;

  it.each([
    '6YnN-562c-6UWR-MLJ7-KztK-h49G',
    'Sccb4 486AH 53KCz 84LrC UtiuQ',
    'FYWCB ZKKDQ NZNQF VVNRG',
    'iGRFE8kPRwTjfYQmMQ7vHiY5',
  ])('sign by sign, on a site of no known provider: %s', (secret) => {
    const reading = read('https://nas.example/user', page(secret), { asked: true });
    expect([secret, secret.replaceAll(' ', '')]).toContain(secretOf(reading));
  });
});

describe('on a watched self-hosted site, unasked', () => {
  const ID = '549e9e30e7d4a84be7bb1d72';
  const SECRET = 'iGRF E8kP RwTj fYQm MQ7v HiY5';

  it.each([
    [
      'a stored password',
      `<main><h2>Web shop</h2><label>User name <input readonly value="robin"></label>
       <label>Password <input readonly value="${SECRET}"></label><button>Copy</button></main>`,
    ],
    [
      'the key of an authenticator',
      `<main><h1>Two-factor</h1><p>Type this in your app:</p><code>GEZD GNBV GY3T QOJQ GEZD GNBV</code><button>Copy</button></main>`,
    ],
    ['an id', `<main><h1>Room settings</h1><p>Room ID</p><code>${ID}</code><button>Copy</button></main>`],
  ])('%s is nothing, whatever form it has', (_, page) => {
    expect(secretOf(read('https://cloud.example/apps/passwords', page))).toBeUndefined();
  });

  it('what the page calls an app password is one', () => {
    const page = `<main><h1>App passwords</h1><p>Your new app password</p><code>${SECRET}</code><button>Copy</button></main>`;
    expect(secretOf(read('https://blog.example/account', page))).toBe(SECRET);
  });
});
