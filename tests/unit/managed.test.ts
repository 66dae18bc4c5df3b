import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../lib/model';
import {
  applyPolicy,
  isAllowed,
  leastPassphrase,
  listForbidden,
  mayFetch,
  Policy,
  readPolicy,
  ruleDelivery,
} from '../../lib/policy/policy';
import { listStarts } from '../../lib/review/due';
import { DAY } from '../../lib/time';
import { entry, noFacts, utc } from './review/entries';

const bridges = ['acme-safe', 'other-safe'];

/** Every rule, with a value that it takes. */
const full = {
  providers: ['example-mail', 'other'],
  custody: 'acme-safe',
  limitDays: 90,
  leadDays: 7,
  perProvider: [{ provider: 'example-mail', limitDays: 30, leadDays: 3 }],
  reminderHour: 9,
  leastPassphraseScore: 4,
  leastPassphraseLength: 16,
  autoLockMinutes: 5,
  forbidExport: true,
  forbidPlainFormats: true,
  forbidClipboard: true,
  extraSites: ['cloud.acme.example'],
  helpLink: 'https://help.acme.example/keys',
  rules: ['custody', 'limitDays'],
} satisfies Policy;
const names = Object.keys(full) as (keyof typeof full)[];

const mine: Settings = {
  ...defaultSettings,
  autoLockMinutes: 60,
  destination: { to: 'other-safe', keep: true },
  destinations: [{ provider: 'example-mail', to: 'vault', keep: true }],
};

describe('a policy', () => {
  it.each([undefined, null, {}])('that is not there (%j) sets nothing', (raw) => {
    expect(readPolicy(raw, bridges)).toEqual({ policy: {} });
    expect(applyPolicy(mine, {})).toEqual({ settings: mine, locked: [] });
    expect(leastPassphrase({})).toEqual({ length: 10, score: 3 });
    expect(listForbidden({})).toEqual([]);
  });

  it('is read with every rule, and with each alone', () => {
    expect(readPolicy(full, bridges)).toEqual({ policy: full });
    for (const name of names.filter((one) => one !== 'rules'))
      expect(readPolicy({ [name]: full[name] }, bridges)).toEqual({ policy: { [name]: full[name] } });
  });

  it.each<[string, unknown, string?]>([
    ['limitDays', '90'],
    ['limitDays', 0],
    ['limitDays', 90.5],
    ['limitDays', 3651],
    ['limitDays', null],
    ['leadDays', -1],
    ['reminderHour', 24],
    ['autoLockMinutes', 0],
    ['autoLockMinutes', 1e9],
    ['leastPassphraseScore', 5],
    ['leastPassphraseLength', 'long'],
    ['forbidExport', 'true'],
    ['forbidExport', 1],
    ['forbidPlainFormats', []],
    ['forbidClipboard', 'no'],
    ['providers', 'example-mail'],
    ['providers', ['example-mail', 7], 'providers.1'],
    ['providers', ['Example Mail'], 'providers.0'],
    ['custody', 'acme-sfae'],
    ['custody', ['vault']],
    ['custody', ''],
    ['perProvider', { 'example-mail': { limitDays: 3 } }],
    ['perProvider', [{ limitDays: 3 }], 'perProvider.0.provider'],
    ['perProvider', [{ provider: 'example-mail', limitDays: '3' }], 'perProvider.0.limitDays'],
    ['perProvider', [{ provider: 'example-mail', days: 3 }], 'perProvider.0.days'],
    ['extraSites', ['https://cloud.acme.example'], 'extraSites.0'],
    ['extraSites', ['*.acme.example'], 'extraSites.0'],
    ['extraSites', ['cloud.acme.example:8443'], 'extraSites.0'],
    ['extraSites', ['CLOUD.acme.example'], 'extraSites.0'],
    ['helpLink', 'http://help.acme.example'],
    ['helpLink', 'javascript:alert(1)'],
    ['helpLink', 'help'],
    ['forbidExprot', true],
    ['constructor', true],
  ])('with %s: %j is named, and the other rules hold', (name, value, problem = name) => {
    const found = readPolicy({ ...full, [name]: value }, bridges);
    expect(found.problem).toBe(problem);
    const others = Object.entries(full).filter(([other]) => other !== name);
    expect(found.policy).toMatchObject(Object.fromEntries(others));
    expect(readPolicy({ [name]: value }, bridges).problem).toBe(problem);
  });

  it.each(['text', 7, true, ['forbidExport']])('that is %j is named, too', (raw) => {
    expect(readPolicy(raw, bridges)).toEqual({ policy: {}, problem: '3rdparty' });
  });

  it('of which a rule did not arrive names it, and the others hold', () => {
    const rules = ['forbidExport', 'limitDays'];
    const lacking = readPolicy({ forbidExport: true, rules }, bridges);
    expect(lacking).toEqual({ policy: { forbidExport: true, rules }, problem: 'limitDays' });
    expect(readPolicy({ forbidExport: true, rules: ['toString'] }, bridges)).toMatchObject({
      policy: { forbidExport: true },
      problem: 'toString',
    });
    expect(readPolicy({ forbidExport: true, rules: ['forbidExport'] }, bridges)).not.toHaveProperty(
      'problem',
    );
  });

  it('is never said with its values', () => {
    const { problem } = readPolicy({ helpLink: 'http://intern.acme.example/token=abc' }, bridges);
    expect(problem).toBe('helpLink');
  });
});

