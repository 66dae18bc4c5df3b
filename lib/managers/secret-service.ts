import type { LiveBridge } from './manager';
import { makeHostBridge } from './native-host/client';

/** The keyring of a Linux desktop, GNOME Keyring, KWallet or KeePassXC, through `spare-key-bridge`. All but the label are attributes, of which KeePassXC makes user name, address and notes. */
export const bridge: LiveBridge = makeHostBridge('secret-service', 'Secret Service', [
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
