import { signal } from '@preact/signals';
import { browser } from '../../lib/browser';
import { codeOf } from '../../lib/errors';
import type { BridgeCard, ManagerStatus } from '../../lib/messaging/shapes';
import { ask, attempt, load } from './session';

/** The status of a password manager; `not-allowed` while the browser does not let us talk to any. */
export type ManagerState = ManagerStatus['state'] | 'not-allowed';

/** A password manager that entries can be sent to, and its status when it was looked at. */
export interface Manager extends BridgeCard, Partial<Omit<ManagerStatus, 'state'>> {
  /** `undefined` while it is being looked at. */
  state?: ManagerState | undefined;
}

/** The password managers, as they stood when they were looked at last. */
export const managers = signal<readonly Manager[]>([]);
/** Id of the one whose user is being asked to let us in. */
export const pairing = signal<string>();

const permission = { permissions: ['nativeMessaging' as const] };

function note(id: string, found: Partial<Manager>): void {
  managers.value = managers.value.map((one) => (one.id === id ? { ...one, ...found } : one));
}

/** Lists them without looking at any. */
export async function listManagers(): Promise<void> {
  if (managers.value.length > 0) return;
  await load(async () => {
    managers.value = (await ask('bridge.list', {})).bridges.map((card) => ({ ...card }));
  });
}

/** Looks how all of them stand; takes 20 s at most. */
export async function lookAtManagers(): Promise<void> {
  await listManagers();
  const isAllowed = await browser.permissions.contains(permission);
  await Promise.all(
    managers.value.map((manager) =>
      isAllowed ? lookAt(manager.id) : note(manager.id, { state: 'not-allowed' }),
    ),
  );
}

/** Looks how one of them stands. */
export async function lookAt(id: string): Promise<void> {
  note(id, { state: undefined });
  await load(async () => {
    const found = await ask('bridge.look', { bridge: id }).catch((error: unknown) => {
      if (codeOf(error) === 'vault-locked') throw error;
      return { state: 'broken' as const };
    });
    note(id, { version: undefined, where: undefined, ...found });
  });
}

/** Connects; must be called directly in a click, because the browser may ask. */
export async function connectManager(manager: Manager): Promise<void> {
  const asked = browser.permissions.request(permission);
  await attempt(async () => {
    if (!(await asked)) return;
    if ((await ask('bridge.begin', {})).state === 'restarting') return;
    const wasAllowed = manager.state !== 'not-allowed';
    await lookAt(manager.id);
    const now = managers.value.find(({ id }) => id === manager.id);
    if (now?.state === 'unpaired') {
      pairing.value = manager.id;
      try {
        note(manager.id, await ask('bridge.pair', { bridge: manager.id }));
      } finally {
        pairing.value = undefined;
      }
    }
    // The others may be talked to from now on as well.
    if (!wasAllowed) await lookAtManagers();
  });
}

/** Gives up waiting for the user's answer. */
export async function stopPairing(): Promise<void> {
  await attempt(() => ask('bridge.stop-pairing', {}));
}
