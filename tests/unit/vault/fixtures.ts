import type { Capture } from '../../../lib/model';
import type { NewEntry } from '../../../lib/vault/vault';

/** An invented entry. */
export function draft(label: string, change: Partial<NewEntry> = {}): NewEntry {
  return {
    provider: 'wordpress',
    site: 'blog.example',
    label,
    account: 'mira@harbour.example',
    client: '',
    device: '',
    protocols: ['imap'],
    notes: '',
    tags: [],
    created: 1_750_000_000_000,
    secretChanged: 1_750_000_000_000,
    status: 'active',
    custody: 'vault',
    ...change,
  };
}

/** An invented capture. */
export function takenCapture(id: string, change: Partial<Capture> = {}): Capture {
  return {
    id,
    provider: 'wordpress',
    site: 'blog.example',
    label: 'Printer',
    account: 'mira@harbour.example',
    secret: `canary-${id}`,
    captured: 1_750_000_000_000,
    ...change,
  };
}
