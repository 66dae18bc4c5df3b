import { references } from './attributes';
import type { Line, Sketch } from './sketch';

/** The sketch as people read it, and what they may strike out of it. */

/** A line as it is shown. */
export interface ShownLine {
  depth: number;
  text: string;
  /** How many lines after it are inside it. */
  inside: number;
}

function showAttribute([name, value]: [string, string]): string {
  return value === '' ? name : `${name}="${value}"`;
}

function showLine(line: Line): string {
  if (line.text !== undefined) return line.text === ' ' ? '␣' : line.text;
  if (line.more !== undefined) return `… +${line.more}`;
  const parts = [
    line.tag ?? '',
    ...Object.entries(line.attributes ?? {}).map(showAttribute),
    ...(line.others ?? []).map((name) => `${name}=…`),
  ];
  const marks = [line.shadow && '#shadow', line.slotted && '#slotted', line.unseen && '#unseen'].filter(
    Boolean,
  );
  return [`<${parts.join(' ')}>`, ...marks].join(' ');
}

/** How many lines after each are inside it. */
function countInside(lines: readonly Line[]): number[] {
  const inside = lines.map(() => 0);
  const open: number[] = [];
  lines.forEach(({ depth }, index) => {
    while (open.length && (lines[open.at(-1) ?? 0]?.depth ?? 0) >= depth) open.pop();
    for (const outer of open) inside[outer] = (inside[outer] ?? 0) + 1;
    open.push(index);
  });
  return inside;
}

export function showLines({ lines }: Sketch): ShownLine[] {
  const inside = countInside(lines);
  return lines.map((line, index) => ({
    depth: line.depth,
    text: showLine(line),
    inside: inside[index] ?? 0,
  }));
}

/**
 * What is struck when a line is, or is no more: it goes with all that is inside it, and comes back with all that is
 * around it.
 * @param struck places of the lines that are struck now
 */
export function toggleLine(sketch: Sketch, struck: ReadonlySet<number>, index: number): Set<number> {
  const next = new Set(struck);
  const shown = countInside(sketch.lines);
  const block = Array.from({ length: (shown[index] ?? 0) + 1 }, (_, more) => index + more);
  if (!struck.has(index)) {
    for (const one of block) next.add(one);
    return next;
  }
  for (const one of block) next.delete(one);
  for (let outer = 0; outer < index; outer++) if (outer + (shown[outer] ?? 0) >= index) next.delete(outer);
  return next;
}

/** The sketch without the struck lines, and without what pointed to them. */
export function strike(sketch: Sketch, struck: ReadonlySet<number>): Sketch {
  const gone = new Set(sketch.lines.flatMap(({ line }, index) => (struck.has(index) && line ? [line] : [])));
  const lines = sketch.lines
    .filter((_, index) => !struck.has(index))
    .map((line) => {
      if (!line.attributes || gone.size === 0) return line;
      const kept = Object.entries(line.attributes).flatMap(([name, value]): [string, string][] => {
        if (!references.includes(name)) return [[name, value]];
        const left = value.split(' ').filter((one) => !gone.has(Number(one)));
        return left.length ? [[name, left.join(' ')]] : [];
      });
      return { ...line, attributes: Object.fromEntries(kept) };
    });
  return { ...sketch, struck: sketch.struck + sketch.lines.length - lines.length, lines };
}

/** The file: small enough to be read, one line of the sketch on each of its lines. */
export function writeSketch(sketch: Sketch): string {
  const { lines, ...head } = sketch;
  const rows = lines.map((line) => `    ${JSON.stringify(line)}`).join(',\n');
  return `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "lines": [\n${rows}\n  ]\n}\n`;
}
