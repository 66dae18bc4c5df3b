import type { Vault } from '../../../lib/vault/vault';

/** Makes a vault and says that its recovery code was put away. */
export async function createVault(vault: Vault, passphrase: string): ReturnType<Vault['create']> {
  const made = await vault.create(passphrase);
  await (await vault.open(made.key)).confirmWarnings([{ kind: 'recovery-code-unseen' }]);
  return made;
}
