/**
 * FIDO Alliance Credential Exchange Format 1.0 (Proposed Standard, 14 August 2025): one account with an item for each app
 * password, which holds a basic-auth (3.3.2), an api-key with its dates, custom-fields and a note. Written, not read; the
 * exchange protocol (CXP), and with it encryption, is not covered.
 */
import { fromBase64url, toBase64url } from '../base64';
import type { FileFormat, Item } from '../managers/manager';
import { hashSha256 } from '../vault/crypto';
import { facts } from './facts';
import { refuseLarge, refuseMany } from './limits';
import { describe, lineNames } from './notes';

export const format: FileFormat = {
  ...facts.cxf,
  async write(items, { now }) {
    refuseMany(items.length);
    const file = new TextEncoder().encode(JSON.stringify(makeHeader(items, now)));
    refuseLarge(file.length);
    return file;
  },
};

function makeHeader(items: readonly Item[], now: number) {
  const providers = new Map(items.map(({ provider, providerName }) => [provider, providerName]));
  const collections = [...providers].map(([provider, title]) => ({
    id: makeId(`spare-key group ${provider}`),
    title,
    items: items.filter((item) => item.provider === provider).map(({ id }) => ({ item: chooseId(id) })),
  }));
  return {
    version: { major: 1, minor: 0 },
    // The standard wants a domain; an extension has none, and this one can have no owner (RFC 2606 section 2).
    exporterRpId: 'spare-key.invalid',
    exporterDisplayName: 'Spare Key',
    timestamp: toSeconds(now),
    accounts: [
      {
        id: makeId('spare-key account'),
        username: '',
        email: '',
        collections: [
          { id: makeId('spare-key group'), title: 'App passwords', items: [], subCollections: collections },
        ],
        items: items.map((item) => makeItem(item)),
      },
    ],
  };
}

function makeItem(item: Item) {
  const url = item.url || (item.site && `https://${item.site}/`);
  const secret = field('concealed-string', item.secret);
  const named = describe(item);
  const details = (['provider', 'client', 'device', 'protocols'] as const).filter(
    (name) => named[name] !== '',
  );
  return {
    id: chooseId(item.id),
    creationAt: toSeconds(item.created),
    modifiedAt: toSeconds(Math.max(item.created, item.secretChanged)),
    title: item.label,
    ...(url !== '' && { scope: { urls: [url], androidApps: [] } }),
    tags: ['app-password', ...item.tags],
    credentials: [
      {
        type: 'basic-auth',
        ...(item.account !== '' && { username: field('string', item.account) }),
        password: secret,
      },
      {
        type: 'api-key',
        key: secret,
        ...(item.account !== '' && { username: field('string', item.account) }),
        keyType: field('string', 'App password'),
        ...(url !== '' && { url: field('string', url) }),
        validFrom: field('date', toDay(item.secretChanged)),
        ...(item.review !== undefined && { expiryDate: field('date', toDay(item.review)) }),
      },
      ...(details.length > 0
        ? [
            {
              type: 'custom-fields',
              label: 'App password',
              fields: details.map((name) => field('string', named[name], lineNames[name])),
            },
          ]
        : []),
      ...(item.notes === '' ? [] : [{ type: 'note', content: field('string', item.notes) }]),
    ],
  };
}

function field(fieldType: 'string' | 'concealed-string' | 'date', value: string, label?: string) {
  return { fieldType, value, ...(label !== undefined && { label }) };
}

/** At most 64 bytes as base64url. */
function chooseId(id: string): string {
  const bytes = fromBase64url(id);
  return bytes && bytes.length <= 48 ? id : makeId(id);
}

function makeId(seed: string): string {
  return toBase64url(hashSha256(new TextEncoder().encode(seed)).subarray(0, 16));
}

function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** A day in UTC. */
function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
