import { appendFileSync } from 'node:fs';

/** A count for the table of `npm run fuzz`. */
export interface Figure {
  part: 'files' | 'messages';
  /** Importer, or kind of caller. */
  name: string;
  count: number;
  /** Seconds of work. */
  took: number;
  /** How often each outcome was met. */
  outcomes: Record<string, number>;
}

/** Hands a figure to the run that asked for it, if one did. */
export function noteFigure(figure: Figure): void {
  const file = process.env['FIGURES'];
  if (file) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

/** Counts outcomes by their name. */
export function createTally(): { add(name: string): void; all(): Record<string, number> } {
  const counts = new Map<string, number>();
  return {
    add: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    all: () => Object.fromEntries(counts),
  };
}
