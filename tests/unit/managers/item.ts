import type { Item } from '../../../lib/managers/manager';

/** An entry on its way, of an invented person. */
export function makeItem(changes: Partial<Item> = {}): Item {
  return {
    id: 'entry-0001',
    secret: 'abcd efgh ijkl mnop',
    label: 'Scanner',
    account: 'robin@acme.example',
    provider: 'acme',
    providerName: 'Acme',
    site: 'id.acme.example',
    url: 'https://id.acme.example/security',
    client: '',
    device: '',
    protocols: [],
    notes: '',
    tags: [],
    created: 0,
    secretChanged: 0,
    ...changes,
  };
}
