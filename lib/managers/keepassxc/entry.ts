/** How an entry is laid out for KeePassXC, and how it is found again. */
import * as z from 'zod/mini';
import type { Delivery, Item } from '../manager';

/** Top group in which app passwords go that name no other. */
const GROUP = 'App passwords';
/** For entries without a site, since KeePassXC takes no entry without an address (RFC 6761, section 6.4). */
const NOWHERE = 'https://app-password.invalid/';
/** Most characters of label and group that are sent. */
const LABEL = 200;
const GROUP_NAME = 60;
/** Most groups above that of the provider. */
const DEPTH = 5;
const ADDRESS = 2_000;
const POINTER = 200;

export const Uuid = z.string().check(z.regex(/^[0-9a-f]{32}$/i));
/** An entry of KeePassXC, as far as it tells about one. */
export const Entry = z.object({
  login: z.string(),
  password: z.string(),
  uuid: Uuid,
  group: z.optional(z.string()),
});
export type Entry = z.infer<typeof Entry>;

/** One item as it goes over the connection. */
export interface LoginPayload {
  login: string;
  password: string;
  label: string;
  /** The address with the label in its fragment. */
  url: string;
  /** Name of the provider's group, without its parents. */
  group: string;
  /** Path of that group below the root. */
  groupPath: string;
  /** Path of the entry below the root; several may have the same. */
  path: string;
}

export function packItem(item: Item): LoginPayload {
  const address = labelAddress(item);
  const group = cleanGroup(item.providerName);
  // Without the brackets of IPv6, as Qt names a host.
  const title = address.hostname.replace(/^\[|\]$/g, '');
  const folders = (item.folder ?? '').split('/', DEPTH).filter((name) => name.trim() !== '');
  const groupPath = [...(folders.length > 0 ? folders.map(cleanGroup) : [GROUP]), group].join('/');
  return {
    login: item.account,
    password: item.secret,
    label: item.label,
    url: address.href,
    group,
    groupPath,
    path: `${groupPath}/${title}`,
  };
}

function labelAddress({ url, site, label }: Item): URL {
  const [address = new URL(NOWHERE)] = [url, `https://${site}/`].flatMap(parseAddress);
  // Half a surrogate pair would make the encoder throw.
  const text = [...label]
    .slice(0, LABEL)
    .join('')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd');
  address.hash = `app-password=${encodeURIComponent(text)}`;
  return address;
}

function parseAddress(text: string): URL[] {
  if (text.length > ADDRESS || !URL.canParse(text)) return [];
  const address = new URL(text);
  if (!/^https?:$/.test(address.protocol)) return [];
  address.username = '';
  address.password = '';
  return [address];
}

/** Without what makes a path of it, and without what cannot be seen. */
function cleanGroup(name: string): string {
  const clean = name.replaceAll(/[/\\\p{C}\p{Z}]+/gu, ' ').trim();
  return [...clean].slice(0, GROUP_NAME).join('').trim() || 'Other';
}

export function isSame({ login, password }: LoginPayload, entry: Entry): boolean {
  return entry.login === login && entry.password === password;
}

/** @param entry as it was read back; absent when KeePassXC confirmed it but did not show it. */
export function describeDelivery(payload: LoginPayload, entry?: Entry): Delivery {
  const { group, groupPath, label, path } = payload;
  const filed = entry?.group ?? group;
  const whole: Pointer = entry === undefined ? { path } : { uuid: entry.uuid, path };
  // A host may have more characters than a pointer; the UUID alone is found, too, only not without asking.
  const short: Pointer = entry === undefined ? {} : { uuid: entry.uuid };
  const text = JSON.stringify(whole);
  return {
    place: `${filed === group ? groupPath : filed} · ${label}`,
    pointer: text.length <= POINTER ? text : JSON.stringify(short),
    verified: entry !== undefined,
  };
}

const Pointer = z.object({ uuid: z.optional(Uuid), path: z.optional(z.string()) });
type Pointer = z.infer<typeof Pointer>;

/** Reads what `describeDelivery` wrote; empty for anything else. */
export function readPointer(text: string): Pointer {
  try {
    return Pointer.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}
