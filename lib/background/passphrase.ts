import { AppError } from '../errors';
import type { OpenVault, Vault } from '../vault/vault';

/**
 * What is more than an unlocked screen allows (all secrets at once, other ways in) takes the passphrase as well. It has
 * to unlock the very key that the vault is open with: an attacker could have written a way to another one beside it.
 * @throws AppError `vault-wrong-passphrase`
 */
export async function checkPassphrase(vault: Vault, open: OpenVault, passphrase: string): Promise<void> {
  const key = await vault.unlock({ kind: 'passphrase', passphrase });
  try {
    if (!open.isKey(key)) throw new AppError('vault-wrong-passphrase', 'it unlocks another key');
  } finally {
    key.fill(0);
  }
}
