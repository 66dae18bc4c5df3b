import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { format } from '../../../lib/files/cxf';
import { makeItem, NOW, nastyTexts } from './items';

/**
 * FIDO Alliance, Credential Exchange Format v1.0, Proposed Standard of 14 August 2025, as far as we write it: header,
 * account, collection, item, editable fields, and four kinds of credentials. Strict, so that nothing slips in.
 */
const Id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,86}$/)
  .refine((id) => Buffer.from(id, 'base64url').length <= 64);
const Seconds = z.int().min(0).max(253_402_300_799);
const field = <T extends string>(fieldType: T, value: z.ZodType<string> = z.string()) =>
  z.strictObject({ id: Id.optional(), fieldType: z.literal(fieldType), value, label: z.string().optional() });
const date = field('date', z.iso.date());
const Credential = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('basic-auth'),
    username: field('string').optional(),
    password: field('concealed-string').optional(),
  }),
  z.strictObject({
    type: z.literal('api-key'),
    key: field('concealed-string').optional(),
    username: field('string').optional(),
    keyType: field('string').optional(),
    url: field('string', z.url()).optional(),
    validFrom: date.optional(),
    expiryDate: date.optional(),
  }),
  z.strictObject({
    type: z.literal('custom-fields'),
    id: Id.optional(),
    label: z.string().optional(),
    fields: z.array(z.discriminatedUnion('fieldType', [field('string'), field('concealed-string'), date])),
  }),
  z.strictObject({ type: z.literal('note'), content: field('string') }),
]);
const Item = z.strictObject({
  id: Id,
  creationAt: Seconds.optional(),
  modifiedAt: Seconds.optional(),
  title: z.string(),
  subtitle: z.string().optional(),
  favorite: z.boolean().optional(),
  scope: z.strictObject({ urls: z.array(z.url()), androidApps: z.array(z.never()) }).optional(),
  credentials: z.array(Credential).min(1),
  tags: z.array(z.string()).optional(),
});
const Collection = z.strictObject({
  id: Id,
  creationAt: Seconds.optional(),
  modifiedAt: Seconds.optional(),
  title: z.string(),
  subtitle: z.string().optional(),
  items: z.array(z.strictObject({ item: Id, account: Id.optional() })),
  get subCollections() {
    return z.array(Collection).optional();
  },
});
const Header = z.strictObject({
  version: z.strictObject({ major: z.literal(1), minor: z.literal(0) }),
  exporterRpId: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
  exporterDisplayName: z.string().min(1),
  timestamp: Seconds,
  accounts: z.array(
    z.strictObject({
      id: Id,
      username: z.string(),
      email: z.string(),
      fullName: z.string().optional(),
      collections: z.array(Collection),
      items: z.array(Item),
    }),
  ),
});

async function write(...items: ReturnType<typeof makeItem>[]) {
  const file = await format.write(items, { passphrase: '', now: NOW });
  return Header.parse(JSON.parse(new TextDecoder().decode(file)));
}

describe('a CXF file', () => {
  it('is as the standard says, with the dates of the app password', async () => {
    const item = makeItem();
    const { accounts } = await write(item);
    const [written] = accounts[0]!.items;
    expect(written).toMatchObject({
      title: 'Scanner',
      tags: ['app-password', 'office', 'printer'],
      creationAt: item.created / 1000,
    });
    const [login, key] = written!.credentials;
    expect(login).toMatchObject({ type: 'basic-auth', password: { value: item.secret } });
    expect(key).toMatchObject({
      type: 'api-key',
      key: { value: item.secret },
      validFrom: { value: '2026-02-03' },
      expiryDate: { value: '2026-08-01' },
    });
  });

  it('has a collection for each provider, which names what is in it', async () => {
    const items = [makeItem(), makeItem({ provider: 'mail', providerName: 'Mail' }), makeItem()];
    const { accounts } = await write(...items);
    const [top] = accounts[0]!.collections;
    expect(top?.subCollections?.map((one) => [one.title, one.items.map(({ item }) => item)])).toEqual([
      ['Acme', [items[0]?.id, items[2]?.id]],
      ['Mail', [items[1]?.id]],
    ]);
    const ids = accounts[0]!.items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(items.length);
  });

  it('stays so with little and with odd things in it', async () => {
    const bare = makeItem({
      ...{ id: 'not base64url!', account: '', url: '', site: '', client: '', device: '' },
      ...{ protocols: [], notes: '', tags: [] },
    });
    const { review: _, ...unasked } = bare;
    const { accounts } = await write(
      unasked,
      ...nastyTexts.map((text) => makeItem({ secret: text, label: text })),
    );
    expect(accounts[0]!.items[0]!.credentials.map(({ type }) => type)).toEqual([
      'basic-auth',
      'api-key',
      'custom-fields',
    ]);
  });
});
