import type { AppPassword } from './model';

/** An entry with nothing known but when its secret was made (ms). */
export function newEntry(created: number): Omit<AppPassword, 'id'> {
  return {
    provider: 'other',
    site: '',
    label: '',
    account: '',
    client: '',
    device: '',
    protocols: [],
    notes: '',
    tags: [],
    created,
    secretChanged: created,
    status: 'active',
    custody: 'vault',
  };
}
