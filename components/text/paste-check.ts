import { i18n } from '#i18n';
import type { PasteKind } from '../../lib/review/reasons';
import { dayDateWords } from './ages';
import { todoWords } from './facts';

/** One thing that the paste check found. */
export interface PasteFinding {
  kind: PasteKind;
  positions?: readonly number[] | undefined;
  extent?: 'first' | 'all' | 'some' | undefined;
  id?: string | undefined;
  label?: string | undefined;
  fact?: { id: string; date: string; source: string } | undefined;
}

/** The places in the password, counted from 1, as a person says them. */
function places({ positions = [] }: PasteFinding): string {
  const numbers = new Intl.NumberFormat(i18n.t('locale'));
  return new Intl.ListFormat(i18n.t('locale')).format(positions.map((place) => numbers.format(place)));
}

const caseWords = {
  first: () => i18n.t('paste.wrong_case_first'),
  all: () => i18n.t('paste.wrong_case_all'),
  some: (found: PasteFinding) => i18n.t('paste.wrong_case_some', [places(found)]),
};

/** What is wrong, and what to do about it, for every kind there is. */
const words: Record<PasteKind, (found: PasteFinding) => string> = {
  'older-password': ({ label }) => i18n.t('paste.older_password', [label || i18n.t('entry.unnamed')]),
  'other-entry': ({ label }) => i18n.t('paste.other_entry', [label || i18n.t('entry.unnamed')]),
  empty: () => i18n.t('paste.empty'),
  masked: () => i18n.t('paste.masked'),
  'not-of-this-form': () => i18n.t('paste.not_of_this_form'),
  different: () => i18n.t('paste.different'),
  'label-or-account-included': () => i18n.t('paste.label_or_account_included'),
  'doubled-whole': () => i18n.t('paste.doubled_whole'),
  'quotes-around': () => i18n.t('paste.quotes_around'),
  'line-break': () => i18n.t('paste.line_break'),
  'invisible-character': () => i18n.t('paste.invisible_character'),
  'blank-at-start': () => i18n.t('paste.blank_at_start'),
  'blank-at-end': () => i18n.t('paste.blank_at_end'),
  'blank-inside': () => i18n.t('paste.blank_inside'),
  'hyphen-inside': () => i18n.t('paste.hyphen_inside'),
  'separators-matter': () => i18n.t('paste.separators_matter'),
  'start-missing': () => i18n.t('paste.start_missing'),
  'end-missing': () => i18n.t('paste.end_missing'),
  'wrong-case': (found) => caseWords[found.extent ?? 'some'](found),
  'look-alike': (found) => i18n.t('paste.look_alike', [places(found)]),
  'characters-swapped': (found) => i18n.t('paste.characters_swapped', [places(found)]),
  'character-doubled': (found) => i18n.t('paste.character_doubled', [places(found)]),
  'character-extra': (found) => i18n.t('paste.character_extra', [places(found)]),
  'character-missing': (found) => i18n.t('paste.character_missing', [places(found)]),
  'one-character-wrong': (found) => i18n.t('paste.one_character_wrong', [places(found)]),
  'right-but-retired': ({ fact }) =>
    fact ? `${i18n.t('paste.right_but_retired', [dayDateWords(fact.date)])} ${todoWords(fact.id)}` : '',
  'right-with-separators': () => i18n.t('paste.right_with_separators'),
  right: () => i18n.t('paste.right'),
};

/** Words for a person. */
export function pasteWords(found: PasteFinding): string {
  return words[found.kind](found);
}
