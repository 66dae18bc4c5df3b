import { i18n } from '#i18n';

/** Keys that do one thing; several are ways to do the same. */
export interface Shortcut {
  keys: readonly string[];
  words: string;
}

export interface ShortcutGroup {
  id: string;
  title: string;
  shortcuts: readonly Shortcut[];
}

const ENTER = '↵ Enter';

/** All keys of our own pages, by where they do something. */
export function listShortcuts(): ShortcutGroup[] {
  return [
    {
      id: 'anywhere',
      title: i18n.t('shortcut.anywhere'),
      shortcuts: [
        { keys: ['?'], words: i18n.t('shortcut.help') },
        { keys: ['Esc'], words: i18n.t('shortcut.leave') },
      ],
    },
    {
      id: 'list',
      title: i18n.t('shortcut.list'),
      shortcuts: [
        { keys: [ENTER], words: i18n.t('shortcut.copyFirst') },
        { keys: ['↑', '↓'], words: i18n.t('shortcut.move') },
        { keys: ['Esc'], words: i18n.t('shortcut.clear') },
      ],
    },
    {
      id: 'review',
      title: i18n.t('shortcut.review'),
      shortcuts: [
        { keys: ['K'], words: i18n.t('shortcut.keep') },
        { keys: ['U'], words: i18n.t('shortcut.keepUntil') },
        { keys: ['R'], words: i18n.t('shortcut.replace') },
        { keys: ['V'], words: i18n.t('shortcut.revoke') },
        { keys: ['G'], words: i18n.t('shortcut.gone') },
        { keys: ['L'], words: i18n.t('shortcut.later') },
        { keys: ['↑', '↓'], words: i18n.t('shortcut.move') },
        { keys: ['Z'], words: i18n.t('shortcut.undo') },
      ],
    },
  ];
}
