import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../lib/model';
import {
  applyPolicy,
  isAllowed,
  leastPassphrase,
  listForbidden,
  type Managed,
  mayFetch,
  Policy,
  readPolicy,
  ruleDelivery,
} from '../../lib/policy/policy';
import { listStarts } from '../../lib/review/due';
import { findLimit } from '../../lib/review/limits';
import { entry, noFacts } from './review/entries';

const bridges = ['acme-safe', 'other-safe'];
const ids = ['example-mail', 'acme', 'other'];

const provider = fc.constantFrom(...ids);
const days = fc.integer({ min: 1, max: 3650 });
/** A policy that can be read, of any rules. */
const sound: fc.Arbitrary<Policy> = fc.record(
  {
    providers: fc.uniqueArray(provider),
    custody: fc.constantFrom('vault', 'both', 'managers-only', ...bridges),
    limitDays: days,
    leadDays: fc.integer({ min: 0, max: 365 }),
    perProvider: fc.uniqueArray(
      fc.record(
        { provider, limitDays: days, leadDays: fc.integer({ min: 0, max: 365 }) },
        { requiredKeys: ['provider'] },
      ),
      { selector: (one) => one.provider },
    ),
    reminderHour: fc.integer({ min: 0, max: 23 }),
    leastPassphraseScore: fc.integer({ min: 0, max: 4 }),
    leastPassphraseLength: fc.integer({ min: 0, max: 256 }),
    autoLockMinutes: fc.integer({ min: 1, max: 480 }),
    forbidExport: fc.boolean(),
    forbidPlainFormats: fc.boolean(),
    forbidClipboard: fc.boolean(),
    extraSites: fc.constant(['cloud.acme.example']),
    helpLink: fc.constant('https://help.acme.example/'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Policy>;
const own: fc.Arbitrary<Settings> = fc
  .record({
    autoLockMinutes: fc.integer({ min: 1, max: 480 }),
    limitDays: days,
    leadDays: fc.integer({ min: 0, max: 365 }),
  })
  .map((times) => ({ ...defaultSettings, ...times, destination: { to: 'other-safe', keep: false } }));
const names = Object.keys(Policy.shape) as (keyof Policy)[];
/** One rule that cannot be read, or is not known. */
const garbled = fc
  .oneof(
    fc.record({
      name: fc.constantFrom<string>(...names),
      value: fc.oneof(fc.jsonValue(), fc.string(), fc.integer()),
    }),
    fc.record({
      name: fc.constantFrom('forbidPrinting', 'toString', '__proto__x', ''),
      value: fc.jsonValue(),
    }),
  )
  .filter(({ name, value }) => readPolicy({ [name]: value }, bridges).problem !== undefined);

/** What is open under a policy: all that a user may do, and how long they may take. */
function look({ policy, problem }: Managed, settings: Settings) {
  const applied = applyPolicy(settings, policy, problem !== undefined).settings;
  const hand = (bridge: string, keep: boolean) => ruleDelivery({ bridge, keep }, policy);
  return {
    free: ['export', 'open-files', 'clipboard'].filter(
      (one) => !listForbidden(policy).some((two) => two === one),
    ),
    providers: ids.filter((id) => isAllowed(id, policy)),
    managers: bridges.filter((bridge) => hand(bridge, true) !== undefined),
    back: mayFetch(policy),
    lock: applied.autoLockMinutes,
    least: leastPassphrase(policy),
    limits: ids.map((id) => findLimit({ provider: id, limitDays: 3650 }, applied)),
    ownLimits: ids.map((id) => findLimit({ provider: id }, applied)),
    starts: ids.map((id) => listStarts([entry({ provider: id })], applied, noFacts)[0] ?? 0),
    destination: applied.destination.to,
  };
}

/** Nothing is open under the one that is not under the other. */
function expectNoLooser(one: Managed, other: Managed, settings: Settings) {
  const [here, there] = [look(one, settings), look(other, settings)];
  expect(there.free).toEqual(expect.arrayContaining(here.free));
  expect(there.providers).toEqual(expect.arrayContaining(here.providers));
  expect(there.managers).toEqual(expect.arrayContaining(here.managers));
  expect(here.back && !there.back).toBe(false);
  expect(here.lock).toBeLessThanOrEqual(there.lock);
  expect(here.least.length).toBeGreaterThanOrEqual(there.least.length);
  expect(here.least.score).toBeGreaterThanOrEqual(there.least.score);
  for (const place of ids.keys()) {
    expect(here.limits[place]).toBeLessThanOrEqual(there.limits[place] ?? 0);
    expect(here.starts[place]).toBeLessThanOrEqual(there.starts[place] ?? 0);
    expect(here.ownLimits[place]).toBeLessThanOrEqual(there.ownLimits[place] ?? 0);
  }
  // A place that is named by a rule is the organisation's own word.
  expect([there.destination, 'vault', one.policy.custody]).toContain(here.destination);
}

const RUNS = { numRuns: 300 };

describe('a policy that cannot be read as a whole', () => {
  it('is no looser than what can be read of it', () => {
    fc.assert(
      fc.property(sound, garbled, own, (policy, { name, value }, settings) => {
        const { [name as keyof Policy]: _, ...rest } = policy;
        const found = readPolicy({ ...rest, [name]: value }, bridges);
        expect(found.problem).toBeDefined();
        expectNoLooser(found, readPolicy(rest, bridges), settings);
      }),
      RUNS,
    );
  });

  it('is no looser than the last one that could be', () => {
    fc.assert(
      fc.property(sound, sound, garbled, own, (good, next, { name, value }, settings) => {
        const found = readPolicy({ ...next, [name]: value }, bridges, good);
        expectNoLooser(found, { policy: good, problem: 'as strict as the user’s own' }, settings);
        const { [name as keyof Policy]: _, ...rest } = next;
        expectNoLooser(found, { policy: rest, problem: 'the same' }, settings);
      }),
      RUNS,
    );
  });

  it('is no looser than none', () => {
    fc.assert(
      fc.property(fc.anything(), own, (raw, settings) => {
        const found = readPolicy(raw, bridges);
        if (found.problem !== undefined) expectNoLooser(found, { policy: {} }, settings);
      }),
      RUNS,
    );
  });

  it('a rule that is added beside it closes, or changes nothing', () => {
    fc.assert(
      fc.property(sound, sound, garbled, own, (some, more, { name, value }, settings) => {
        const fewer = readPolicy({ ...some, [name]: value }, bridges);
        const [added] = Object.entries(more).filter(([rule]) => !(rule in some) && rule !== name);
        if (!added) return;
        const found = readPolicy({ ...some, [added[0]]: added[1], [name]: value }, bridges);
        expectNoLooser(found, fewer, settings);
      }),
      RUNS,
    );
  });

  it('is replaced by the next that can be read, whatever was before', () => {
    fc.assert(
      fc.property(sound, sound, (good, next) => {
        expect(readPolicy(next, bridges, good)).toEqual({ policy: next });
      }),
      RUNS,
    );
  });
});

describe('what is left of a rule', () => {
  const read = (raw: object, good?: Policy) => readPolicy(raw, bridges, good).policy;

  it.each<[string, object, Policy]>([
    ['a list is the items that can be read', { providers: ['acme', 7, 'No id'] }, { providers: ['acme'] }],
    ['a list that is none allows nothing', { providers: 'acme' }, { providers: [] }],
    [
      'a prohibition forbids',
      { forbidExport: 'yes', forbidClipboard: null },
      { forbidExport: true, forbidClipboard: true },
    ],
    ['a place is nowhere', { custody: 'acme-sfae' }, { custody: 'nowhere' }],
    ['a time in words is the number in it', { autoLockMinutes: '5' }, { autoLockMinutes: 5 }],
    ['a time with a fraction is the shorter one', { limitDays: 90.5 }, { limitDays: 90 }],
    [
      'a time out of bounds is the nearest',
      { autoLockMinutes: 0, limitDays: 99_999 },
      { autoLockMinutes: 1, limitDays: 3650 },
    ],
    ['a time that is none is nothing', { autoLockMinutes: 'five', limitDays: ' ', leadDays: null }, {}],
    [
      'times of providers are those that can be read',
      { perProvider: [{ provider: 'acme', limitDays: '30', note: 'x' }, { limitDays: 3 }, 7, null] },
      { perProvider: [{ provider: 'acme', limitDays: 30 }] },
    ],
    [
      'sites are those that can be read',
      { extraSites: ['cloud.acme.example', '*'] },
      { extraSites: ['cloud.acme.example'] },
    ],
    ['a link is nothing', { helpLink: 'javascript:alert(1)' }, {}],
    [
      'a rule that is not known is nothing',
      { forbidPrinting: true, forbidExport: true },
      { forbidExport: true },
    ],
  ])('%s', (_, raw, expected) => expect(read(raw)).toEqual(expected));

  it('what did not arrive closes, too', () => {
    const rules = ['forbidExport', 'providers', 'custody', 'limitDays'];
    expect(read({ rules })).toEqual({ rules, forbidExport: true, providers: [], custody: 'nowhere' });
  });

  it('is filled up from the last that could be read', () => {
    const good: Policy = { providers: ['acme'], custody: 'vault', autoLockMinutes: 5, forbidExport: false };
    expect(read({ providers: 'all', custody: 7, autoLockMinutes: 'long', odd: 1 }, good)).toEqual({
      ...{ providers: ['acme'], custody: 'vault', autoLockMinutes: 5 },
    });
    expect(
      read({ providers: ['acme', 'other'], autoLockMinutes: 60, custody: 'both', odd: 1 }, good),
    ).toEqual({
      ...{ providers: ['acme'], custody: 'nowhere', autoLockMinutes: 5 },
    });
    expect(read({ forbidExport: 'no' }, good)).toMatchObject({ forbidExport: true });
  });

  it('nowhere hands nothing over and gives nothing back, and what is new stays in the vault', () => {
    const policy = read({ custody: 'acme-sfae' });
    expect(mayFetch(policy)).toBe(false);
    for (const bridge of bridges) expect(ruleDelivery({ bridge, keep: true }, policy)).toBeUndefined();
    const settings = { ...defaultSettings, destination: { to: 'acme-safe', keep: false } };
    expect(applyPolicy(settings, policy, true)).toMatchObject({
      settings: { destination: { to: 'vault', keep: true }, destinations: [] },
      locked: expect.arrayContaining(['destination', 'destinations']),
    });
  });

  it('several that cannot be read are named, a few of them', () => {
    const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, 1]));
    expect(readPolicy({ limitDays: 'x', ...many }, bridges).problem).toBe('limitDays, a, b, c, d');
    expect(readPolicy({ ['x'.repeat(500)]: 1 }, bridges).problem).toBe('x'.repeat(80));
  });
});
