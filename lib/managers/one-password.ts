import type { LiveBridge } from './manager';
import { makeHostBridge } from './native-host/client';

/** 1Password through `spare-key-bridge` and its program `op`. Not tried with a real account. */
export const bridge: LiveBridge = makeHostBridge('one-password', '1Password', [
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
