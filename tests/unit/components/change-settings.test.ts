import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../../components/state/session';
import { changeQuietly, changeSettings, settings, singleKeys } from '../../../components/state/settings';
import { done } from '../../../components/state/undo';
import { AppError } from '../../../lib/errors';
import { send } from '../../../lib/messaging/send';
import { defaultSettings, type Settings } from '../../../lib/model';

vi.mock('../../../lib/messaging/send');
vi.mock('#i18n', async () => ({ i18n: { t: (await import('./messages')).readMessage } }));

/** What the background has; `fails` is the code of the next refusal. */
let kept: Settings;
let fails: 'vault-full' | undefined;

beforeEach(() => {
  kept = defaultSettings;
  fails = undefined;
  settings.value = defaultSettings;
  done.value = undefined;
  vi.mocked(send).mockImplementation(async (name, request) => {
    if (name !== 'settings.set') return {} as never;
    if (fails) throw new AppError(fails, 'for the test');
    kept = { ...kept, ...(request as Partial<Settings>) };
    return kept as never;
  });
});

describe('a change of a setting', () => {
  it('is saved at once, beside what was there, and said', async () => {
    await changeSettings({ limitDays: 90 });
    expect(kept).toEqual({ ...defaultSettings, limitDays: 90 });
    expect(settings.value).toEqual(kept);
    expect(done.value?.said).toBe('Saved.');
  });

  it('can be undone', async () => {
    await changeSettings({ limitDays: 90 });
    await done.value?.undo?.();
    expect(kept).toEqual(defaultSettings);
    expect(settings.value).toEqual(defaultSettings);
  });

  it('is undone as one with the steps before it', async () => {
    for (const limitDays of [181, 182, 183]) await changeSettings({ limitDays });
    await done.value?.undo?.();
    expect(kept.limitDays).toBe(180);
  });

  it('is undone alone, where another setting was changed before it', async () => {
    await changeSettings({ limitDays: 90 });
    await changeSettings({ notify: false });
    await done.value?.undo?.();
    expect(kept).toEqual({ ...defaultSettings, limitDays: 90 });
  });

  it('that comes while another is being saved loses neither', async () => {
    await Promise.all([changeSettings({ limitDays: 90 }), changeSettings({ leadDays: 7 })]);
    expect(kept).toEqual({ ...defaultSettings, limitDays: 90, leadDays: 7 });
  });

  it('that cannot be saved goes back, and the page says why', async () => {
    fails = 'vault-full';
    await changeSettings({ limitDays: 90 });
    expect(settings.value).toEqual(defaultSettings);
    expect(done.value).toBeUndefined();
    expect(failure.value).toBe('vault-full');
  });

  it('that follows from something else is saved without a word', async () => {
    await changeQuietly({ checklist: false });
    expect(kept.checklist).toBe(false);
    expect(done.value).toBeUndefined();
  });
});

it('single keys act until they are turned off', async () => {
  settings.value = undefined;
  expect(singleKeys.value).toBe(true);
  settings.value = { ...defaultSettings, singleKeys: false };
  expect(singleKeys.value).toBe(false);
});
