import type { LiveBridge } from './bridge';

/** Every running password manager that entries can be handed to, in the order in which people see them. */
export const bridges: readonly LiveBridge[] = [];

/** `undefined` for a bridge that this version does not know. */
export function bridgeById(id: string): LiveBridge | undefined {
  return bridges.find((bridge) => bridge.id === id);
}
