import { AppError, codeOf } from '../../errors';
import type { OpenVault, Vault } from '../../vault/vault';
import { collectMemory } from './manager-context';
import type { Session } from './session';
import { collectSeal } from './settings';

/** Changes the vault's key, and says how far it is. */
export interface KeyChanges {
  /**
   * @param allow throws for callers that may not
   * @returns the recovery code to show once. @throws as `Session.change` and `OpenVault.changeKey`
   */
  change(passphrase: string, allow?: (open: OpenVault) => Promise<void>): Promise<string>;
  progress(): { done: number; total: number };
}

export function createKeyChanges(session: Session): KeyChanges {
  const idle = { done: 0, total: 0 };
  let at = idle;
  async function change(open: OpenVault, passphrase: string): Promise<string> {
    try {
      const { key, recoveryCode } = await open.changeKey(passphrase, {
        outside: [...(await collectMemory()), ...(await collectSeal())],
        progress: (done, total) => {
          at = { done, total };
        },
      });
      // It may have been locked meanwhile, and then it stays so.
      try {
        if ((await session.locksAt()) !== undefined) await session.unlock(key);
      } finally {
        key.fill(0);
      }
      return recoveryCode;
    } finally {
      at = idle;
    }
  }

  return {
    change: (passphrase, allow = async () => undefined) =>
      session.change(async (open) => {
        await allow(open);
        return change(open, passphrase);
      }),
    progress: () => at,
  };
}

/**
 * The vault for a session: where the key was changed, and the worker ended before it could say so, it locks.
 * Then the passphrase opens the vault with its new key.
 */
export function lockOnOtherKey(vault: Vault, lock: () => Promise<void>): Vault {
  return {
    ...vault,
    async open(key) {
      try {
        return await vault.open(key);
      } catch (error) {
        if (codeOf(error) !== 'vault-wrong-passphrase') throw error;
        await lock();
        throw new AppError('vault-locked', 'the key was changed', { cause: error });
      }
    },
  };
}
