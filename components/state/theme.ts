import { signal } from '@preact/signals';

/** `system`: light or dark as the system is. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Where `public/theme.js` reads it before anything is drawn. It says nothing about the vault, and decides nothing. */
const KEY = 'theme';

function readTheme(): Theme {
  try {
    return themes.find((one) => one === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    return 'system';
  }
}

/** The theme of our pages; the card in a page follows the browser. */
export const theme = signal<Theme>(readTheme());

/** Draws this page and all others of ours in a theme, from now on. */
export function chooseTheme(chosen: Theme): void {
  try {
    if (chosen === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, chosen);
  } catch {
    // Without a place to keep it, the pages stay as they are.
  }
  // Other pages hear of it from the browser; this one is told by the same word.
  window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
  theme.value = readTheme();
}
