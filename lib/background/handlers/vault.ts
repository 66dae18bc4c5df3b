import { toBase64 } from '../../base64';
import { AppError, codeOf } from '../../errors';
import type { Handlers } from '../../messaging/serve';
import { Settings } from '../../model';
import { leastPassphrase, listForbidden } from '../../policy/policy';
import type { OpenVault } from '../../vault/vault';
import { doEach } from '../each';
import { checkPassphrase } from '../passphrase';
import type { Services } from '../services';
import { createKeyChanges } from '../services/change-key';
import { announceErasing, callOffErasing } from '../services/erasing';
import { forgetMemory } from '../services/manager-context';
import { readManaged } from '../services/policy';
import { forgetSettings, readSettings, readWithLocks, writeSettings } from '../services/settings';
import { forgetBackup } from './backup';

/** When (ms after unlocking) every secret's record is checked against the manifest. */
const CHECK_AFTER = 3_000;

type VaultMessage = Extract<keyof Handlers, `vault.${string}` | `settings.${string}` | 'policy.get'>;

/** Set-up, unlocking and locking, and what belongs to the vault as a whole. */
export function vaultHandlers(services: Services): Pick<Handlers, VaultMessage> {
  const { vault, session, captures, reminders, deliveries, now } = services;
  const keyChanges = createKeyChanges(session);

  /** Brings the session up and in what was kept meanwhile. */
  async function enter(key: Uint8Array | Promise<Uint8Array>): Promise<void> {
    const open = await session.unlock(key);
    // It is open now: what finds no room, or fails otherwise, does not keep the user out and comes another time.
    await doEach(
      callOffErasing,
      captures.sealPending,
      () => captures.settle(open),
      async () => reminders.update(await open.entries()),
    );
    // Listing opens no secret, so what was done to those is looked for once the first screen has what it needs.
    setTimeout(() => open.check().catch(() => undefined), CHECK_AFTER);
    // The user does not wait for a password manager in order to get at the vault.
    void deliveries.settle(open).catch(() => undefined);
  }

  async function erase(): Promise<void> {
    await session.lock();
    await vault.erase();
    await captures.forget();
    await reminders.forget();
    await forgetMemory();
    await forgetBackup();
    await forgetSettings();
    await callOffErasing();
    await reminders.poke();
  }

  /** The pages ask for more than length. @throws AppError `vault-weak-passphrase` */
  async function checkStrength(passphrase: string): Promise<void> {
    const { length } = leastPassphrase((await readManaged()).policy);
    if ([...passphrase].length < length) throw new AppError('vault-weak-passphrase', 'too short');
  }

  return {
    'vault.status': async () => {
      const locksAt = await session.locksAt();
      return {
        exists: (await vault.status()).exists,
        locked: locksAt === undefined,
        ...(locksAt === undefined ? {} : { locksAt }),
        waiting: await captures.waiting(),
        due: await reminders.due(),
      };
    },
    'vault.create': async ({ passphrase }) => {
      await checkStrength(passphrase);
      const { key, recoveryCode } = await vault.create(passphrase);
      // The code is shown this once, also when the session ends or fails.
      await enter(key).catch((error) => {
        if (codeOf(error) !== 'vault-locked') throw error;
      });
      return { recoveryCode };
    },
    'vault.unlock': async ({ passphrase }) => {
      vault.prepare();
      await enter(vault.unlock({ kind: 'passphrase', passphrase }));
      return {};
    },
    'vault.recover': async ({ recoveryCode, passphrase, key }) => {
      await checkStrength(passphrase);
      await enter(vault.unlock({ kind: 'recovery', code: recoveryCode }));
      if (key) return { recoveryCode: await keyChanges.change(passphrase) };
      return { recoveryCode: await (await session.use()).recover(passphrase) };
    },
    'vault.lock': async () => {
      await session.lock();
      return {};
    },
    'vault.change-passphrase': async ({ current, next }) => {
      await checkStrength(next);
      const open = await session.use();
      await checkPassphrase(vault, open, current);
      await open.changePassphrase(next);
      return {};
    },
    'vault.renew-recovery-code': async ({ passphrase }) => {
      const open = await session.use();
      await checkPassphrase(vault, open, passphrase);
      return { recoveryCode: await open.renewRecoveryCode() };
    },
    'vault.change-key': async ({ passphrase, next }) => {
      if (next !== undefined) await checkStrength(next);
      const allow = (open: OpenVault) => checkPassphrase(vault, open, passphrase);
      return { recoveryCode: await keyChanges.change(next ?? passphrase, allow) };
    },
    'vault.key-progress': async () => keyChanges.progress(),
    'vault.erase': async () => {
      await erase();
      return {};
    },
    'vault.erase-forgotten': async () => {
      const from = await announceErasing(now());
      if (from !== undefined) return { from };
      await erase();
      return {};
    },
    'vault.repair': async () => {
      const open = await session.use();
      const putBack = await open.repair();
      const entries = await open.entries();
      await reminders.update(entries);
      return { count: putBack };
    },
    'vault.confirm-warnings': async ({ seen }) => {
      const named = seen.map(({ kind, id }) => ({ kind, ...(id !== undefined && { id }) }));
      await (await session.use()).confirmWarnings(named);
      return {};
    },
    'vault.export-damaged': async () => {
      const records = await (await session.use()).exportDamaged();
      return {
        records: records.map(({ id, kind, bytes }) => ({ id, kind, bytes: toBase64(bytes) })),
      };
    },
    'settings.get': async () => Settings.parse(await readSettings()),
    'settings.set': async (settings) => {
      const open = await session.peek();
      const written = await writeSettings(settings, open);
      await session.check();
      if (open !== undefined) await reminders.update(await open.entries());
      return written;
    },
    'policy.get': async () => {
      const { policy, problem } = await readManaged();
      const { helpLink, providers, custody, extraSites = [] } = policy;
      return {
        locked: (await readWithLocks()).locked,
        forbids: listForbidden(policy),
        least: leastPassphrase(policy),
        extraSites,
        ...(problem !== undefined && { problem }),
        ...(helpLink !== undefined && { helpLink }),
        ...(providers !== undefined && { providers }),
        ...(custody !== undefined && { custody }),
      };
    },
  };
}
