import { describe, expect, it, vi } from 'vitest';
import { filesFor, filesToLook } from '../../../lib/providers';
import { generalReader, providers, readers } from '../../../lib/providers/all';
import { leftOn, readPage } from '../../../lib/providers/page';
import { loadFixtures, openFixture } from './fixtures';

const unknown = 'https://accounts.unknown.example/security';
const known = loadFixtures();

/** Reads a page of no known provider. */
function look(fixture: (typeof known)[number], url = unknown) {
  const opened = openFixture(fixture, url);
  return read(opened.url, opened.page);
}

/** What a page of no known provider is read as, when the user asks. */
function read(url: URL, page: Document) {
  return readPage([generalReader], url, page, true)?.reading;
}

describe('a page of no known provider', () => {
  it.each(loadFixtures('general'))('$file', (fixture) => {
    const { url, page } = openFixture(fixture);
    const before = page.documentElement.outerHTML;
    expect(read(url, page)).toEqual(fixture.reading);
    expect(page.documentElement.outerHTML).toBe(before);
  });
});

describe('pages of providers, elsewhere', () => {
  const shows = (kind: string | undefined) => kind === 'created' || kind === 'drafted';

  it('no secret but one that the page really shows', () => {
    const quiet = known.filter(({ error, reading }) => !error && !shows(reading?.kind));
    const taken = quiet.filter((fixture) => look(fixture)?.kind === 'created').map(({ file }) => file);
    // Their own step or a token with a true value, which only the address or the provider's markup made a negative.
    expect(taken.sort()).toEqual(
      [
        'aol.on-the-sister-site.html',
        'apple.sign-in.html',
        'bluesky.screen-left.html',
        'fastmail.api-token.html',
        'jetbrains-hub.token.html',
        'mailru.token.html',
        'microsoft-personal.overview.html',
        'microsoft-work.legacy-other-page.html',
        'stalwart.naming.html',
        'yandex.oauth-token.html',
        'zimbra.list-behind-closed-dialog.html',
        'zoho.api-token.html',
      ].sort(),
    );
  });

  it('the right secret, with the right label, or nothing', () => {
    const created = known.flatMap((fixture) =>
      fixture.reading?.kind === 'created' ? [{ fixture, ...fixture.reading }] : [],
    );
    const found = created.filter(({ fixture, label, secret }) => {
      const reading = look(fixture);
      if (reading?.kind !== 'created') return false;
      const bare = (text: string) => text.replaceAll(/[ -]/g, '');
      expect(bare(reading.secret), fixture.file).toBe(bare(secret));
      if (label) expect([undefined, label], fixture.file).toContain(reading.label);
      return true;
    });
    expect(found.length / created.length).toBeGreaterThan(0.85);
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
    ['asks before it deletes one', `<p>Really?</p><p><b>${secret}</b></p><button>Delete it</button>`],
    ['has it in a sentence', `<p>Delete <b>${secret}</b>?</p>`],
    ['has it beside another name', `<p>Recovery key</p>${copied(secret)}`],
  ])('is left alone when it %s', (_, body) => expect(open(dialog('App passwords', body))).toBeUndefined());
});

describe('a dialog without words for app passwords', () => {
  const words = '<p>Tillkom nyss.</p>';

  it('is read when it shows one value for copying, and nothing else', () => {
    expect(open(dialog('Nytt', words + copied(secret)))).toBe(secret);
  });

  it.each([
    ['little chance', copied('scanner-hall-02-west')],
    ['a picture to scan', `<img src="data:image/png;base64,iVBORw0KGgo=">${copied(secret)}`],
  ])('is left alone with %s', (_, body) => expect(open(dialog('Nytt', words + body))).toBeUndefined());
});

