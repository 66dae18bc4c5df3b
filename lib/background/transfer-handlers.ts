import { browser } from '../browser';
import { AppError } from '../errors';
import type { Handlers } from '../messaging/serve';
import type { AppPassword } from '../model';
import { canonical, providerById } from '../providers';
import { record } from '../review/log';
import { encodeText, hashSha256, toBase64url } from '../vault/crypto';
import { encodeCanonical } from '../vault/envelope';
import type { OpenVault } from '../vault/vault';
import { blankEntry } from './captures';
import { makeItem } from './handover';
import { checkAllowed } from './managed';
import type { Parts } from './parts';
import { readOwnSettings, readSettings, writeSettings } from './settings';
import { cleanText } from './texts';

type TransferMessage = Extract<keyof Handlers, `transfer.${string}` | `backup.${string}`>;

const BACKUP = 'last-backup';
/** Entries from which on a backup is suggested, and after how long (ms) with changes again. */
const MANY = 10;
const LONG = 30 * 86_400_000;

/** When the last backup was made, and of what. */
interface LastBackup {
  at: number;
  /** Of all entries: tells whether anything changed since, and nothing else. */
  digest: string;
}

/** Secrets on their way to a file and from one; the files themselves are made and read in the page. */
export function transferHandlers(parts: Parts): Pick<Handlers, TransferMessage> {
  const { vault, session, reminders, sites, now } = parts;

  async function readPresent(open: OpenVault): Promise<AppPassword[]> {
    return (await open.list()).entries.filter(({ deleted }) => deleted === undefined);
  }

  /** All secrets at once take more than an unlocked screen. @throws AppError `vault-wrong-passphrase` */
  async function checkPassphrase(passphrase: string): Promise<void> {
    (await vault.unlock({ kind: 'passphrase', passphrase })).fill(0);
  }

  return {
    'transfer.read': async ({ passphrase, sealed }) => {
      await checkAllowed('export');
      if (!sealed) await checkAllowed('open-files');
      const open = await session.use();
      await checkPassphrase(passphrase);
      const settings = await readSettings();
      const present = await readPresent(open);
      const here = present.filter(({ custody }) => custody === 'vault');
      const items = await readAll(open, here, (entry, secret) => makeItem(entry, secret, settings));
      return { items, elsewhere: present.length - items.length };
    },
    'transfer.known': async ({ secrets }) => {
      const open = await session.use();
      const here = (await readPresent(open)).filter(({ custody }) => custody === 'vault');
      const ids = await readAll(open, here, ({ id, provider }, shown): [string, string] => {
        const shape = providerById(provider)?.shape;
        return [shape ? canonical(shape, shown) : shown, id];
      });
      const bySecret = new Map(ids);
      return {
        known: secrets.flatMap((secret, place) => {
          const id = bySecret.get(secret);
          return id === undefined ? [] : [{ place, id }];
        }),
      };
    },
    'transfer.add': async ({ entries }) => {
      const open = await session.use();
      const made = await open.addAll(
        entries.map(({ secret, ...given }) => {
          const created = Math.min(given.created ?? now(), now());
          return {
            entry: {
              ...record(blankEntry(created), now(), 'imported'),
              ...{ provider: given.provider, notes: given.notes, protocols: given.protocols },
              secretChanged: Math.min(given.secretChanged ?? created, now()),
              site: cleanText(given.site),
              label: cleanText(given.label),
              account: cleanText(given.account),
              client: cleanText(given.client),
              device: cleanText(given.device),
              tags: given.tags.map(cleanText).filter((tag) => tag !== ''),
            },
            secret,
          };
        }),
      );
      await reminders.update((await open.list()).entries);
      return { ids: made.map(({ id }) => id) };
    },
    'backup.read': async ({ passphrase }) => {
      await checkAllowed('export');
      const open = await session.use();
      await checkPassphrase(passphrase);
      const present = await readPresent(open);
      const here = present.filter(({ custody }) => custody === 'vault');
      const entries = [
        ...(await readAll(open, here, (entry, secret) => ({ entry, secret }))),
        ...present.filter(({ custody }) => custody !== 'vault').map((entry) => ({ entry })),
      ];
      return { made: now(), entries, settings: await readOwnSettings(), sites: await sites.watched() };
    },
    'backup.restore': async ({ entries, settings }) => {
      const open = await session.use();
      if ((await readPresent(open)).length > 0)
        throw new AppError('vault-exists', 'there are entries already');
      const made = await open.addAll(entries.map(({ entry, secret = '' }) => ({ entry, secret })));
      // They have new ids, and some name others.
      const ids = new Map(entries.map(({ entry }, place) => [entry.id, made[place]?.id]));
      for (const { id, replacedBy } of made) {
        const other = replacedBy && ids.get(replacedBy);
        if (other) await open.update(id, (entry) => ({ ...entry, replacedBy: other }));
      }
      await writeSettings(settings, open);
      await reminders.update((await open.list()).entries);
      return { count: made.length };
    },
    'backup.made': async () => {
      const open = await session.use();
      const last: LastBackup = { at: now(), digest: digest(await readPresent(open)) };
      await browser.storage.local.set({ [BACKUP]: last });
      return {};
    },
    'backup.status': async () => {
      const entries = await readPresent(await session.use());
      const last = (await browser.storage.local.get(BACKUP))[BACKUP] as LastBackup | undefined;
      if (!last) return { isDue: entries.length >= MANY };
      return { last: last.at, isDue: now() - last.at >= LONG && digest(entries) !== last.digest };
    },
  };
}

/** Entries with their secrets, each made into something; those whose secret does not open are passed over. */
async function readAll<T>(
  open: OpenVault,
  entries: readonly AppPassword[],
  make: (entry: AppPassword, secret: string) => T,
): Promise<T[]> {
  const read = async (entry: AppPassword): Promise<T[]> => {
    const secret = await open.secret(entry.id).catch(() => '');
    return secret ? [make(entry, secret)] : [];
  };
  return (await Promise.all(entries.map(read))).flat();
}

/** Of what people would miss, were it lost. */
function digest(entries: readonly AppPassword[]): string {
  const kept = entries.map(
    ({ lastCopied: _, lastUsed: __, lastPlace: ___, listed: ____, log: _____, ...entry }) => entry,
  );
  const sorted = kept.sort((a, b) => (a.id < b.id ? -1 : 1));
  return toBase64url(hashSha256(encodeText(encodeCanonical(sorted))));
}
