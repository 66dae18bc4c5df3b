import { describe, expect, it, vi } from 'vitest';
import { filesFor, filesToLook } from '../../../lib/providers';
import { generalReader, providers, readers } from '../../../lib/providers/all';
import { readPage } from '../../../lib/providers/page';
import { loadFixtures, openFixture } from './fixtures';

const unknown = 'https://accounts.unknown.example/security';
const known = loadFixtures();

/** Reads a page of somebody who is not known. */
function look(fixture: (typeof known)[number], url = unknown) {
  const opened = openFixture(fixture, url);
  return generalReader.read(opened.url, opened.page);
}

describe('a page of nobody that is known', () => {
  it.each(loadFixtures('general'))('$file', (fixture) => {
    const { url, page } = openFixture(fixture);
    const before = page.documentElement.outerHTML;
    expect(generalReader.read(url, page)).toEqual(fixture.reading);
    expect(page.documentElement.outerHTML).toBe(before);
  });
});

describe('pages of providers, elsewhere', () => {
  /** The provider's own step with a true app password, which only its address made a negative. */
  const genuine = [
    'aol.on-the-sister-site.html',
    'bluesky.other-host.html',
    'bluesky.other-screen.html',
    'microsoft-work.legacy-other-page.html',
    'nextcloud.other-page.html',
    'owncloud.other-page.html',
    'practice.unmarked.html',
    'wordpress.other-admin-page.html',
  ];
  const shows = (kind: string | undefined) => kind === 'created' || kind === 'drafted';

  it.each(
    known.filter(({ file, error, reading }) => !error && !shows(reading?.kind) && !genuine.includes(file)),
  )('nothing of $file', (fixture) => expect(look(fixture)).toBeUndefined());

  it('the right secret, with the right label, or nothing', () => {
    const created = known.flatMap((fixture) =>
      fixture.reading?.kind === 'created' ? [{ fixture, ...fixture.reading }] : [],
    );
    const found = created.filter(({ fixture, label, secret }) => {
      const reading = look(fixture);
      if (reading?.kind !== 'created') return false;
      expect(reading.secret, fixture.file).toBe(secret);
      expect([undefined, label], fixture.file).toContain(reading.label);
      return true;
    });
    expect(found.length / created.length).toBeGreaterThan(0.7);
  });
});

/** The secret on a page, when it is read. */
function open(html: string, url = unknown): string | undefined {
  const reading = look({ file: '', provider: '', url, html }, url);
  return reading?.kind === 'created' ? reading.secret : undefined;
}

const dialog = (title: string, body: string) =>
  `<main></main><div role="dialog"><h2>${title}</h2>${body}<button>OK</button></div>`;
const copied = (value: string) => `<p><code>${value}</code><button>Copy</button></p>`;
const secret = 'qzkw-htrm-vbxn-plcg';

describe('two values that could be it', () => {
  const step = (...values: string[]) => dialog('App password', values.map(copied).join(''));

  it('are left alone, one is read', () => {
    expect(open(step(secret))).toBe(secret);
    expect(open(step(secret, 'wkqz-mrth-nxbv-gclp'))).toBeUndefined();
  });

  it.each([
    'abcd efgh ijkl mnop',
    'xxxx-xxxx-xxxx-xxxx',
    'qzkw-qzkw-qzkw-qzkw',
    'qwer-zxcv-asdf-bnmk',
    'a1b2c3d4e5f6g7h8',
    'pear moon drum kite',
    'responsibilities',
    '4111-1111-1111-1111',
  ])('never a sample, a word or a number: %s', (value) => expect(open(step(value))).toBeUndefined());
});

describe('a dialog about app passwords', () => {
  const row = `<ul><li><code>${secret}</code><button>Delete</button></li></ul>`;

  it('shows the secret without a control that copies, too', () =>
    expect(open(dialog('App password', `<div>${secret}</div>`))).toBe(secret));

  it('shows it by one element per character, and in an open shadow root', () => {
    const parts = [...secret].map((one) => `<span>${one}</span>`).join('');
    const shadow = `<x-value><template shadowrootmode="open">${copied(secret)}</template></x-value>`;
    expect(open(dialog('App password', `<div>${parts}</div>`))).toBe(secret);
    expect(open(dialog('App password', shadow))).toBe(secret);
  });

  it.each([
    ['has it as a name in a list', row],
    ['asks before it deletes one', `<p>Really?</p><p><b>${secret}</b></p><button>Cancel</button>`],
    ['has it in a sentence', `<p>Delete <b>${secret}</b>?</p>`],
    ['has it beside another name', `<p>Recovery key</p>${copied(secret)}`],
    ['asks for something', `<div>${secret}</div><input name="code">`],
  ])('is left alone when it %s', (_, body) => expect(open(dialog('App passwords', body))).toBeUndefined());
});

