import { signal } from '@preact/signals';
import { LEAST_PASSPHRASE } from '../../lib/bounds';
import type { Response } from '../../lib/messaging/protocol';
import { ask } from './session';

/** What the organisation has set; nothing, until the background has answered. It obeys in any case. */
export const policy = signal<Response<'policy.get'>>({
  locked: [],
  forbids: [],
  least: LEAST_PASSPHRASE,
  extraSites: [],
});

/** Asks what the organisation has set. */
export async function loadPolicy(): Promise<void> {
  policy.value = await ask('policy.get', {}).catch(() => policy.value);
}
