import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const theme = readFileSync('components/kit/theme.css', 'utf8');
const list = readFileSync('components/kit/list.css', 'utf8');
const PAIR = /light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/;

/** The relative luminance of a colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((place) => Number.parseInt(colour.slice(place, place + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour of the theme, light and dark. */
function token(name: string): [light: string, dark: string] {
  const [, light = '', dark = ''] = new RegExp(`--${name}: ${PAIR.source}`).exec(theme) ?? [];
  return [light, dark];
}

describe.each(['light', 'dark'])('what tells something by its look stands out: %s', (scheme) => {
  const at = scheme === 'light' ? 0 : 1;

  it('the tick of a limit and the bars of an age, on paper and on what is raised', () => {
    for (const part of ['ink', 'soft', 'warn'])
      for (const ground of ['paper', 'raised', 'tint'])
        expect(contrast(token(part)[at], token(ground)[at]), `${part} on ${ground}`).toBeGreaterThan(3);
  });

  it('the letters of every tile', () => {
    const tiles = [...list.matchAll(/\[data-tone="\d"\] \{\s+background: (.*);\s+color: (.*);/g)];
    expect(tiles).toHaveLength(6);
    for (const [, ground = '', letters = ''] of tiles) {
      const [a = '', b = ''] = [ground, letters].map((one) => PAIR.exec(one)?.[at + 1] ?? '');
      expect(contrast(a, b)).toBeGreaterThan(4.5);
    }
  });
});
