import type { Handlers } from '../messaging/serve';
import { record } from '../review/log';
import { type BackupMessage, backupHandlers, readPresent, readSecrets } from './backup-handlers';
import { blankEntry } from './captures';
import { makeItem } from './handover';
import { checkAllowed } from './managed';
import type { Parts } from './parts';
import { readSettings } from './settings';
import { cleanText } from './texts';

type TransferMessage = Extract<keyof Handlers, `transfer.${string}` | BackupMessage>;

/** Secrets on their way to a file and from one; the files themselves are made and read in the page. */
export function transferHandlers(parts: Parts): Pick<Handlers, TransferMessage> {
  const { vault, session, reminders, now } = parts;

  /** @throws AppError `vault-wrong-passphrase` */
  async function checkPassphrase(passphrase: string): Promise<void> {
    (await vault.unlock({ kind: 'passphrase', passphrase })).fill(0);
  }

  return {
    ...backupHandlers(parts),
    'transfer.read': async ({ passphrase }) => {
      await checkAllowed('export');
      if (passphrase !== undefined) await checkAllowed('open-files');
      const open = await session.use();
      // A file that everybody can read takes more than an unlocked screen.
      if (passphrase !== undefined) await checkPassphrase(passphrase);
      const settings = await readSettings();
      const present = await readPresent(open);
      const here = present.filter(({ custody }) => custody === 'vault');
      const secrets = await readSecrets(open, here);
      const items = here.flatMap((entry) => {
        const secret = secrets.get(entry.id);
        return secret ? [makeItem(entry, secret, settings)] : [];
      });
      return { items, elsewhere: present.length - here.length, damaged: here.length - secrets.size };
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
  };
}
