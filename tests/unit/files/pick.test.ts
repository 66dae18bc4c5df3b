import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Existing, type KnownProvider, pick } from '../../../lib/files/pick';
import type { Found } from '../../../lib/managers/manager';
import { spent } from '../spent';

const providers: readonly KnownProvider[] = [
  {
    id: 'acme',
    name: 'Acme',
    hosts: ['acme.example'],
    shape: { shown: /^[a-z]{4}( [a-z]{4}){3}$/, ignored: ' ' },
  },
  {
    id: 'mail',
    name: 'Mail & more',
    hosts: ['mail.example'],
    shape: { shown: /^[!-~]{8,64}$/, ignored: '' },
  },
  {
    id: 'tidy',
    name: 'Tidy',
    hosts: ['tidy.example'],
    shape: { shown: /^[a-z]{4}(-[a-z]{4}){3}$/, ignored: '' },
  },
  {
    id: 'ended',
    name: 'Ended',
    hosts: ['code.example'],
    shape: { shown: /^old[a-z]{20}$/, ignored: '' },
    isShared: true,
  },
];

function found(change: Partial<Found> = {}): Found {
  return { label: '', account: '', secret: 'x', url: '', notes: '', tags: [], folder: '', ...change };
}

const one = (change: Partial<Found>, existing: readonly Existing[] = []) =>
  pick([found(change)], providers, existing)[0];

describe('what looks like an app password', () => {
  it.each([
    [
      'its shape at its provider',
      { url: 'https://login.acme.example/x', secret: 'abcd efgh ijkl mnop' },
      ['shape'],
    ],
    ['the shape without spaces', { url: 'acme.example', secret: 'abcdefghijklmnop' }, ['shape']],
    ['its folder', { folder: 'Work/App passwords' }, ['folder']],
    ['a tag', { tags: ['x', 'app-password'] }, ['tag']],
    ['words in its notes', { notes: 'This is the app-specific password of the phone' }, ['words']],
    ['words in German', { label: 'App-Passwort Drucker' }, ['words']],
    ['words in French', { label: "Mot de passe d'application" }, ['words']],
    ['words in Russian', { label: 'Пароль приложения' }, ['words']],
    ['words in Japanese', { label: 'アプリ パスワード' }, ['words']],
    ['words in Chinese', { label: '应用专用密码' }, ['words']],
  ] as const)('%s', (_, change, signs) => {
    expect(one(change)).toMatchObject({ likely: true, signs });
  });

  it.each([
    ['nothing', {}],
    ['only its host', { url: 'https://acme.example/', secret: 'Summer2024!' }],
    ['the shape at another site', { url: 'https://other.example/', secret: 'abcdefghijklmnop' }],
    ['a look-alike of the host', { url: 'https://notacme.example/', secret: 'abcdefghijklmnop' }],
    [
      'the host in front of another',
      { url: 'https://acme.example.evil.example/', secret: 'abcdefghijklmnop' },
    ],
    ['the host as a user name', { url: 'https://acme.example@evil.example/', secret: 'abcdefghijklmnop' }],
    ['a shape that any password has', { url: 'https://mail.example/', secret: 'Summer2024!' }],
    ['words that are near', { label: 'Apple password', notes: 'pass the app' }],
  ])('but not %s', (_, change) => {
    expect(one(change)?.likely).toBe(false);
  });
});

it('names the provider by its host, else by the folder, and gives the secret as clients need it', () => {
  expect(one({ url: 'HTTPS://ACME.example:8443/', secret: 'abcd efgh ijkl mnop' })).toMatchObject({
    provider: 'acme',
    secret: 'abcdefghijklmnop',
  });
  expect(one({ folder: 'App passwords/Mail & more' })?.provider).toBe('mail');
  expect(one({ folder: 'App passwords Acme' })?.provider).toBe('acme');
  expect(one({ url: 'https://tidy.example', secret: 'abcd-efgh-ijkl-mnop' })?.secret).toBe(
    'abcd-efgh-ijkl-mnop',
  );
  expect(one({ url: 'https://nowhere.example', secret: 'a b' })).toMatchObject({
    provider: 'other',
    secret: 'a b',
  });
  expect(one({ provider: 'retired-one' })).toMatchObject({ provider: 'retired-one', likely: true });
});

describe('a site that has other secrets too', () => {
  const [url, secret] = ['https://code.example/', `old${'abcdefghijklmnopqrst'}`];

  it('is the provider of what has the shape', () => {
    expect(one({ url, secret })).toMatchObject({ provider: 'ended', likely: true, signs: ['shape'] });
  });

  it('but not of the rest, unless the file says so', () => {
    expect(one({ url, secret: 'new-token' })).toMatchObject({ provider: 'other', likely: false });
    expect(one({ url, secret: 'x', folder: 'App passwords/Ended' })?.provider).toBe('ended');
    expect(one({ url, secret: 'x', provider: 'ended' })?.provider).toBe('ended');
  });
});

describe('what the vault has already', () => {
  const existing = [
    {
      id: 'entry-one',
      provider: 'acme',
      account: 'ada@mail.example',
      label: 'Scanner',
      secret: 'abcdefghijklmnop',
    },
    { id: 'entry-two', provider: 'other', account: 'ada', label: 'Phone' },
  ];

  it('is this very secret, in any form', () => {
    const change = { url: 'https://acme.example', secret: 'abcd efgh ijkl mnop', label: 'Renamed' };
    expect(one(change, existing)).toMatchObject({ status: 'known', entry: 'entry-one' });
  });

  it('differs under the same provider, account and label', () => {
    const change = {
      url: 'https://acme.example',
      account: ' Ada@Mail.example',
      label: 'SCANNER',
      secret: 'new',
    };
    expect(one(change, existing)).toMatchObject({ status: 'differing', entry: 'entry-one' });
    expect(one({ account: 'ada', label: 'Phone', secret: 'new' }, existing)).toMatchObject({
      status: 'differing',
      entry: 'entry-two',
    });
  });

  it('is new otherwise, and only once in a file', () => {
    const twice = [found({ secret: 'new', label: 'a' }), found({ secret: 'new', label: 'b' })];
    expect(pick(twice, providers, existing).map(({ status }) => status)).toEqual(['new', 'known']);
  });

  it('cannot be a secret when it is too long', () => {
    expect(one({ secret: 'x'.repeat(201) })?.status).toBe('unfit');
  });
});

it('answers for every item of a file, in its order', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  const record = fc.record({
    label: text,
    account: text,
    secret: text,
    url: text,
    notes: text,
    folder: text,
  });
  fc.assert(
    fc.property(fc.array(record), (all) => {
      const entries = all.map((change) => found(change));
      const picked = pick(entries, providers, []);
      expect(picked.map((candidate) => candidate.found)).toEqual(entries);
      const fresh = picked.filter(({ status }) => status === 'new').map(({ secret }) => secret);
      expect(new Set(fresh).size).toBe(fresh.length);
    }),
  );
});

it('takes 100,000 in stride', () => {
  const many = Array.from({ length: 100_000 }, (_, at) =>
    found({ secret: `s${at}`, url: 'https://a.b.acme.example/' }),
  );
  const existing = many.map(({ secret }, at) => ({
    id: `id${at}`,
    provider: 'acme',
    account: '',
    label: '',
    secret,
  }));
  const started = spent();
  expect(pick(many, providers, existing).every(({ status }) => status === 'known')).toBe(true);
  expect(spent() - started).toBeLessThan(5000);
});