describe('a dialog without words for app passwords', () => {
  const words = '<p>Tillkom nyss.</p>';

  it('is read when it shows one value for copying, and nothing else', () => {
    expect(open(dialog('Nytt', words + copied(secret)))).toBe(secret);
    expect(open(dialog('Nytt', `${words}<p><code>${secret}</code></p>`))).toBeUndefined();
    expect(open(`<main><h1>Nytt</h1>${words}${copied(secret)}</main>`)).toBeUndefined();
  });

  it.each([
    ['capital letters', copied('QZKW-HTRM-VBXN-PLCG')],
    ['little chance', copied('scanner-hall-02-west')],
    ['a picture to scan', `<img src="data:image/png;base64,iVBORw0KGgo=">${copied(secret)}`],
    ['a field to fill in', `<input>${copied(secret)}`],
    ['an English name in its markup', `<div data-testid="recovery-box">${copied(secret)}</div>`],
    [
      'words out of sight',
      `<x-a><template shadowrootmode="open"><p>API</p></template></x-a>${copied(secret)}`,
    ],
  ])('is left alone with %s', (_, body) => expect(open(dialog('Nytt', words + body))).toBeUndefined());

  it('is left alone at an address that says otherwise', () =>
    expect(
      open(dialog('Nytt', copied(secret)), 'https://accounts.unknown.example/api-keys'),
    ).toBeUndefined());

  /** What is shown once besides app passwords, in the languages that are read. */
  const others = [
    'API key, access token, recovery code, backup code, licence key, invite code, order number, temporary password, verification code, client secret',
    'API-Schlüssel, Zugriffstoken, Wiederherstellungsschlüssel, Lizenzschlüssel, Einladungscode, Bestellnummer, vorläufiges Passwort, Einmalpasswort, WLAN-Passwort',
    'Clé d’API, jeton d’accès, code de récupération, clé de licence, code d’invitation, numéro de commande, mot de passe provisoire',
    'Clave de API, token de acceso, código de recuperación, clave de licencia, código de invitación, número de pedido, contraseña temporal',
    'Chiave API, codice di recupero, codice invito, numero d’ordine, password provvisoria',
    'Chave de API, código de recuperação, chave de licença, convite, número do pedido, senha provisória',
    'API-sleutel, toegangstoken, herstelcode, licentiesleutel, uitnodigingscode, bestelnummer, tijdelijk wachtwoord',
    'Klucz API, token dostępu, kod odzyskiwania, klucz licencyjny, kod zaproszenia, numer zamówienia, hasło tymczasowe',
    'Ключ API, токен API, код восстановления, лицензионный ключ, код приглашения, номер заказа, временный пароль',
    'API anahtarı, kurtarma kodu, lisans anahtarı, davet kodu, sipariş numarası, geçici şifre',
    'API キー, アクセストークン, 回復コード, ライセンスキー, 招待コード, 注文番号, 仮パスワード',
    'API 密钥, 访问令牌, 恢复代码, 许可证密钥, 邀请码, 订单号, 临时密码',
    'مفتاح API, رمز الاسترداد, مفتاح الترخيص, رمز الدعوة, رقم الطلب, كلمة مرور مؤقتة',
  ].flatMap((line) => line.split(', '));

  it.each(others)('is left alone when it is about this: %s', (title) => {
    expect(open(dialog(title, copied(secret)))).toBeUndefined();
    expect(open(dialog('…', `<p>${title}</p>${copied('x4tq9kzdhr2bpg7l')}`))).toBeUndefined();
  });
});

describe('a page that is much too large', () => {
  const row = '<li><span>robin</span><button>Delete</button></li>';
  const code = '<li><code>kqzw-htrm-vbxn-plcg</code><button>Copy</button></li>';

  it.each([
    ['rows', `<main><h1>App passwords</h1><ul>${row.repeat(2_000)}</ul></main>`, undefined],
    ['values', `<main><h1>App passwords</h1><ul>${code.repeat(2_000)}</ul></main>`, undefined],
    [
      'hidden dialogs',
      dialog('App password', copied(secret)).replace('"dialog"', '"dialog" hidden').repeat(999),
      undefined,
    ],
    [
      'rows around a dialog',
      `<ul>${row.repeat(2_000)}</ul>${dialog('App password', copied(secret))}`,
      secret,
    ],
    [
      'news',
      `<main aria-live="polite"><h1>App password</h1>${row.repeat(2_000)}${copied(secret)}</main>`,
      secret,
    ],
  ])('costs little: %s', (_, html, expected) => {
    const { url, page } = openFixture({ file: '', provider: '', url: unknown, html });
    const asked = vi.spyOn(page.defaultView!.Element.prototype, 'matches');
    expect(generalReader.read(url, page)).toEqual(expected && { kind: 'created', secret: expected });
    expect(asked.mock.calls.length).toBeLessThan(3_000);
  });
});

describe('reading unasked', () => {
  const fixture = loadFixtures('general')[0]!;
  const { url, page } = openFixture(fixture);

  it('is not done', () => {
    expect(readPage([...readers, generalReader], url, page)).toBeUndefined();
    expect(readPage([...readers, generalReader], url, page, true)).toEqual({
      provider: 'other',
      reading: fixture.reading,
    });
  });

  it('is in no list that watches', () => {
    expect([...readers, ...providers].map(({ id }) => id)).not.toContain(generalReader.id);
    expect(filesToLook(url).at(-1)).toBe(filesFor([generalReader]).at(-1));
  });
});
