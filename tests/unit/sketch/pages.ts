import { hostOf } from '../../../lib/providers';
import { providers } from '../../../lib/providers/all';
import { draw } from '../../../lib/sketch/draw';
import type { Sketch } from '../../../lib/sketch/sketch';
import { openWindow } from '../page';

export const hosts = providers.flatMap(({ matches }) => matches.map(hostOf));

/** The sketch of a body at an address. */
export function drawBody(body: string, address = 'https://cloud.example/settings'): Sketch {
  const page: Document = openWindow(`<!doctype html><body>${body}</body>`, address).document;
  return draw(page, new URL(address), hosts);
}
