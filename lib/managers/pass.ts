import type { LiveBridge } from './manager';
import { makeHostBridge } from './native-host/client';

/** `pass` through `spare-key-bridge`: one file per entry, the secret in its first line and all else in lines of text. */
export const bridge: LiveBridge = makeHostBridge('pass', 'pass', [
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
