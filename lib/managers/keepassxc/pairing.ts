/** The databases of KeePassXC that know us, and what is remembered of them. */
import * as z from 'zod/mini';
import { AppError } from '../../errors';
import type { ManagerContext } from '../manager';
import { openSession, type Session } from './protocol';

/** Most characters of JSON that may be remembered. */
const MEMORY = 4_000;

const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** One database that knows us: `id` is the name its user gave the connection, `key` what proves it to be ours. */
export const Pairing = z.object({
  hash: Hash,
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  key: z.string().check(z.maxLength(60)),
});
export type Pairing = z.infer<typeof Pairing>;
const Memory = z.object({ pairings: z.array(Pairing) });

export const Database = z.object({ hash: Hash });
export const Association = z.pick(Pairing, { hash: true, id: true });
/**
 * Opens a session with the database in front.
 * @throws AppError `bridge-not-paired` when it knows none of the pairings; other `bridge-*`
 */
export async function openPaired(
  context: ManagerContext,
  pairings: readonly Pairing[],
): Promise<{ session: Session; pairing: Pairing }> {
  const session = await openSession(context);
  try {
    const version = await session.greet();
    if (classifyVersion(version) !== undefined) throw new AppError('bridge-too-old', 'another version');
    const [only, ...others] = pairings;
    // Which of several is in front has to be asked; a single one shows by the test itself.
    const front = others.length === 0 ? undefined : await session.ask('get-databasehash', {}, Database);
    const pairing = front === undefined ? only : pairings.find(({ hash }) => hash === front.hash);
    if (pairing === undefined) throw new AppError('bridge-not-paired', 'not paired with this database');
    await session.ask('test-associate', { id: pairing.id, key: pairing.key }, Association);
    return { session, pairing };
  } catch (error) {
    session.end();
    throw error;
  }
}

// Finding entries by path and UUID came with 2.7.0; what a version 3 will speak is not known yet.
export function classifyVersion(version: string): 'too-old' | 'too-new' | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 2) return 'too-new';
  return major === 2 && minor >= 7 ? undefined : 'too-old';
}

/** The name the user gave the connection, and the beginning of the database's hash: its own name is not told. */
export function describeDatabase(hash: string, id?: string): string {
  const beginning = hash.slice(0, 8);
  return id === undefined ? beginning : `${id} (${beginning})`;
}

export async function recallPairings(context: ManagerContext): Promise<Pairing[]> {
  return Memory.safeParse(await context.recall()).data?.pairings ?? [];
}

export async function addPairing(context: ManagerContext, added: Pairing): Promise<void> {
  const known = await recallPairings(context);
  const pairings = [added, ...known.filter(({ hash }) => hash !== added.hash)];
  while (JSON.stringify({ pairings }).length > MEMORY) pairings.pop();
  await context.remember({ pairings });
}
