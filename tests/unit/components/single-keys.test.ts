import { afterEach, expect, it } from 'vitest';
import { settings } from '../../../components/state/settings';
import { isSingleKey } from '../../../components/state/single-keys';
import { defaultSettings } from '../../../lib/model';

afterEach(() => {
  settings.value = undefined;
});

const key = (held: object = {}) => ({ key: '?', ...held }) as KeyboardEvent;
const inside = (isField: boolean) => ({ target: { closest: () => (isField ? {} : null) } });

it('one key alone does something where no field has the focus', () => {
  expect(isSingleKey(key())).toBe(true);
  expect(isSingleKey(key(inside(false)))).toBe(true);
});

it.each([
  ['in a field', inside(true)],
  ['with Ctrl', { ctrlKey: true }],
  ['with Alt', { altKey: true }],
  ['with ⌘', { metaKey: true }],
  ['while a letter is put together', { isComposing: true }],
])('%s it is typed, or means something else', (_, held) => {
  expect(isSingleKey(key(held))).toBe(false);
});

it('the settings turn all of them off', () => {
  settings.value = { ...defaultSettings, singleKeys: false };
  expect(isSingleKey(key())).toBe(false);
});