describe('what is shown once besides app passwords', () => {
  const split = (lines: string[]) => lines.flatMap((line) => line.split(', '));
  const tokens = split([
    'API key, access token, client secret, personal access token, webhook secret',
    'API-Schlüssel, Zugriffstoken',
    'Clé d’API, jeton d’accès',
    'Clave de API, token de acceso',
    'Chiave API, Chave de API, API-sleutel, toegangstoken',
    'Klucz API, token dostępu, Ключ API, токен API, API anahtarı',
    'API キー, アクセストークン, API 密钥, 访问令牌, مفتاح API',
  ]);
  const others = split([
    'recovery code, backup code, licence key, invite code, order number, temporary password, verification code',
    'Wiederherstellungsschlüssel, Lizenzschlüssel, Einladungscode, Bestellnummer, vorläufiges Passwort, Einmalpasswort, WLAN-Passwort',
    'code de récupération, clé de licence, code d’invitation, numéro de commande, mot de passe provisoire',
    'código de recuperación, clave de licencia, código de invitación, número de pedido, contraseña temporal',
    'codice di recupero, codice invito, numero d’ordine, password provvisoria',
    'código de recuperação, chave de licença, código de convite, número do pedido, senha provisória',
    'herstelcode, licentiesleutel, uitnodigingscode, bestelnummer, tijdelijk wachtwoord',
    'kod odzyskiwania, klucz licencyjny, kod zaproszenia, numer zamówienia, hasło tymczasowe',
    'код восстановления, лицензионный ключ, код приглашения, номер заказа, временный пароль',
    'kurtarma kodu, lisans anahtarı, davet kodu, sipariş numarası, geçici şifre',
    'リカバリーコード, ライセンスキー, 招待コード, 注文番号, 仮パスワード',
    '恢复代码, 许可证密钥, 邀请码, 订单号, 临时密码',
    'رمز الاسترداد, مفتاح الترخيص, رمز الدعوة, رقم الطلب, كلمة مرور مؤقتة',
  ]);
  const page = (title: string) => {
    const html = dialog(title, copied(secret));
    return openFixture({ file: '', provider: '', url: unknown, html });
  };

  it.each(tokens)('is offered as what it is called, since the user asked: %s', (title) => {
    const opened = page(title);
    expect(read(opened.url, opened.page)).toMatchObject({ kind: 'created', secret, seems: 'token' });
  });

  it.each(others)('is named and left alone: %s', (title) => {
    const opened = page(title);
    expect(read(opened.url, opened.page)).toBeUndefined();
    expect(leftOn([generalReader], opened.page)).toBeDefined();
    expect(open(dialog('…', `<p>${title}</p>${copied('x4tq9kzdhr2bpg7l')}`))).toBeUndefined();
  });

  it('is named by what it is', () => {
    expect(leftOn([generalReader], page('Recovery codes').page)).toBe('recovery');
    expect(leftOn([generalReader], page('Set up your authenticator app').page)).toBe('key');
    expect(leftOn([generalReader], page('Licence key').page)).toBe('other');
    expect(leftOn([generalReader], page('App password').page)).toBeUndefined();
  });

  it('is no reason to answer nothing, whatever the page has done to itself', () => {
    const { page: broken } = page('Recovery codes');
    broken.body.insertAdjacentHTML('beforeend', '<form><input name="matches"></form>');
    // A field of this name takes its form's own function away; jsdom does not do that by itself.
    Object.assign(broken.forms[0] ?? {}, { matches: broken.querySelector('[name=matches]') });
    expect(leftOn([generalReader], broken)).toBeUndefined();
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
  ])('costs little: %s', (_, html, expected) => {
    const { url, page } = openFixture({ file: '', provider: '', url: unknown, html });
    const asked = vi.spyOn(page.defaultView!.Element.prototype, 'matches');
    expect(read(url, page)).toEqual(expected && { kind: 'created', secret: expected });
    expect(asked.mock.calls.length).toBeLessThan(3_000);
  });
});

describe('reading unasked', () => {
  const fixture = loadFixtures('general')[0]!;
  const { url, page } = openFixture(fixture);

  it('is not done', () => {
    expect(readPage([...readers, generalReader], url, page)?.reading.kind).not.toBe('created');
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
