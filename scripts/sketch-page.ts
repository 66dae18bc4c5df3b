import { references } from '../lib/sketch/attributes';
import type { Line, Sketch } from '../lib/sketch/sketch';
import { inventName, inventText } from './invented';

/** Turns a sketch back into a page, with invented people and values where it has shapes. */

const VOID = new Set('area br col embed hr img input wbr'.split(' '));
/** Links and pictures of which a sketch says only the kind. */
const LINKS: Readonly<Record<string, string>> = {
  'otpauth:': 'otpauth://totp/x',
  'mailto:': 'mailto:robin@mail.example',
  'javascript:': 'javascript:',
  'other:': 'https://elsewhere.example/',
};
const BARE = new Set(['html', 'body']);

interface Node {
  line: Line;
  index: number;
  inside: Node[];
}

/** The lines as a tree. */
function grow(lines: readonly Line[]): Node[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  lines.forEach((line, index) => {
    while (open.length && (open.at(-1)?.line.depth ?? 0) >= line.depth) open.pop();
    const node = { line, index, inside: [] };
    (open.at(-1)?.inside ?? roots).push(node);
    open.push(node);
  });
  return roots;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The id of a line that others point to, or has one. */
function idOf({ line, attributes }: Line, index: number): string | undefined {
  const id = attributes?.['id'];
  if (id !== undefined && !id.startsWith('{')) return id;
  return id !== undefined || line !== undefined ? `id-${index + 1}` : undefined;
}

export function toAddress({ host, path }: Sketch): string {
  return `https://${host}${inventPath(path)}`;
}

function inventPath(path: string): string {
  return path
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith('{') ? inventName(part, 1) : part))
    .join('');
}

/** What an attribute of a page might have said where the sketch has this. */
function inventAttribute(name: string, value: string, index: number, isValue: boolean): string {
  if (name === 'class') return value.replace(/\+\d+$/, `css-${index.toString(36)}q7`);
  if (name === 'href') return LINKS[value] ?? inventPath(value);
  if (name === 'src') return value.startsWith('data:') ? `${value};base64,AA==` : (LINKS[value] ?? value);
  if (value.startsWith('{')) return inventName(value, index);
  return /[:‹]/.test(value) && !name.startsWith('style') ? inventText(value, index, isValue) : value;
}

/** What stands in the slots of a shadow root, to be put below its host. */
function collectSlotted(nodes: readonly Node[]): { node: Node; slot: string }[] {
  return nodes.flatMap((node) => {
    if (node.line.tag !== 'slot') return node.line.shadow ? [] : collectSlotted(node.inside);
    const slot = node.line.attributes?.['name'] ?? '';
    return node.inside
      .filter(({ line }) => line.slotted)
      .map((one) => ({ node: one, slot: slot.startsWith('{') ? inventName(slot, node.index) : slot }));
  });
}

/** The page as HTML, without a comment before it. */
export function toHtml({ lines }: Sketch): string {
  const ids = new Map<string, string>();
  lines.forEach((line, index) => {
    if (line.line !== undefined) ids.set(String(line.line), idOf(line, index) ?? '');
  });

  function writeAttributes({ line, index }: Node, slot: string | undefined): string {
    const written: [string, string][] = [];
    for (const [name, value] of Object.entries(line.attributes ?? {})) {
      if (name === 'id' || (name === 'slot' && slot !== undefined)) continue;
      if ((name === 'value' && line.tag === 'textarea') || (name === 'style' && line.unseen)) continue;
      if (references.includes(name))
        written.push([
          name,
          value
            .split(' ')
            .flatMap((one) => ids.get(one) ?? [])
            .join(' '),
        ]);
      else written.push([name, inventAttribute(name, value, index, line.tag === 'input')]);
    }
    const id = idOf(line, index);
    if (id !== undefined) written.unshift(['id', id]);
    if (slot !== undefined && slot !== '') written.push(['slot', slot]);
    for (const name of line.others ?? []) written.push([name, '']);
    if (line.unseen) written.push(['style', 'display:none']);
    return written
      .map(([name, value]) => ` ${name}${value === '' ? '' : `="${escapeHtml(value)}"`}`)
      .join('');
  }

  function write(node: Node, isValue: boolean, slot?: string): string {
    const { line, index, inside } = node;
    if (line.text !== undefined) return escapeHtml(inventText(line.text, index, isValue));
    if (line.tag === undefined) return `<!-- ${line.more ?? 0} more -->`;
    const tag = line.tag === '{}' ? 'x-element' : line.tag;
    const attributes = writeAttributes(node, slot);
    if (BARE.has(tag) && slot === undefined)
      return `<${tag}${attributes}>\n${writeAll(inside, false)}</${tag}>\n`;
    if (VOID.has(tag)) return `<${tag}${attributes}>`;
    const value = isValue || /^(?:code|kbd|samp|pre|output)$/.test(tag);
    if (tag === 'textarea')
      return `<${tag}${attributes}>${escapeHtml(inventText(line.attributes?.['value'] ?? '', index, true))}</${tag}>`;
    if (line.shadow) {
      const below = collectSlotted(inside).map(({ node: one, slot: name }) => write(one, value, name));
      return `<${tag}${attributes}><template shadowrootmode="open">${writeAll(inside, value)}</template>${below.join('')}</${tag}>`;
    }
    return `<${tag}${attributes}>${writeAll(inside, value)}</${tag}>${isBlock(tag) ? '\n' : ''}`;
  }

  function writeAll(nodes: readonly Node[], isValue: boolean): string {
    return nodes
      .filter(({ line }) => !line.slotted)
      .map((node) => write(node, isValue))
      .join('');
  }

  return `<!doctype html>\n${grow(lines)
    .map((node) => write(node, false))
    .join('')}`;
}

function isBlock(tag: string): boolean {
  return !/^(?:a|abbr|b|code|em|i|kbd|label|mark|output|s|samp|small|span|strong|sub|sup|time|u)$/.test(tag);
}
