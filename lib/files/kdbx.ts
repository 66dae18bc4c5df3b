/** KeePass databases: an entry for each app password, in a group for each provider, under "App passwords". */
import { fromBase64, fromBase64url, toBase64 } from '../base64';
import type { FileFormat, Found, Importer, Item } from '../managers/manager';
import { hashSha256 } from '../vault/crypto';
import { facts } from './facts';
import { type InnerStream, openContainer, sealContainer } from './kdbx-container';
import { invalid, refuseLarge, refuseMany } from './limits';
import { readOurs } from './ours';
import { recognises } from './recognise';
import { type Element, escapeXml, readXml } from './xml';

/** Seconds from the year 1, from where KDBX 4 counts, to 1970. */
const YEAR_ONE = 62_135_596_800;
const SECRET_REFERENCE = /^\{REF:/i;

export const format: FileFormat = {
  ...facts.kdbx,
  async write(items, { passphrase, now }) {
    refuseMany(items.length);
    const file = await sealContainer(passphrase, (inner) => writeDatabase(items, now, inner));
    refuseLarge(file.length);
    return file;
  },
};

export const importer: Importer = {
  id: 'kdbx',
  name: 'KeePass',
  extensions: ['kdbx'],
  recognises: recognises.kdbx,
  isLocked: () => true,
  async read(file, passphrase) {
    refuseLarge(file.length);
    const { xml, inner } = await openContainer(file, passphrase);
    return readDatabase(xml, inner);
  },
};

/** The XML of a database (KDBX 4, inner content). */
export function writeDatabase(items: readonly Item[], now: number, inner: InnerStream): string {
  const today = writeTime(now);
  const times = `<CreationTime>${today}</CreationTime><LastModificationTime>${today}</LastModificationTime>`;
  const group = (seed: string, name: string, content: string) =>
    element(
      'Group',
      element('UUID', toBase64(hashText(`spare-key group ${seed}`).subarray(0, 16))),
      element('Name', escapeXml(name)),
      element('Times', times, '<Expires>False</Expires>'),
      // What is kept here belongs into programs, not into web forms.
      '<EnableAutoType>false</EnableAutoType><EnableSearching>true</EnableSearching>',
      content,
    );
  const providers = new Map(items.map(({ provider, providerName }) => [provider, providerName]));
  const sorted = [...providers].map(([provider, name]) => {
    const own = items.filter((item) => item.provider === provider);
    return group(provider, name, own.map((item) => writeEntry(item, today, inner)).join(''));
  });
  const top = group('', 'App passwords', sorted.join(''));
  return element(
    'KeePassFile',
    element(
      'Meta',
      '<Generator>Spare Key</Generator><DatabaseName>App passwords</DatabaseName>',
      '<MemoryProtection><ProtectPassword>True</ProtectPassword></MemoryProtection>',
    ),
    element('Root', group('root', 'Root', top)),
  );
}

function writeEntry(item: Item, today: string, inner: InnerStream): string {
  const texts = {
    Title: item.label,
    UserName: item.account,
    URL: item.url,
    Notes: item.notes,
    Provider: item.providerName,
    Site: item.site,
    Client: item.client,
    Device: item.device,
    Protocols: item.protocols.join(', '),
    'Secret changed': new Date(item.secretChanged).toISOString(),
  };
  const string = (key: string, value: string) => element('String', element('Key', key), value);
  return element(
    'Entry',
    // The same entry in a later file is the same for a program that merges the two.
    element('UUID', toBase64(chooseUuid(item.id))),
    element('Tags', escapeXml(item.tags.map((tag) => tag.replace(/[;,]/g, ' ')).join(';'))),
    element(
      'Times',
      element('CreationTime', writeTime(item.created)),
      element('LastModificationTime', today),
      element('Expires', item.review === undefined ? 'False' : 'True'),
      element('ExpiryTime', writeTime(item.review ?? item.created)),
    ),
    ...Object.entries(texts)
      .filter(([, text]) => text !== '')
      .map(([key, text]) => string(key, element('Value', escapeXml(text)))),
    string('Password', `<Value Protected="True">${maskText(item.secret, inner)}</Value>`),
  );
}

function element(name: string, ...content: readonly string[]): string {
  return `<${name}>${content.join('')}</${name}>`;
}

/** @throws AppError `file-invalid`, `file-too-large` */
export function readDatabase(xml: string, inner: InnerStream): Found[] {
  const found: Found[] = [];
  let bin = '';
  let isDatabase = false;
  readXml(xml, (node, around) => {
    const inside = around.at(-1)?.name;
    isDatabase ||= node.name === 'KeePassFile' && inside === undefined;
    // The stream has to be applied in the order of the document, also from what is of no use here.
    if (/\bProtected\s*=\s*["']true["']/i.test(node.attributes)) node.text = unmaskText(node.text, inner);
    if (node.name === 'RecycleBinUUID' && inside === 'Meta') bin = node.text.trim();
    if (node.name === 'Entry') {
      const thrownAway = bin !== '' && around.some((group) => textOf(group, 'UUID').trim() === bin);
      if (inside === 'Group' && !thrownAway) addEntry(found, node, around);
      return false;
    }
    return (
      inside === 'Entry' || inside === 'String' || inside === 'Times' || /^(?:Name|UUID)$/.test(node.name)
    );
  });
  if (!isDatabase) throw invalid('not a KeePass database');
  return found;
}

function addEntry(found: Found[], entry: Element, around: readonly Element[]): void {
  const texts = new Map(
    entry.children
      .filter(({ name }) => name === 'String')
      .map((string) => [textOf(string, 'Key'), textOf(string, 'Value')]),
  );
  const text = (key: string) => texts.get(key) ?? '';
  const secret = text('Password');
  // A reference stands for the secret of another entry, which is read by itself.
  if (secret === '' || SECRET_REFERENCE.test(secret)) return;
  const times = entry.children.find(({ name }) => name === 'Times');
  const created = readTime(times ? textOf(times, 'CreationTime') : '');
  const tags = textOf(entry, 'Tags').split(/[;,]/);
  found.push({
    label: text('Title'),
    account: text('UserName'),
    secret,
    url: text('URL'),
    notes: text('Notes'),
    tags: tags.map((tag) => tag.trim()).filter((tag) => tag !== ''),
    folder: around
      .filter(({ name }) => name === 'Group')
      .slice(1)
      .map((group) => textOf(group, 'Name'))
      .join('/'),
    ...readOurs({
      created,
      client: text('Client'),
      device: text('Device'),
      protocols: text('Protocols'),
      secretChanged: text('Secret changed'),
    }),
  });
  refuseMany(found.length);
}

function textOf(element: Element, child: string): string {
  return element.children.find(({ name }) => name === child)?.text ?? '';
}

function maskText(text: string, inner: InnerStream): string {
  const bytes = new TextEncoder().encode(text);
  const stream = inner(bytes.length);
  return toBase64(bytes.map((byte, at) => byte ^ (stream[at] ?? 0)));
}

function unmaskText(text: string, inner: InnerStream): string {
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(text);
  } catch (error) {
    throw invalid('a protected value is not base64', error);
  }
  const stream = bytes.length === 0 ? bytes : inner(bytes.length);
  return new TextDecoder().decode(bytes.map((byte, at) => byte ^ (stream[at] ?? 0)));
}

function chooseUuid(id: string): Uint8Array {
  const bytes = fromBase64url(id);
  return bytes?.length === 16 ? bytes : hashText(`spare-key entry ${id}`).subarray(0, 16);
}

function hashText(text: string): Uint8Array {
  return hashSha256(new TextEncoder().encode(text));
}

/** Little endian seconds since the year 1, as base64. */
function writeTime(ms: number): string {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, BigInt(Math.floor(ms / 1000) + YEAR_ONE), true);
  return toBase64(bytes);
}

/** Reads the time of KDBX 4, or of KDBX 3 (ISO 8601), in ms; `undefined` when it is neither, or before 1970. */
function readTime(text: string): number | undefined {
  let ms = Number.NaN;
  if (text.includes(':')) ms = Date.parse(text);
  else if (/^[A-Za-z0-9+/]{11}=$/.test(text)) {
    const seconds = new DataView(fromBase64(text).buffer).getBigInt64(0, true);
    ms = (Number(seconds) - YEAR_ONE) * 1000;
  }
  return ms >= 0 && ms <= 8.64e15 ? ms : undefined;
}
