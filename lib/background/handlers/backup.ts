import { toBase64url } from '../../base64';
import { browser } from '../../browser';
import { AppError, codeOf } from '../../errors';
import type { Request } from '../../messaging/protocol';
import type { Handlers } from '../../messaging/serve';
import type { AppPassword, Capture } from '../../model';
import { isAllowed } from '../../policy/policy';
import { isHost } from '../../policy/rules';
import { DAY } from '../../time';
import { encodeText, hashSha256 } from '../../vault/crypto';
import { encodeCanonical } from '../../vault/envelope';
import type { OpenVault } from '../../vault/vault';
import { createCollector } from '../in-parts';
import { checkPassphrase } from '../passphrase';
import type { Services } from '../services';
import { checkAllowed, readManaged } from '../services/policy';
import { readOwnSettings, writeSettings } from '../services/settings';

export type BackupMessage = Extract<keyof Handlers, `backup.${string}`>;

const BACKUP = 'last-backup';
/** Entries from which on a backup is suggested, and after how long (ms) with changes again. */
const MANY = 10;
const LONG = 30 * DAY;
/** Most characters (JSON) of the entries of one answer; browsers take 64 MiB in all. */
const MOST_CHARACTERS = 8_000_000;

/** Most that are named of those that are left out. */
const MOST_NAMED = 20;
/** Most captures of a backup: far more than wait, unless an attacker planted them. The latest go first. */
const MOST_CAPTURES = 10_000;

/** When the last backup was made, and of what. */
interface LastBackup {
  at: number;
  /** Of all entries: tells whether anything changed since, and nothing else. */
  digest: string;
}

/** Everything on its way to a backup and from one; the file itself is made and read in the page. */
export function backupHandlers({
  vault,
  session,
  reminders,
  sites,
  now,
}: Services): Pick<Handlers, BackupMessage> {
  const collect = createCollector<Request<'backup.restore'>>();

  /** Watches sites again as far as the browser lets us; answers the others, which a person may allow. */
  async function watchAgain(hosts: readonly string[]): Promise<string[]> {
    const possible = hosts.filter(isHost);
    if (possible.length === 0) return [];
    // All of it is in the vault by now: what goes wrong here can be put right in the settings.
    await sites.adopt(possible.map((host) => `https://${host}/*`)).catch(() => undefined);
    const watched = new Set(await sites.watched());
    return possible.filter((host) => !watched.has(host));
  }

  async function readLast(): Promise<LastBackup | undefined> {
    const last = (await browser.storage.local.get(BACKUP))[BACKUP] as Partial<LastBackup> | undefined;
    const { at, digest } = last ?? {};
    if (typeof at !== 'number' || typeof digest !== 'string') return undefined;
    // No backup was made tomorrow: the clock was wrong, or something else wrote this.
    return { at: Number.isInteger(at) && at >= 0 && at <= now() ? at : 0, digest };
  }

  return {
    'backup.read': async ({ passphrase, after = '' }) => {
      await checkAllowed('export');
      const open = await session.use();
      await checkPassphrase(vault, open, passphrase);
      const { entries: all, warnings } = await open.list();
      const { part, next } = takePart(present(all), after);
      const here = part.filter(({ custody }) => custody === 'vault');
      const secrets = await readSecrets(open, here);
      const entries = part.map((entry) => {
        const secret = secrets.get(entry.id);
        if (secret) return { entry, secret };
        return entry.custody === 'vault' && secret === undefined
          ? { entry, damaged: true as const }
          : { entry };
      });
      const isFirst = after === '';
      return {
        made: now(),
        entries,
        captures: isFirst ? await readWaiting(open) : [],
        settings: await readOwnSettings(),
        sites: await sites.watched(),
        damaged: here.length - secrets.size,
        // What the vault cannot name any more cannot be in a file either.
        unnamed: isFirst ? countUnnamed(warnings) : 0,
        ...(next !== undefined && { next }),
      };
    },
    'backup.restore': async (request) => {
      const open = await session.use();
      if ((await readPresent(open)).length > 0) {
        throw new AppError('vault-exists', 'there are entries already');
      }
      const parts = collect(request);
      if (!parts) return { count: 0 };
      const { policy } = await readManaged();
      // What was deleted is in no backup of ours.
      const all = parts.flatMap(({ entries }) => entries).filter(({ entry }) => entry.deleted === undefined);
      const items = all.filter(({ entry }) => isAllowed(entry.provider, policy));
      const leftOut = all.filter((one) => !items.includes(one)).map(({ entry }) => entry.label);
      // Settings first: a user who is interrupted here can do all of it again.
      await writeSettings(request.settings, open);
      const made = await open.restore(
        items.map(({ entry, secret = '' }) =>
          // Damaged, or said to be here and not there.
          secret === '' && entry.custody === 'vault'
            ? { entry: { ...entry, custody: 'none' }, secret }
            : { entry, secret },
        ),
        parts.flatMap(({ captures = [] }) => captures),
      );
      await reminders.update(await open.entries());
      const named = { count: leftOut.length, labels: leftOut.slice(0, MOST_NAMED) };
      const unwatched = await watchAgain(parts.flatMap((part) => part.sites ?? []));
      return {
        count: made.length,
        ...(leftOut.length > 0 && { leftOut: named }),
        ...(unwatched.length > 0 && { unwatched }),
      };
    },
    'backup.made': async () => {
      const open = await session.use();
      const last: LastBackup = { at: now(), digest: digest(await readPresent(open)) };
      await browser.storage.local.set({ [BACKUP]: last });
      return {};
    },
    'backup.status': async () => {
      const { entries: all, warnings } = await (await session.use()).list();
      const entries = present(all);
      const ids = new Set(entries.map(({ id }) => id));
      const named = warnings.flatMap(({ kind, id = '' }) => (isDamage(kind) && ids.has(id) ? [id] : []));
      const damaged = named.length > 0 && { damaged: new Set(named).size };
      const last = await readLast();
      if (!last) return { isDue: entries.length >= MANY, ...damaged };
      const isDue = now() - last.at >= LONG && digest(entries) !== last.digest;
      return { last: last.at, isDue, ...damaged };
    },
  };
}

