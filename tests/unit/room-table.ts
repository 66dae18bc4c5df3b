import { rooms, SEEN } from './rooms';

const MARKS = /(<!-- rooms -->\n)[\s\S]*?(<!-- \/rooms -->)/;

/** A path, a package or a set of paths, as the table says it. */
function describeImport(allowed: string): string {
  return allowed.startsWith('type ') ? `types of \`${allowed.slice(5)}\`` : `\`${allowed}\``;
}

function describeRoom(room: string, allowed: readonly string[]): string {
  const isSeen = SEEN.every((one) => allowed.includes(one));
  const named = [...new Set(allowed)].filter((one) => one !== room && !(isSeen && SEEN.includes(one)));
  // A folder stands for the files in it.
  const isInside = (one: string) =>
    named.some((other) => other !== one && other.endsWith('/') && one.startsWith(other));
  const said = [...(isSeen ? ['*seen*'] : []), ...named.filter((one) => !isInside(one)).map(describeImport)];
  return `| \`${room}\` | ${said.join(', ') || 'nothing'} |`;
}

/**
 * A page with the table of the rooms between its two marks.
 * @throws Error when the page has no such marks
 */
export function writeRooms(page: string): string {
  if (!MARKS.test(page)) throw new Error('There is no place for the rooms.');
  const rows = Object.entries(rooms).map(([room, allowed]) => describeRoom(room, allowed));
  const table = ['| room | may import, besides its own files |', '|---|---|', ...rows].join('\n');
  const seen = `\n\n*seen* stands for ${SEEN.map(describeImport).join(', ')}.\n`;
  return page.replace(MARKS, (_, open, close) => open + table + seen + close);
}
