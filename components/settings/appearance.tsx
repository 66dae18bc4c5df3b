import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Theme as Chosen, chooseTheme, theme, themes } from '../state/theme';
import { sayDone } from '../state/undo';
import { SettingRow } from './setting-row';

const words: Record<Chosen, () => string> = {
  system: () => i18n.t('theme.system'),
  light: () => i18n.t('theme.light'),
  dark: () => i18n.t('theme.dark'),
};

/** Light, dark, or as the system is. */
export function Theme() {
  const id = useId();

  function choose(next: Chosen) {
    const before = theme.value;
    chooseTheme(next);
    sayDone(i18n.t('undo.saved'), async () => chooseTheme(before));
  }

  return (
    <SettingRow
      label={i18n.t('settings.theme')}
      field={id}
      control={
        <select
          id={id}
          class="input"
          value={theme.value}
          onChange={(event) => choose(event.currentTarget.value as Chosen)}
        >
          {themes.map((one) => (
            <option key={one} value={one}>
              {words[one]()}
            </option>
          ))}
        </select>
      }
    />
  );
}

/** Which language the texts are in. */
export function Language() {
  return (
    <SettingRow
      label={i18n.t('settings.language')}
      hint={i18n.t('settings.languageWhy')}
      control={<p class="soft">{i18n.t('settings.languageIs')}</p>}
    />
  );
}
