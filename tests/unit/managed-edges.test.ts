import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../lib/model';
import {
  applyPolicy,
  leastPassphrase,
  listForbidden,
  readPolicy,
  ruleDelivery,
} from '../../lib/policy/policy';

const bridges = ['acme-safe'];

describe('a policy', () => {
  it('with rules that have no value is one without them', () => {
    const empty = { custody: undefined, limitDays: undefined, providers: undefined };
    expect(readPolicy(empty, bridges)).toStrictEqual({ policy: {} });
  });

  it('holds no rules but those that there are, whatever names it misses or cannot read', () => {
    const read = (raw: object) => {
      const { policy, problem } = readPolicy(raw, bridges);
      return [Object.keys(policy), problem];
    };
    expect(read({ limitDays: 'long' })).toEqual([[], 'limitDays']);
    expect(read({ rules: ['toString', 'forbidPrinting'] })).toEqual([['rules'], 'toString, forbidPrinting']);
    expect(read({ rules: ['reminderHour', 'forbidExport'] })).toEqual([
      ['rules', 'forbidExport'],
      'reminderHour, forbidExport',
    ]);
    expect(read({ '': 1 })).toEqual([[], '3rdparty']);
  });

  it('is said with the first that does not belong into a rule', () => {
    const perProvider = [{ provider: 'acme', days: 3, weeks: 4 }];
    expect(readPolicy({ perProvider }, bridges).problem).toBe('perProvider.0.days');
  });

  it('keeps the last one where it says nothing that can be read', () => {
    const good = { forbidExport: true };
    expect(readPolicy('text', bridges, good)).toEqual({ policy: good, problem: '3rdparty' });
    expect(readPolicy(undefined, bridges, good)).toEqual({ policy: {} });
  });
});

describe('settings under a policy', () => {
  it('are as they were where it says nothing of them, without any order', () => {
    expect(applyPolicy(defaultSettings, { forbidExport: true })).toStrictEqual({
      settings: defaultSettings,
      locked: [],
    });
  });

  it('know which times the organisation ordered, the general one or those of providers', () => {
    const perProvider = [{ provider: 'acme', limitDays: 3 }];
    expect(applyPolicy(defaultSettings, { perProvider }).settings).toHaveProperty('ordered', {
      limitDays: undefined,
      byProvider: perProvider,
    });
    expect(applyPolicy(defaultSettings, { limitDays: 9 }).settings).toHaveProperty('ordered', {
      limitDays: 9,
      byProvider: [],
    });
    expect(applyPolicy(defaultSettings, { perProvider: [] }).settings).not.toHaveProperty('ordered');
  });

  it('take times that are less strict than their own only from a policy that was read as a whole', () => {
    const own = { ...defaultSettings, autoLockMinutes: 5, limitDays: 30 };
    const policy = { autoLockMinutes: 60, limitDays: 90 };
    expect(applyPolicy(own, policy).settings).toMatchObject(policy);
    expect(applyPolicy(own, policy, true).settings).toMatchObject({ autoLockMinutes: 5, limitDays: 30 });
  });
});

describe('a passphrase under a policy', () => {
  it('needs more where it asks for more, never less', () => {
    expect(leastPassphrase({ leastPassphraseLength: 4, leastPassphraseScore: 0 })).toEqual({
      length: 10,
      score: 3,
    });
    expect(leastPassphrase({ leastPassphraseLength: 11, leastPassphraseScore: 4 })).toEqual({
      length: 11,
      score: 4,
    });
  });
});

describe('what is forbidden', () => {
  it('is what is set to be, each alone', () => {
    expect(listForbidden({ forbidExport: true, forbidClipboard: false })).toEqual(['export']);
    expect(listForbidden({ forbidPlainFormats: true })).toEqual(['open-files']);
    expect(listForbidden({ forbidClipboard: true })).toEqual(['clipboard']);
  });

  it('is to hand over to any other manager than the one that is named', () => {
    const to = (bridge: string) => ({ bridge, keep: true });
    expect(ruleDelivery(to('acme-safe'), { custody: 'acme-safe' })).toEqual({
      bridge: 'acme-safe',
      keep: false,
    });
    expect(ruleDelivery(to('acme-safe'), {})).toEqual(to('acme-safe'));
  });
});
