import { AppError } from '../errors';
import type { AppPassword } from '../model';
import { isAllowed } from '../policy/policy';
import type { Policy } from '../policy/rules';
import type { OpenVault, Vault } from '../vault/vault';

/** What each function of an open vault does with entries; one that is missing here does not compile. */
const ways = {
  add: 'writes entries',
  addAll: 'writes entries',
  restore: 'writes entries',
  update: 'writes entries',
  updateAll: 'writes entries',
  replaceSecret: 'writes entries',
  takeCapture: 'writes entries',
  entries: 'does not',
  list: 'does not',
  get: 'does not',
  secret: 'does not',
  sealNote: 'does not',
  openNote: 'does not',
  readSerial: 'does not',
  raiseSerial: 'does not',
  remove: 'does not',
  inbox: 'does not',
  listAll: 'does not',
  changePassphrase: 'does not',
  renewRecoveryCode: 'does not',
  recover: 'does not',
  changeKey: 'does not',
  confirmWarnings: 'does not',
  check: 'does not',
  exportDamaged: 'does not',
  repair: 'does not',
  isKey: 'does not',
  close: 'does not',
} as const satisfies Record<keyof OpenVault, 'writes entries' | 'does not'>;

/** Functions that pass the gate; one that writes entries and is not gated below does not compile. */
type Writing = {
  [Name in keyof typeof ways]: (typeof ways)[Name] extends 'writes entries' ? Name : never;
}[keyof typeof ways];

/**
 * The one gate for entries: whichever way one comes into the vault, or changes, a policy that allows certain providers
 * is asked. What is there already stays, and may be changed in everything but its provider and its secret.
 * @param readPolicy the policy that holds now
 * @throws AppError `policy-forbids` from all functions that write entries
 */
export function gateVault(vault: Vault, readPolicy: () => Promise<Policy>): Vault {
  return { ...vault, open: async (key) => gateEntries(await vault.open(key), readPolicy) };
}

function gateEntries(open: OpenVault, readPolicy: () => Promise<Policy>): OpenVault {
  function check(policy: Policy, { provider }: Pick<AppPassword, 'provider'>): void {
    if (!isAllowed(provider, policy)) throw new AppError('policy-forbids', 'provider of an entry');
  }
  /** A change that leaves the provider, or is allowed the new one. */
  function within(policy: Policy, change: (entry: AppPassword) => AppPassword) {
    return (entry: AppPassword): AppPassword => {
      const { provider } = entry;
      const changed = change(entry);
      if (changed.provider !== provider) check(policy, changed);
      return changed;
    };
  }
  const writing: Pick<OpenVault, Writing> = {
    async add(entry, secret) {
      check(await readPolicy(), entry);
      return open.add(entry, secret);
    },
    async addAll(items) {
      const policy = await readPolicy();
      for (const { entry } of items) check(policy, entry);
      return open.addAll(items);
    },
    async restore(items, captures) {
      const policy = await readPolicy();
      for (const { entry } of items) check(policy, entry);
      return open.restore(items, captures);
    },
    async update(id, change) {
      return open.update(id, within(await readPolicy(), change));
    },
    async updateAll(ids, change) {
      return open.updateAll(ids, within(await readPolicy(), change));
    },
    async replaceSecret(id, secret, change = (entry) => entry) {
      const policy = await readPolicy();
      const changed = within(policy, change);
      return open.replaceSecret(id, secret, (entry) => {
        // A secret may leave; another one is kept of those alone that are allowed.
        if (secret !== '') check(policy, entry);
        return changed(entry);
      });
    },
    async takeCapture(id, make) {
      const policy = await readPolicy();
      return open.takeCapture(id, async (item) => {
        const entry = await make(item);
        check(policy, entry);
        return entry;
      });
    },
  };
  return { ...open, ...writing };
}
