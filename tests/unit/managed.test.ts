import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyPolicy,
  isAllowed,
  leastPassphrase,
  listForbidden,
  mayFetch,
  Policy,
  readPolicy,
  ruleHandover,
} from '../../lib/managed';
import { defaultSettings, type Settings } from '../../lib/model';
import { DAY, listStarts } from '../../lib/review/policy';
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

/** Whether a policy is wherever it matters the same as none. */
function expectNothing(raw: unknown, problem: string) {
  const managed = readPolicy(raw, bridges);
  expect(managed).toEqual({ policy: {}, problem });
  expect(applyPolicy(mine, managed.policy)).toEqual({ settings: mine, locked: [] });
}

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
  ])('with %s: %j is ignored as a whole and named', (name, value, problem = name) => {
    expectNothing({ ...full, [name]: value }, problem);
    expectNothing({ [name]: value }, problem);
  });

  it.each(['text', 7, true, ['forbidExport']])('that is %j is named, too', (raw) => {
    expectNothing(raw, '3rdparty');
  });

  it('of which a rule did not arrive is ignored as a whole and names it', () => {
    expectNothing({ forbidExport: true, rules: ['forbidExport', 'limitDays'] }, 'limitDays');
    expectNothing({ forbidExport: true, rules: ['toString'] }, 'toString');
    expect(readPolicy({ forbidExport: true, rules: ['forbidExport'] }, bridges)).not.toHaveProperty(
      'problem',
    );
  });

  it('is never said with its values', () => {
    const { problem } = readPolicy({ helpLink: 'http://intern.acme.example/token=abc' }, bridges);
    expect(problem).toBe('helpLink');
  });
});

/** One rule with a value of another type than its own. */
const wrong = fc
  .record({ name: fc.constantFrom(...names), value: fc.oneof(fc.jsonValue(), fc.anything()) })
  .filter(({ name, value }) => value !== undefined && !Policy.safeParse({ [name]: value }).success);

describe('whatever is handed over', () => {
  it('is either read or ignored as a whole, and never loosens', () => {
    const raw = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...names, 'toString', 'odd'), fc.jsonValue()),
      fc.subarray(names).map((some) => Object.fromEntries(some.map((name) => [name, full[name]]))),
    );
    fc.assert(
      fc.property(raw, (given) => {
        const { policy, problem } = readPolicy(given, bridges);
        if (problem !== undefined) expect(policy).toEqual({});
        const { length, score } = leastPassphrase(policy);
        expect(length).toBeGreaterThanOrEqual(10);
        expect(score).toBeGreaterThanOrEqual(3);
        const { settings, locked } = applyPolicy(mine, policy);
        // What is not locked stays as the user has it.
        for (const name of ['autoLockMinutes', 'limitDays', 'leadDays', 'reminderHour', 'notify'] as const)
          if (!locked.some((one) => one === name)) expect(settings[name]).toBe(mine[name]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('one value of the wrong type takes the whole policy with it', () => {
    fc.assert(
      fc.property(wrong, ({ name, value }) => {
        const { policy, problem } = readPolicy({ ...full, [name]: value }, bridges);
        expect(policy).toEqual({});
        expect(problem?.split('.')[0]).toBe(name);
      }),
      { numRuns: 2_000 },
    );
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
    expect(ruleHandover(to, policy)).toEqual(ruled);
    expect(ruleHandover({ ...to, keep: true }, { custody: 'managers-only' })?.keep).toBe(false);
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
    ['nobody has set is the user’s', {}, {}, 180],
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
