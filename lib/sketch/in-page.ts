import type { draw } from './draw';

declare global {
  /** Set in the page's isolated world by the file that the build makes of `draw.ts`. */
  var spareKeyDraw: typeof draw | undefined;
}

/**
 * Draws the page in which it runs: the browser takes its text there, so it uses nothing but its parameter.
 * @param known hosts that may be said
 */
export function drawHere(known: string[]): ReturnType<typeof draw> | undefined {
  return globalThis.spareKeyDraw?.(document, new URL(location.href), known);
}
