import { bridge as bitwarden } from './bitwarden';
import { bridge as keepassxc } from './keepassxc/client';
import type { LiveBridge } from './manager';
import { bridge as onePassword } from './one-password';
import { bridge as pass } from './pass';
import { bridge as secretService } from './secret-service';

/** Every running password manager that entries can be sent to, in the order in which people see them. */
export const bridges: readonly LiveBridge[] = [keepassxc, secretService, pass, bitwarden, onePassword];

/** `undefined` for a bridge that this version does not know. */
export function bridgeById(id: string): LiveBridge | undefined {
  return bridges.find((bridge) => bridge.id === id);
}
