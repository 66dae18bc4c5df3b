import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Name, protocol } from '../../../lib/messaging/protocol';
import { pageMay } from './messages';

/** Keys under which a secret, or what opens one, travels. */
const secretive = /secret$|shown|canonical|code|passphrase|password|key$|bytes|plain/i;

type Definition = z.core.$ZodTypes['_zod']['def'];

/** Every key a schema lets through, at any depth, with the kinds of its parts; an open kind lets anything through. */
function walk(schema: z.core.$ZodType, keys = new Set<string>(), kinds = new Set<string>()) {
  const def = schema._zod.def as Definition;
  kinds.add(def.type);
  if (def.type === 'object') {
    for (const [key, part] of Object.entries(def.shape)) {
      keys.add(key);
      walk(part, keys, kinds);
    }
  }
  if (def.type === 'array') walk(def.element, keys, kinds);
  if (def.type === 'optional' || def.type === 'nullable') walk(def.innerType, keys, kinds);
  if (def.type === 'union') for (const option of def.options) walk(option, keys, kinds);
  return { keys: [...keys], kinds: [...kinds] };
}

const understood = [
  'object',
  'array',
  'optional',
  'nullable',
  'union',
  'string',
  'number',
  'boolean',
  'enum',
  'literal',
];

function answersOf(name: Name) {
  return walk(protocol[name].response);
}

describe('answers', () => {
  it.each(Object.keys(protocol) as Name[])('%s has a schema that says all it lets through', (name) => {
    expect(understood).toEqual(expect.arrayContaining(answersOf(name).kinds));
  });

  it.each(pageMay)('%s answers a page with nothing secret', (name) => {
    expect(answersOf(name).keys.filter((key) => secretive.test(key))).toEqual([]);
  });

  it('to a page are these keys and no others', () => {
    const keys = new Set(pageMay.flatMap((name) => answersOf(name).keys));
    expect([...keys].toSorted()).toEqual([
      'account',
      'bound',
      'captureId',
      'entryId',
      'forms',
      'free',
      'head',
      'kind',
      'label',
      'languages',
      'marks',
      'name',
      'named',
      'notes',
      'origin',
      'pairs',
      'rows',
      'selector',
      'sought',
      'source',
      'state',
      'style',
      'weight',
      'weights',
    ]);
  });

  it('that hold a secret go to our own pages alone', () => {
    const holding = (Object.keys(protocol) as Name[]).filter((name) =>
      answersOf(name).keys.some((key) => secretive.test(key)),
    );
    expect(holding.toSorted()).toEqual([
      'backup.read',
      'entry.secret',
      'transfer.read',
      'vault.change-key',
      'vault.create',
      'vault.export-damaged',
      'vault.recover',
      'vault.renew-recovery-code',
    ]);
    for (const name of holding) expect(protocol[name].callers).toEqual(['own-page']);
  });

  it('of a list or an entry hold no secret', () => {
    for (const name of ['entry.list', 'entry.get', 'review.list', 'entry.add', 'entry.update'] as const) {
      expect(answersOf(name).keys).not.toContain('secret');
    }
  });
});

describe('callers', () => {
  it('a content script may send these seven', () => {
    const may = (Object.keys(protocol) as Name[]).filter((name) =>
      (protocol[name].callers as readonly string[]).includes('content-script'),
    );
    expect(may.toSorted()).toEqual([
      'capture.keep',
      'capture.offer',
      'capture.refused',
      'list.offer',
      'page.changed',
      'page.noted',
      'words.get',
    ]);
  });
});

describe('requests', () => {
  it.each(Object.keys(protocol) as Name[])('%s refuses what it does not declare', (name) => {
    expect(z.safeParse(protocol[name].request, 'text').success).toBe(false);
    expect(z.safeParse(protocol[name].request, null).success).toBe(false);
  });

  it.each(pageMay)('%s bounds every text a page may send', (name) => {
    const shape = (protocol[name].request as z.ZodMiniObject)._zod.def.shape;
    for (const [key, part] of Object.entries(shape)) {
      const isText = walk(part).kinds.includes('string');
      if (isText) expect(z.safeParse(part, 'a'.repeat(1_001)).success, key).toBe(false);
    }
  });
});
