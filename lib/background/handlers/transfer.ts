import type { Request } from '../../messaging/protocol';
import type { Handlers } from '../../messaging/serve';
import { newEntry } from '../../new-entry';
import { canonical, providerById } from '../../providers';
import { record } from '../../review/log';
import { createCollector } from '../in-parts';
import { checkPassphrase } from '../passphrase';
import type { Services } from '../services';
import { makeItem } from '../services/deliveries';
import { checkAllowed } from '../services/policy';
import { readSettings } from '../services/settings';
import { cleanText } from '../services/texts';
import { type BackupMessage, backupHandlers, readPresent, readSecrets, takePart } from './backup';

type TransferMessage = Extract<keyof Handlers, `transfer.${string}` | BackupMessage>;

/** Secrets on their way to a file and from one; the files themselves are made and read in the page. */
export function transferHandlers(services: Services): Pick<Handlers, TransferMessage> {
  const { vault, session, reminders, now } = services;
  const collect = createCollector<Request<'transfer.add'>>();
  /** A day that a file names: one that was, in whole milliseconds. */
  const readDay = (given: number) => Math.round(Math.min(Math.max(given, 0), now()));

  return {
    ...backupHandlers(services),
    'transfer.read': async ({ passphrase, sealed, after = '' }) => {
      await checkAllowed('export');
      if (!sealed) await checkAllowed('open-files');
      const open = await session.use();
      await checkPassphrase(vault, open, passphrase);
      const settings = await readSettings();
      const { part, next } = takePart(await readPresent(open), after);
      const here = part.filter(({ custody }) => custody === 'vault');
      const secrets = await readSecrets(open, here);
      const items = here.flatMap((entry) => {
        const secret = secrets.get(entry.id);
        return secret ? [makeItem(entry, secret, settings)] : [];
      });
      const [elsewhere, damaged] = [part.length - here.length, here.length - secrets.size];
      return { items, elsewhere, damaged, ...(next !== undefined && { next }) };
    },
    'transfer.known': async ({ secrets }) => {
      const open = await session.use();
      const here = (await readPresent(open)).filter(({ custody }) => custody === 'vault');
      const shown = await readSecrets(open, here);
      const bySecret = new Map(
        here.flatMap(({ id, provider }) => {
          const secret = shown.get(id);
          const shape = providerById(provider)?.shape;
          return secret ? [[shape ? canonical(shape, secret) : secret, id]] : [];
        }),
      );
      return {
        known: secrets.flatMap((secret, place) => {
          const id = bySecret.get(secret);
          return id === undefined ? [] : [{ place, id }];
        }),
      };
    },
    'transfer.add': async (request) => {
      const open = await session.use();
      const collected = collect(request);
      if (!collected) return { ids: [] };
      const entries = collected.flatMap((one) => one.entries);
      const made = await open.addAll(
        entries.map(({ secret, ...given }) => {
          const created = readDay(given.created ?? now());
          return {
            entry: {
              ...record(newEntry(created), now(), 'imported'),
              ...{ provider: given.provider, notes: given.notes },
              protocols: [...new Set(given.protocols)],
              secretChanged: readDay(given.secretChanged ?? created),
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
      await reminders.update(await open.entries());
      return { ids: made.map(({ id }) => id) };
    },
  };
}
