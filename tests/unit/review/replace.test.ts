import { describe, expect, it } from 'vitest';
import type { AppPassword } from '../../../lib/model';
import { findReplaced, inherit, listPlaces, startReplacing, stepOf } from '../../../lib/review/replace';
import { entry, utc } from './entries';

const since = utc('2026-06-01');
const running = entry({ id: 'old-00000', replacing: { since, places: [] } });
const fresh = entry({ id: 'fresh-000', secretChanged: since + 600_000 });

describe('how far it is', () => {
  it.each<[string, Partial<AppPassword>, string | undefined]>([
    ['nothing began', {}, undefined],
    ['nothing began, to be revoked', { status: 'to-revoke', replacedBy: 'fresh-000' }, undefined],
    ['begun', { replacing: { since, places: [] } }, 'make'],
    ['the new one is here', { replacing: { since, places: [] }, replacedBy: 'fresh-000' }, 'move'],
    ['the new one was deleted', { replacing: { since, places: [] }, replacedBy: 'gone-0000' }, 'make'],
    ['moved', { replacing: { since, places: [] }, replacedBy: 'fresh-000', status: 'to-revoke' }, 'revoke'],
    ['revoked', { replacing: { since, places: [] }, replacedBy: 'fresh-000', status: 'revoked' }, 'done'],
  ])('%s', (_, changes, expected) => {
    expect(stepOf(entry(changes), (id) => id === 'fresh-000')).toBe(expected);
  });

  it('begins with the places that are known, and never a second time', () => {
    const begun = startReplacing(entry(), ['Mail, telephone'], since);
    expect(begun.replacing).toEqual({ since, places: [{ name: 'Mail, telephone', moved: false }] });
    expect(startReplacing(begun, ['elsewhere'], since + 1)).toEqual(begun);
  });

  it('begins without what replaced it before', () => {
    expect('replacedBy' in startReplacing(entry({ replacedBy: 'earlier-0' }), [], since)).toBe(false);
  });

  it('names no place longer than the vault takes', () => {
    const long = entry({ client: 'c'.repeat(150), device: `${'d'.repeat(47)}👩‍🚀` });
    const [place = ''] = listPlaces(long, []);
    expect(place.length).toBeLessThanOrEqual(200);
    expect(place).not.toMatch(/\p{Surrogate}/u);
  });

  it('knows where it is in use from its own words, or from when it took the place of another', () => {
    const own = entry({ id: 'fresh-000', client: 'Mail', device: 'telephone' });
    expect(listPlaces(own, [own])).toEqual(['Mail, telephone']);
    const places = [
      { name: 'Scanner', moved: true },
      { name: 'Backup', moved: true },
    ];
    const old = entry({ id: 'old-00000', replacedBy: 'fresh-000', replacing: { since, places } });
    expect(listPlaces(own, [own, old])).toEqual(['Scanner', 'Backup']);
    expect(listPlaces(entry(), [])).toEqual([]);
  });
});

describe('which one a new one replaces', () => {
  const opened = { since, opened: since + 60_000, places: [] };
  it.each<[string, Partial<AppPassword>[], Partial<AppPassword>, string | undefined]>([
    ['the one with its label', [{}], {}, 'a'],
    ['in any case and spacing', [{}], { label: '  sCANNER ' }, 'a'],
    ['not of another provider', [{}], { provider: 'other-mail' }, undefined],
    ['not of another account', [{}], { account: 'bob@mail.example' }, undefined],
    ['whose account is not known', [{ account: '' }], {}, 'a'],
    ['account unknown', [{}], { account: '' }, 'a'],
    ['not of another site', [{}], { site: 'elsewhere.example' }, undefined],
    ['not under another label', [{}], { label: 'iPad' }, undefined],
    ['another label, the page just opened', [{ replacing: opened }], { label: 'iPad' }, 'a'],
    ['no label, the page just opened', [{ replacing: opened }], { label: '' }, 'a'],
    [
      'another label, the page opened yesterday',
      [{ replacing: { ...opened, opened: since - 86_400_000 } }],
      { label: 'iPad' },
      undefined,
    ],
    [
      'another label, made before the page was opened',
      [{ replacing: opened }],
      { label: 'iPad', secretChanged: since },
      undefined,
    ],
    ['one of two by its label', [{ label: 'Printer', replacing: opened }, {}], {}, 'b'],
    ['two of one label: not to be told apart', [{}, {}], {}, undefined],
    [
      'two pages just opened: not to be told apart',
      [{ replacing: opened }, { replacing: opened }],
      { label: 'iPad' },
      undefined,
    ],
    ['not one that has its new one', [{ replacedBy: 'plain-000' }], {}, undefined],
    ['one whose new one was deleted', [{ replacedBy: 'another-0' }], {}, 'a'],
    ['not one that is deleted', [{ deleted: since }], {}, undefined],
    ['not one that is revoked', [{ status: 'revoked' }], {}, undefined],
    ['none that the user does not replace', [], {}, undefined],
  ])('%s', (_, olds, changes, expected) => {
    const list = olds.map((old, at) => ({ ...running, ...old, id: `${'ab'[at]}-0000000` }));
    const found = findReplaced([...list, fresh, entry({ id: 'plain-000' })], { ...fresh, ...changes }, true);
    expect(found?.id[0]).toBe(expected);
  });

  it('of any host of a provider that has several', () => {
    expect(findReplaced([running], { ...fresh, site: 'elsewhere.example' }, false)).toBe(running);
  });
});

describe('what a new one takes over', () => {
  it('is what the user has not said of it yet', () => {
    const old = entry({
      client: 'Mail',
      device: 'telephone',
      notes: 'attic',
      protocols: ['imap'],
      limitDays: 30,
    });
    const told = inherit({ ...fresh, device: 'tablet', tags: ['new'] }, { ...old, tags: ['old'] });
    expect(told).toMatchObject({
      client: 'Mail',
      device: 'tablet',
      notes: 'attic',
      tags: ['new'],
      limitDays: 30,
    });
    expect(told).toMatchObject({ id: 'fresh-000', protocols: ['imap'], secretChanged: fresh.secretChanged });
    expect('replacing' in inherit(fresh, running)).toBe(false);
  });
});