describe('settings under a policy', () => {
  it('are what it says, and locked', () => {
    const { settings, locked } = applyPolicy(mine, { ...full, custody: 'vault' });
    expect(settings).toMatchObject({ limitDays: 90, leadDays: 7, reminderHour: 9, autoLockMinutes: 5 });
    expect(settings).toMatchObject({ destination: { to: 'vault', keep: true }, destinations: [] });
    expect(locked.toSorted()).toEqual([
      'autoLockMinutes',
      'destination',
      'destinations',
      'keep',
      'leadDays',
      'limitDays',
      'reminderHour',
    ]);
  });

  it('a zero is a value', () => {
    const { settings, locked } = applyPolicy(mine, { leadDays: 0, reminderHour: 0 });
    expect(settings).toMatchObject({ leadDays: 0, reminderHour: 0 });
    expect(locked.toSorted()).toEqual(['leadDays', 'reminderHour']);
  });

  it.each([
    ['vault', { to: 'vault', keep: true }, [], ['destination', 'destinations', 'keep']],
    ['acme-safe', { to: 'acme-safe', keep: false }, [], ['destination', 'destinations', 'keep']],
    ['both', { to: 'other-safe', keep: true }, [true], ['keep']],
    ['managers-only', { to: 'other-safe', keep: false }, [false], ['keep']],
  ])('custody %s', (custody, destination, keeps, locked) => {
    const held = applyPolicy(mine, { custody });
    expect(held.settings.destination).toEqual(destination);
    expect(held.settings.destinations.map(({ keep }) => keep)).toEqual(keeps);
    expect(held.locked.toSorted()).toEqual(locked);
  });
});

describe('handing over under custody', () => {
  const to = { bridge: 'other-safe', keep: false };
  it.each([
    [undefined, to, true],
    ['vault', undefined, true],
    ['acme-safe', undefined, false],
    ['other-safe', { bridge: 'other-safe', keep: false }, false],
    ['both', { bridge: 'other-safe', keep: true }, true],
    ['managers-only', { bridge: 'other-safe', keep: false }, false],
  ])('%s', (custody, ruled, back) => {
    const policy = custody === undefined ? {} : { custody };
    expect(ruleDelivery(to, policy)).toEqual(ruled);
    expect(ruleDelivery({ ...to, keep: true }, { custody: 'managers-only' })?.keep).toBe(false);
    expect(mayFetch(policy)).toBe(back);
  });
});

describe('the longest age', () => {
  const made = utc('2026-01-01');
  const days = (changes: object, policy: Policy) => {
    const { settings } = applyPolicy({ ...mine, leadDays: 0 }, { leadDays: 0, ...policy });
    const [start = 0] = listStarts([entry({ provider: 'example-mail', ...changes })], settings, noFacts);
    return (start - made) / DAY;
  };
  it.each<[string, object, Policy, number]>([
    ['no policy sets is the user’s', {}, {}, 180],
    ['is the policy’s', {}, { limitDays: 90 }, 90],
    ['of an entry may be shorter', { limitDays: 30 }, { limitDays: 90 }, 30],
    ['of an entry is never longer', { limitDays: 3650 }, { limitDays: 90 }, 90],
    ['of a provider goes before', {}, { limitDays: 90, perProvider: full.perProvider }, 30],
    ['of a provider bounds an entry', { limitDays: 60 }, { perProvider: full.perProvider }, 30],
    [
      'of another provider does not',
      { provider: 'acme', limitDays: 60 },
      { perProvider: full.perProvider },
      60,
    ],
    [
      'where only the lead differs is the general one',
      { limitDays: 3650 },
      { limitDays: 90, perProvider: [{ provider: 'example-mail', leadDays: 10 }] },
      80,
    ],
  ])('%s', (_, changes, policy, expected) => {
    // The lead of a provider counts from its own limit.
    const lead = policy.perProvider === full.perProvider && !('provider' in changes) ? 3 : 0;
    expect(days(changes, policy)).toBe(expected - lead);
  });
});

describe('providers', () => {
  it('are all allowed, or those that are named', () => {
    expect(isAllowed('acme', {})).toBe(true);
    expect(isAllowed('acme', { providers: ['acme'] })).toBe(true);
    expect(isAllowed('other', { providers: ['acme'] })).toBe(false);
    expect(isAllowed('acme', { providers: [] })).toBe(false);
  });
});

describe('what Chromium lets through', () => {
  it('are the rules that there are', () => {
    const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
    expect(Object.keys(schema.properties).toSorted()).toEqual(names.toSorted());
    expect(Object.keys(Policy.shape).toSorted()).toEqual(names.toSorted());
    const special = Object.keys(schema.properties.perProvider.items.properties);
    expect(special.toSorted()).toEqual(Object.keys(full.perProvider[0] ?? {}).toSorted());
  });
});
