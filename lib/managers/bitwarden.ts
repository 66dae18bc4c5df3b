import type { LiveBridge } from './manager';
import { makeHostBridge } from './native-host/client';

/** Bitwarden through `spare-key-bridge` and its client `bw`: a login with fields of its own, outside any folder. */
export const bridge: LiveBridge = makeHostBridge('bitwarden', 'Bitwarden', [
  'label',
  'account',
  'provider',
  'url',
  'notes',
  'tags',
  'created',
  'review',
  'fields',
]);
