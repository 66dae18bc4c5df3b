import { browser } from '../../browser';
import { AppError } from '../../errors';
import { bridges } from '../../managers';
import {
  isAllowed,
  keepClosing,
  listForbidden,
  type Managed,
  type Prohibition,
  readPolicy,
} from '../../policy/policy';
import type { Policy } from '../../policy/rules';
import { hostOf, readerFor } from '../../providers';
import { providers } from '../../providers/all';
import type { Services } from '../services';

const ids = bridges.map(({ id }) => id);
/**
 * The last policy that could be read as a whole: in memory, and beside it for the next start of the browser. What stands
 * there an attacker may have written: it can close, and nothing else.
 */
const GOOD = 'good-policy';
/** What Firefox says where there is no policy for us. */
const NONE = 'Managed storage manifest not found';

/** What was said last of a policy that cannot be read. */
let said: string | undefined;

/**
 * What the organisation has set, as it stands now. Where it cannot be read as a whole, the last that could stays, and
 * holds beside what can be read: nothing that was closed is opened by a slip.
 */
export async function readManaged(): Promise<Managed> {
  const [raw, known] = await Promise.all([
    browser.storage.managed.get().catch((error?: { message?: unknown }) => {
      return String(error?.message).includes(NONE) ? {} : undefined;
    }),
    browser.storage.session.get(GOOD),
  ]);
  const here = known[GOOD] as Policy | undefined;
  const good = here ?? (await recall());
  // A policy that the browser does not give us counts as one that cannot be read; where there never was one, there is
  // nothing to say.
  const isLost = raw === undefined && good !== undefined && Object.keys(good).length > 0;
  const found = isLost ? { policy: good, problem: '3rdparty' } : readPolicy(raw, ids, good);
  if (found.problem !== said) {
    said = found.problem;
    if (said !== undefined) console.warn('policy: cannot be read', said);
  }
  const isGood = raw !== undefined && found.problem === undefined;
  if (isGood && (here === undefined || JSON.stringify(here) !== JSON.stringify(found.policy))) {
    await browser.storage.session.set({ [GOOD]: found.policy });
    await remember(found.policy);
  }
  return found;
}

/** What closed before the browser started. */
async function recall(): Promise<Policy | undefined> {
  const stored = (await browser.storage.local.get(GOOD))[GOOD];
  return stored === undefined ? undefined : keepClosing(readPolicy(stored, ids).policy);
}

/** For the next start of the browser; without room for it, as much as before. */
async function remember(policy: Policy): Promise<void> {
  const { local } = browser.storage;
  const isNone = Object.keys(policy).length === 0;
  await (isNone ? local.remove(GOOD) : local.set({ [GOOD]: policy })).catch(() => undefined);
}

function refuse(why: string): AppError {
  return new AppError('policy-forbids', why);
}

/** @throws AppError `policy-forbids` */
export async function checkAllowed(what: Prohibition): Promise<void> {
  if (listForbidden((await readManaged()).policy).includes(what)) throw refuse(what);
}

/** @throws AppError `policy-forbids` where no app password of this provider may be kept */
export async function checkProvider(provider: string): Promise<void> {
  if (!isAllowed(provider, (await readManaged()).policy)) throw refuse('provider');
}

/** @throws AppError `policy-forbids` where nothing that could be read in this tab may be kept */
export async function checkTab(tabId: number): Promise<void> {
  const { policy } = await readManaged();
  if (policy.providers === undefined) return;
  const { url = '' } = await browser.tabs.get(tabId);
  const readers = URL.canParse(url) ? readerFor(new URL(url)) : [];
  if (![...readers.map(({ id }) => id), 'other'].some((id) => isAllowed(id, policy))) throw refuse('page');
}

/** @throws AppError `policy-forbids` where no provider of this host may be kept */
export async function checkHost(host: string): Promise<void> {
  const { policy } = await readManaged();
  if (policy.providers === undefined || policy.extraSites?.includes(host)) return;
  const known = providers.filter(({ matches }) => matches.some((pattern) => hostOf(pattern) === host));
  const possible = known.length > 0 ? known : providers.filter(({ access }) => access === 'self-hosted');
  if (!possible.some(({ id }) => isAllowed(id, policy))) throw refuse('host');
}

/** @throws AppError `policy-forbids` for a site that the policy makes all users watch */
export async function checkUnwatch(host: string): Promise<void> {
  if ((await readManaged()).policy.extraSites?.includes(host)) throw refuse('site of the organisation');
}

/** Brings what was computed and registered up to date with a policy that is new, or may be. */
export async function obeyPolicy({
  sites,
  session,
  reminders,
}: Pick<Services, 'sites' | 'session' | 'reminders'>): Promise<void> {
  const { extraSites = [] } = (await readManaged()).policy;
  // Those that the user has not granted are passed over, and offered on the pages that ask for them.
  await sites.adopt(extraSites.map((host) => `https://${host}/*`));
  // A shorter time until it locks holds at once, and does not start again.
  await session.check();
  const open = await session.peek();
  if (open === undefined) return reminders.poke();
  await reminders.update(await open.entries());
}
