/** The data of Bitwarden's JSON exports: logins with folders and custom fields. Cards, identities, notes are passed over. */
import * as z from 'zod/mini';
import type { Found, Item } from '../managers/manager';
import { invalid, parseJson, refuseMany } from './limits';
import { describe, lineNames } from './notes';
import { readOurs } from './ours';

/** Kinds of items, of fields, and of matching an address, by Bitwarden's numbers. */
const LOGIN = 1;
const TEXT = 0;
const NEVER = 5;

export function makeData(items: readonly Item[], now: number): string {
  refuseMany(items.length);
  const names = new Map(items.map(({ provider, providerName }) => [provider, providerName]));
  const folders = new Map([...names].map(([id, name]) => [id, { id: crypto.randomUUID(), name }]));
  const written = items.map((item) => {
    const described = describe(item);
    const fields = {
      ...described,
      site: item.site,
      secretChanged: new Date(item.secretChanged).toISOString(),
    };
    return {
      id: crypto.randomUUID(),
      organizationId: null,
      collectionIds: null,
      folderId: folders.get(item.provider)?.id,
      type: LOGIN,
      reprompt: 0,
      name: item.label,
      notes: item.notes || null,
      favorite: false,
      fields: (['client', 'device', 'protocols', 'tags', 'review', 'site', 'secretChanged'] as const)
        .filter((name) => fields[name] !== '')
        .map((name) => ({ name: fieldNames[name], value: fields[name], type: TEXT, linkedId: null })),
      login: {
        // An app password is never typed into a web page, so Bitwarden must not offer it there.
        uris: item.url === '' ? [] : [{ match: NEVER, uri: item.url }],
        username: item.account || null,
        password: item.secret,
        totp: null,
      },
      creationDate: new Date(item.created).toISOString(),
      revisionDate: new Date(now).toISOString(),
      deletedDate: null,
    };
  });
  const named = [...folders.values()].map(({ id, name }) => ({ id, name: `App passwords/${name}` }));
  return JSON.stringify({ encrypted: false, folders: named, items: written });
}

const fieldNames = { ...lineNames, site: 'Site', secretChanged: 'Secret changed' } as const;

const text = z.nullish(z.string());
const Folder = z.object({ id: text, name: text });
const Data = z.object({
  encrypted: z.optional(z.literal(false)),
  folders: z.nullish(z.array(Folder)),
  collections: z.nullish(z.array(Folder)),
  items: z.array(
    z.object({
      type: z.number(),
      name: text,
      notes: text,
      folderId: text,
      collectionIds: z.nullish(z.array(z.string())),
      creationDate: text,
      deletedDate: text,
      fields: z.nullish(z.array(z.object({ name: text, value: text }))),
      login: z.nullish(
        z.object({ username: text, password: text, uris: z.nullish(z.array(z.object({ uri: text }))) }),
      ),
    }),
  ),
});

/** Reads the plain form. Items in its trash are passed over. @throws AppError `file-invalid`, `file-too-large` */
export function readData(json: string): Found[] {
  const parsed = Data.safeParse(parseJson(json));
  if (!parsed.success) throw invalid('not an export of Bitwarden');
  const { items, folders, collections } = parsed.data;
  refuseMany(items.length);
  const paths = new Map([...(folders ?? []), ...(collections ?? [])].map(({ id, name }) => [id, name ?? '']));
  return items.flatMap((item): Found[] => {
    const { login } = item;
    if (!login?.password || item.deletedDate) return [];
    const field = (name: string) => item.fields?.find((one) => one.name === name)?.value ?? '';
    const created = Date.parse(item.creationDate ?? '');
    return [
      {
        label: item.name ?? '',
        account: login.username ?? '',
        secret: login.password,
        url: login.uris?.find(({ uri }) => uri)?.uri ?? '',
        notes: item.notes ?? '',
        tags: field(fieldNames.tags)
          .split(', ')
          .filter((tag) => tag !== ''),
        folder: paths.get(item.folderId ?? item.collectionIds?.[0]) ?? '',
        ...readOurs({
          created: created >= 0 ? created : undefined,
          client: field(fieldNames.client),
          device: field(fieldNames.device),
          protocols: field(fieldNames.protocols),
          secretChanged: field(fieldNames.secretChanged),
        }),
      },
    ];
  });
}
