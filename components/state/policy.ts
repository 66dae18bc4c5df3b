import { signal } from '@preact/signals';
import type { Response } from '../../lib/messaging/protocol';
import { ask } from './session';
import { SHORTEST_PASSPHRASE } from './shapes';

/** What the organisation has set; nothing, until the background has answered. It obeys in any case. */
export const policy = signal<Response<'policy.get'>>({
  locked: [],
  forbids: [],
  least: { length: SHORTEST_PASSPHRASE, score: 3 },
  extraSites: [],
});

/** Asks what the organisation has set. */
export async function loadPolicy(): Promise<void> {
  policy.value = await ask('policy.get', {}).catch(() => policy.value);
}