/** Forgets the last backup, after the vault was erased: it was one of another vault. */
export async function forgetBackup(): Promise<void> {
  await browser.storage.local.remove(BACKUP);
}

function present(entries: readonly AppPassword[]): AppPassword[] {
  return entries.filter(({ deleted }) => deleted === undefined);
}

/** Those whose id comes after another, as many as one answer takes, and one at least; `next` where there are more. */
export function takePart(
  entries: readonly AppPassword[],
  after: string,
): { part: AppPassword[]; next: string | undefined } {
  const rest = entries.filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
  let size = 0;
  const end = rest.findIndex((entry) => {
    size += JSON.stringify(entry).length;
    return size > MOST_CHARACTERS;
  });
  if (end < 0) return { part: rest, next: undefined };
  const part = rest.slice(0, Math.max(1, end));
  return { part, next: part.length < rest.length ? part.at(-1)?.id : undefined };
}

/** All entries but deleted ones. */
export async function readPresent(open: OpenVault): Promise<AppPassword[]> {
  return present(await open.entries());
}

/** What waits, the latest first, as much as a backup takes. */
async function readWaiting(open: OpenVault): Promise<Capture[]> {
  const captures = (await open.inbox()).map(({ capture }) => capture);
  return captures.sort((a, b) => b.captured - a.captured).slice(0, MOST_CAPTURES);
}

/** Secrets by entry id, without those that do not open. @throws AppError `vault-locked`, and what is no damage */
export async function readSecrets(
  open: OpenVault,
  entries: readonly AppPassword[],
): Promise<Map<string, string>> {
  const read = async ({ id }: AppPassword) => {
    try {
      return [[id, await open.secret(id)] as const];
    } catch (error) {
      if (codeOf(error) === 'vault-corrupt') return [];
      throw error;
    }
  };
  return new Map((await Promise.all(entries.map(read))).flat());
}

function isDamage(kind: string): boolean {
  return kind === 'record-damaged' || kind === 'record-missing' || kind === 'record-replaced';
}

/** Records of which not even a label is known. */
function countUnnamed(warnings: readonly { kind: string; id?: string; label?: string }[]): number {
  const unnamed = warnings.filter(
    ({ kind, id, label }) => isDamage(kind) && id !== 'header' && label === undefined,
  );
  return unnamed.length + warnings.filter(({ kind, label }) => kind === 'capture-damaged' && !label).length;
}

/** Of what people would miss, were it lost. */
function digest(entries: readonly AppPassword[]): string {
  const kept = entries.map(
    ({ lastCopied: _, lastUsed: __, lastPlace: ___, listed: ____, log: _____, ...entry }) => entry,
  );
  const sorted = kept.sort((a, b) => (a.id < b.id ? -1 : 1));
  return toBase64url(hashSha256(encodeText(encodeCanonical(sorted))));
}
