/** The extensions that may talk to the host: Spare Key as it is built from this source. */
export const extensionIds = {
  /** Follows from `key` in the manifest. */
  chromium: ['pjjepcdapjahjmncljjpjaoedapnljnk'],
  firefox: ['{a82eb9cd-2b89-4fe0-9eb6-8691d7fbc9df}'],
} as const;

export interface ExtensionIds {
  chromium: readonly string[];
  firefox: readonly string[];
}

const chromiumId = /^[a-p]{32}$/;
/** As Firefox takes them: a UUID in braces, or `name@place`. */
const firefoxId = /^(?:\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}|[\w.-]{0,64}@[\w.-]{1,64})$/i;

/** Our own ids and others; `undefined` when one is no id of either family. */
export function addIds(others: readonly string[]): ExtensionIds | undefined {
  if (!others.every((id) => chromiumId.test(id) || firefoxId.test(id))) return undefined;
  return {
    chromium: [...new Set([...extensionIds.chromium, ...others.filter((id) => chromiumId.test(id))])],
    firefox: [...new Set([...extensionIds.firefox, ...others.filter((id) => firefoxId.test(id))])],
  };
}

/**
 * Whether a browser started us for one of these extensions. Chromium gives `chrome-extension://<id>/` as the first
 * parameter (and on Windows a window after it), Firefox the path of the manifest and the id of the add-on.
 */
export function isAllowed(parameters: readonly string[], ids: ExtensionIds): boolean {
  const [first = '', second = ''] = parameters;
  const origin = /^chrome-extension:\/\/([a-p]{32})\/$/.exec(first)?.[1];
  if (origin !== undefined) return ids.chromium.includes(origin);
  return first.endsWith('.json') && ids.firefox.includes(second);
}

/** Whether it looks as if a browser had started us, allowed or not. */
export function isBrowserStart(parameters: readonly string[]): boolean {
  const [first = '', second] = parameters;
  return /^[a-z-]+-extension:/.test(first) || (first.endsWith('.json') && second !== undefined);
}
