import {
  addresses,
  closedTags,
  enumerated,
  FILLED,
  flags,
  linkKinds,
  names,
  references,
  styles,
  tags,
  texts,
  unseenTags,
} from './attributes';
import { keepName, sketchName } from './name';
import {
  attributeNames,
  attributeOf,
  childrenOf,
  countInside,
  isUnseen,
  rootOf,
  shadowOf,
  tagName,
} from './node';
import { fold, shapeOf } from './shape';
import type { Line, Sketch } from './sketch';
import { sketchText } from './words';

/**
 * Draws the sketch of a page: the tree that people see, with open shadow roots and slots, and of everything that it says
 * the shape alone. Pure: it writes nothing into the page and sends no message.
 */

/** Most elements drawn; real pages have a few hundred around what matters. */
const BUDGET = 2_000;
/** Most elements drawn of what the browser does not show. */
const HIDDEN_BUDGET = 400;
/** Of a long list, this many are drawn. */
const MOST_ALIKE = 24;
const DEEPEST = 120;
/** Most classes of one element that are kept. */
const MOST_CLASSES = 12;
/** Elements whose texts are values more often than words. */
const VALUES = ['code', 'kbd', 'samp', 'pre', 'output'];
const BUTTON_TYPES = ['submit', 'button', 'reset'];

interface Drawing {
  address: URL;
  lines: Line[];
  left: Sketch['left'];
  budget: number;
  hiddenBudget: number;
  /** Line of each element that was drawn. */
  drawn: Map<Element, Line>;
  /** What points to other elements, until all are drawn. */
  pointing: { line: Line; attribute: string; targets: Element[] }[];
}

interface Place {
  depth: number;
  unseen: boolean;
  slotted: boolean;
  /** Inside an element of values. */
  value: boolean;
}

function tagOf(element: Element): string {
  const tag = tagName(element);
  return tags.has(tag) || /^[a-z]+(?:-[a-z]*)+$/.test(tag.slice(0, 60)) ? tag.slice(0, 60) : '{}';
}

function sketchClasses(drawing: Drawing, value: string): string {
  const all = fold(value).split(' ').filter(Boolean);
  const kept = all.flatMap((one) => keepName(one) ?? []).slice(0, MOST_CLASSES);
  const rest = Math.min(all.length - kept.length, 999);
  drawing.left.names += rest;
  return [...kept, ...(rest > 0 ? [`+${rest}`] : [])].join(' ');
}

/** The value of one attribute as the sketch says it; `undefined` for what is not said. */
function sketchAttribute(drawing: Drawing, name: string, value: string): string | undefined {
  const low = value.trim().toLowerCase();
  if (name in enumerated) return low === '' || enumerated[name]?.split(' ').includes(low) ? low : undefined;
  if (flags.includes(name)) return '';
  if (low === '') return undefined;
  if (name === 'class') return sketchClasses(drawing, value) || undefined;
  if (names.includes(name)) {
    const said = sketchName(fold(value));
    if (said.startsWith('{')) drawing.left.names += 1;
    return said;
  }
  if (texts.includes(name)) return say(drawing, sketchText(value)) || undefined;
  if (name === 'href') return sketchLink(drawing.address, value);
  if (name === 'style') {
    const kept = styles.filter(([, form]) => form.test(value)).map(([said]) => said);
    return kept.length ? kept.join(';') : undefined;
  }
  return (
    addresses[name]?.find(([, form]) => form.test(value))?.[0] ?? (name in addresses ? 'other:' : undefined)
  );
}

/** Counts a text of which something was left out. */
function say(drawing: Drawing, said: string): string {
  if (said.replace(/‹[a-z]+=[^›]*›/g, '').trim() !== '') drawing.left.texts += 1;
  return said;
}

