import type { ComponentChildren } from 'preact';
import { foldText } from '../state/search-index';

/** Called with a new recovery code, which has to be shown. */
export type OnMade = (code: string) => void;

/** One row of the settings. */
export interface Row {
  id: string;
  /** All that a search finds it by. */
  words: string;
  draw: (onMade: OnMade) => ComponentChildren;
}

/** A part of the settings, with an address of its own: `#/settings/` and its id. */
export interface Section {
  id: string;
  title: string;
  rows: readonly Row[];
}

/** The rows in which every word of a query occurs, or in the title above them; sections without any are left out. */
export function findSettings(sections: readonly Section[], query: string): Section[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  return sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter((row) => {
        const text = foldText(`${section.title}\n${row.words}`);
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ rows }) => rows.length > 0);
}
