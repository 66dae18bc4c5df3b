import type { Item } from '../managers/manager';

/** Names of the lines that carry what a format has no place for. */
export const lineNames = {
  label: 'App password',
  account: 'Account',
  provider: 'Provider',
  client: 'Client',
  device: 'Device',
  protocols: 'Protocols',
  tags: 'Tags',
  created: 'Created',
  review: 'Next check',
} as const;
export type LineName = keyof typeof lineNames;

const order = Object.keys(lineNames) as LineName[];

/** What of an item is worth a line of its own; empty where it has nothing. */
export function describe(item: Item): Record<LineName, string> {
  const day = (ms: number | undefined) => (ms === undefined ? '' : new Date(ms).toISOString().slice(0, 10));
  return {
    label: item.label,
    account: item.account,
    provider: item.providerName,
    client: item.client,
    device: item.device,
    protocols: item.protocols.join(', '),
    tags: item.tags.join(', '),
    created: day(item.created),
    review: day(item.review),
  };
}

/** What is written where text was cut off, 3 bytes. */
const ELLIPSIS = '…';

/**
 * The notes of an item, and under them, after an empty line, a line `Name: value` for each of `missing` that it has.
 * @param most bytes of UTF-8 to cut it to: first its own notes, and the end of the lines only where that is not enough
 */
export function writeNotes(
  item: Item,
  missing: readonly LineName[],
  most = Number.POSITIVE_INFINITY,
): string {
  const whole = joinNotes(item, missing);
  const over = countBytes(whole) - most;
  if (over <= 0) return whole;
  return cut(joinNotes({ ...item, notes: cut(item.notes, countBytes(item.notes) - over) }, missing), most);
}

function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The beginning of a text, of whole characters. */
function cut(text: string, most: number): string {
  if (countBytes(text) <= most) return text;
  const room = most - countBytes(ELLIPSIS);
  if (room < 0) return '';
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(room)).read) + ELLIPSIS;
}

function joinNotes(item: Item, missing: readonly LineName[]): string {
  const described = describe(item);
  const lines = missing
    .filter((name) => described[name] !== '')
    .map((name) => `${lineNames[name]}: ${described[name].replace(/\s+/g, ' ')}`);
  return [item.notes, lines.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** Removes the lines that `writeNotes` added. Notes that other programs wrote stay as they are. */
export function readNotes(text: string): { notes: string; lines: Partial<Record<LineName, string>> } {
  const at = text.lastIndexOf('\n\n');
  const block = (at < 0 ? text : text.slice(at + 2)).split('\n');
  const lines: Partial<Record<LineName, string>> = {};
  let next = 0;
  for (const line of block.slice(0, order.length + 1)) {
    const found = order.findIndex((name, place) => place >= next && line.startsWith(`${lineNames[name]}: `));
    const name = order[found];
    if (name === undefined) return { notes: text, lines: {} };
    lines[name] = line.slice(lineNames[name].length + 2);
    next = found + 1;
  }
  return { notes: at < 0 ? '' : text.slice(0, at), lines };
}