/** What a field holds now, which no attribute says. */
function sketchState(drawing: Drawing, element: Element, attributes: Record<string, string>): void {
  const tag = tagName(element);
  if (tag !== 'input' && tag !== 'textarea' && tag !== 'select' && tag !== 'option') return;
  const field = element as HTMLInputElement;
  // Of these, what the page shows now counts, not what it was made with.
  delete attributes['checked'];
  if (field.checked === true) attributes['checked'] = '';
  if (tag === 'option' && (element as HTMLOptionElement).selected) attributes['selected'] = '';
  if (tag !== 'input' && tag !== 'textarea') return;
  const { type, value } = field;
  if (typeof value !== 'string' || value === '' || /^(?:hidden|checkbox|radio|file)$/.test(type)) return;
  if (type === 'password') attributes['value'] = FILLED;
  else if (BUTTON_TYPES.includes(type)) attributes['value'] = say(drawing, sketchText(value));
  else attributes['value'] = say(drawing, shapeOf(value));
}

/** Notes which elements this one points to. */
function notePointing(drawing: Drawing, element: Element, line: Line): void {
  const root = rootOf(element);
  for (const attribute of references) {
    const value = attributeOf(element, attribute);
    if (value === null || typeof root.getElementById !== 'function') continue;
    const ids = fold(value).split(' ').slice(0, 10);
    const targets = ids.flatMap((id) => (id ? (root.getElementById(id) ?? []) : []));
    if (targets.length) drawing.pointing.push({ line, attribute, targets });
  }
}

function drawElement(drawing: Drawing, element: Element, place: Place, unseen: boolean): void {
  const attributes: Record<string, string> = {};
  const others: string[] = [];
  for (const name of attributeNames(element).slice(0, 60)) {
    if (references.includes(name) || name === 'value') continue;
    const said = sketchAttribute(drawing, name, attributeOf(element, name) ?? '');
    if (said !== undefined) attributes[name] = said;
    else {
      drawing.left.attributes += 1;
      const kept = name.startsWith('data-') ? keepName(name) : undefined;
      if (kept !== undefined && others.length < 20) others.push(kept);
    }
  }
  sketchState(drawing, element, attributes);
  const line: Line = {
    depth: place.depth,
    tag: tagOf(element),
    ...(Object.keys(attributes).length ? { attributes } : {}),
    ...(others.length ? { others } : {}),
    ...(shadowOf(element) ? { shadow: true as const } : {}),
    ...(place.slotted ? { slotted: true as const } : {}),
    // Noted once, on the outermost element.
    ...(unseen && !place.unseen ? { unseen: true as const } : {}),
  };
  drawing.lines.push(line);
  drawing.drawn.set(element, line);
  notePointing(drawing, element, line);
}

function visit(drawing: Drawing, element: Element, place: Place): void {
  const unseen = place.unseen || isUnseen(element);
  if (
    unseenTags.has(tagName(element)) ||
    place.depth > DEEPEST ||
    drawing.budget <= 0 ||
    (unseen && drawing.hiddenBudget <= 0)
  ) {
    drawing.left.elements += 1 + countInside(element);
    return;
  }
  drawing.budget -= 1;
  if (unseen) drawing.hiddenBudget -= 1;
  drawElement(drawing, element, place, unseen);
  if (closedTags.has(tagName(element)) || tagName(element) === 'textarea') {
    drawing.left.elements += countInside(element);
    return;
  }
  const slotted = tagName(element) === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
  const inside = slotted.length ? slotted : childrenOf(shadowOf(element) ?? element);
  visitAll(drawing, inside, {
    depth: place.depth + 1,
    unseen,
    slotted: slotted.length > 0,
    value: place.value || VALUES.includes(tagName(element)),
  });
}

