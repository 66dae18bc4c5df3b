import type { Found } from '../managers/manager';

type Ours = Pick<Found, 'created' | 'client' | 'device' | 'protocols' | 'secretChanged'>;

/** What a file says in fields or lines of ours; empty texts and times that are none are left out. */
export function readOurs(texts: {
  created?: number | undefined;
  client?: string;
  device?: string;
  protocols?: string;
  secretChanged?: string;
}): Ours {
  const { created, client, device, protocols } = texts;
  const secretChanged = Date.parse(texts.secretChanged ?? '');
  return {
    ...(created !== undefined && { created }),
    ...(client && { client }),
    ...(device && { device }),
    ...(protocols && { protocols: protocols.split(', ') }),
    ...(secretChanged >= 0 && { secretChanged }),
  };
}
