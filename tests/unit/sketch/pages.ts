// @ts-expect-error: jsdom comes without types, and only a document is wanted of it.
import { JSDOM } from 'jsdom';
import { hostOf } from '../../../lib/providers';
import { providers } from '../../../lib/providers/all';
import { draw } from '../../../lib/sketch/draw';
import type { Sketch } from '../../../lib/sketch/sketch';

export const hosts = providers.flatMap(({ matches }) => matches.map(hostOf));

/** The sketch of a body at an address. */
export function drawBody(body: string, address = 'https://cloud.example/settings'): Sketch {
  const page: Document = new JSDOM(`<!doctype html><body>${body}</body>`, { url: address }).window.document;
  return draw(page, new URL(address), hosts);
}