function visitAll(drawing: Drawing, nodes: Iterable<Node>, place: Place): void {
  const alike = new Map<string, number>();
  let more = 0;
  let last: Node | undefined;
  for (const node of nodes) {
    if (node.nodeType === 3 && last?.nodeType !== 3)
      drawText(drawing, node as Text, place, last?.nodeType === 1);
    last = node;
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    const seen = (alike.get(tagName(element)) ?? 0) + 1;
    alike.set(tagName(element), seen);
    // One element for each character is a way to show a value, and values are short.
    if (seen > MOST_ALIKE && tagName(element) !== 'span') {
      more += 1;
      drawing.left.elements += 1 + countInside(element);
    } else visit(drawing, element, place);
  }
  if (more > 0) drawing.lines.push({ depth: place.depth, more });
}

/** @param between it follows an element; a space there may part the groups of a value */
function drawText(drawing: Drawing, first: Text, place: Place, between: boolean): void {
  if (drawing.lines.length >= BUDGET * 2 - 100) return;
  let { data, nextSibling } = first;
  // Two texts in a row are one for a person who sees the page.
  for (; nextSibling?.nodeType === 3; nextSibling = nextSibling.nextSibling)
    data += (nextSibling as Text).data;
  if (between && nextSibling?.nodeType === 1 && /^ +$/.test(data)) {
    drawing.lines.push({ depth: place.depth, text: ' ' });
    return;
  }
  const said = say(drawing, place.value ? shapeOf(data) : sketchText(data));
  if (said !== '')
    drawing.lines.push({
      depth: place.depth,
      text: said,
      ...(place.slotted ? { slotted: true as const } : {}),
    });
}

/** The path, the query and the fragment of an address; parts that are not interface words by their shape. */
function sketchPath({ pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>): string {
  const parts = `${pathname}${search.slice(0, 200)}${hash.slice(0, 200)}`.split(/([/?&=#!])/).slice(0, 60);
  const said = parts.map((part) => (/^[/?&=#!]?$/.test(part) ? part : sketchPart(decode(part)))).join('');
  return said.slice(0, 400).replace(/\{[^}]*$/, '');
}

/** Where a link leads, when that is a page of the same site. */
function sketchLink(address: URL, value: string): string {
  const kind = linkKinds.find(([, form]) => form.test(value))?.[0];
  if (kind !== undefined) return kind;
  if (/^\s*#/.test(value)) return sketchPath({ pathname: '', search: '', hash: value.trim() });
  const url = URL.parse(value, address.href);
  return url?.host === address.host && /^https?:$/.test(url.protocol) ? sketchPath(url) : 'other:';
}

/** What separates the parts of an address is not said inside one. */
function sketchPart(part: string): string {
  return sketchName(part).replace(/[#/?&=!]/g, '');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part.replace(/\+/g, ' '));
  } catch {
    return part;
  }
}

/**
 * The sketch of a page.
 * @param hosts those of providers in our register; every other host is called `self-hosted.example`.
 */
export function draw(page: Document, address: URL, hosts: readonly string[]): Sketch {
  const drawing: Drawing = {
    address,
    lines: [],
    left: { texts: 0, names: 0, attributes: 0, elements: 0 },
    budget: BUDGET,
    hiddenBudget: HIDDEN_BUDGET,
    drawn: new Map(),
    pointing: [],
  };
  visit(drawing, page.documentElement, { depth: 0, unseen: false, slotted: false, value: false });
  const numbers = new Map(drawing.lines.map((line, index) => [line, index + 1]));
  for (const { line, attribute, targets } of drawing.pointing) {
    const found = targets.flatMap((target) => drawing.drawn.get(target) ?? []);
    if (!found.length) continue;
    for (const target of found) target.line = numbers.get(target) ?? 1;
    line.attributes = { ...line.attributes, [attribute]: found.map((target) => target.line).join(' ') };
  }
  return {
    spareKeySketch: 1,
    host: hosts.includes(address.hostname) ? address.hostname : 'self-hosted.example',
    path: sketchPath(address),
    left: drawing.left,
    struck: 0,
    lines: drawing.lines,
  };
}
