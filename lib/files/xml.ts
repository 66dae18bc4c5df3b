/**
 * A small reader of XML 1.0 for documents without a document type: elements, attributes, text, CDATA, comments and the
 * five named entities. Refused: a document type (and with it entities of its own), names it does not know, deep nesting. It
 * works in one pass and needs no DOM, so that it does the same everywhere.
 */
import { invalid, MOST_DEPTH } from './limits';

export interface Element {
  name: string;
  /** The source of its attributes. */
  attributes: string;
  /** Its own text, that of its children left out. */
  text: string;
  children: Element[];
}

const OPEN =
  /<([A-Za-z_][\w.:-]{0,99})((?:\s+[A-Za-z_][\w.:-]{0,99}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const CLOSE = /<\/([A-Za-z_][\w.:-]{0,99})\s*>/y;
const NAMED = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

/**
 * Reads a document.
 * @param finish called for each element when it ends, in the order of their ends, with those around it from the outermost
 * in; what it answers with false is forgotten, which keeps large documents small.
 * @throws AppError `file-invalid`
 */
export function readXml(
  text: string,
  finish: (element: Element, around: readonly Element[]) => boolean,
): void {
  const around: Element[] = [];
  let ended = false;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const skip = (end: string, from: number) => {
    const found = text.indexOf(end, from);
    if (found < 0) throw invalid('the XML is cut short');
    at = found + end.length;
    return found;
  };
  const end = (element: Element) => {
    const kept = finish(element, around);
    ended = around.length === 0;
    if (kept) around.at(-1)?.children.push(element);
  };
  while (at < text.length) {
    const inside = around.at(-1);
    const next = text.indexOf('<', at);
    const plain = text.slice(at, next < 0 ? undefined : next);
    if (inside) inside.text += expand(plain);
    else if (plain.trim() !== '') throw invalid('text outside of the XML');
    if (next < 0) break;
    at = next;
    OPEN.lastIndex = CLOSE.lastIndex = at;
    const [opening, name = '', attributes = '', empty] = OPEN.exec(text) ?? [];
    if (opening !== undefined) {
      if (ended || around.length >= MOST_DEPTH) throw invalid('the XML is nested too deeply, or twice');
      at = OPEN.lastIndex;
      const element = { name, attributes, text: '', children: [] };
      if (empty === '/') end(element);
      else around.push(element);
    } else if (text.startsWith('</', at)) {
      const element = around.pop();
      if (!element || CLOSE.exec(text)?.[1] !== element.name)
        throw invalid('the XML ends what did not begin');
      at = CLOSE.lastIndex;
      end(element);
    } else if (text.startsWith('<!--', at)) skip('-->', at + 4);
    else if (text.startsWith('<?', at)) skip('?>', at + 2);
    else if (inside && text.startsWith('<![CDATA[', at))
      inside.text += text.slice(at + 9, skip(']]>', at + 9));
    else throw invalid('XML that is not understood');
  }
  if (!ended) throw invalid('the XML is cut short');
}

/** An ampersand that begins none of the entities of `NAMED` and no character. */
const STRAY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/;

function expand(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!plain.includes('&')) return plain;
  // Looked for first: a replacement finds all there are before it can throw at one.
  if (STRAY.test(plain)) throw invalid('an entity that is not known');
  return plain.replace(/&([^;]+);/g, (_, name: string) => {
    const named = NAMED.get(name);
    if (named !== undefined) return named;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (code > 0x10ffff) throw invalid('a character that there is not');
    return String.fromCodePoint(code);
  });
}

/** Writes text so that it is read back as it is; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return (
    text
      .replace(/\p{Cs}/gu, '\uFFFD')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML 1.0 section 2.2 leaves out
      .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '')
      .replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}
