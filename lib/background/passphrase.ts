import type { Vault } from '../vault/vault';

/**
 * What is more than an unlocked screen allows (all secrets at once, other ways in) takes the passphrase as well.
 * @throws AppError `vault-wrong-passphrase`
 */
export async function checkPassphrase(vault: Vault, passphrase: string): Promise<void> {
  (await vault.unlock({ kind: 'passphrase', passphrase })).fill(0);
}
