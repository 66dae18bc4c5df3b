import { AppError } from '../../errors';
import type { Handlers } from '../../messaging/serve';
import type { AppPassword } from '../../model';
import { canonical, providerById } from '../../providers';
import { findRetirement } from '../../review/due';
import { checkPaste, type OtherSecret } from '../../review/paste-check';
import type { OpenVault } from '../../vault/vault';
import { factsOf } from '../provider-info';
import type { Services } from '../services';

/** The paste check: why a program refuses a password. What is pasted is compared and forgotten. */
export function checkHandlers({ session, now }: Services): Pick<Handlers, 'secret.check'> {
  return {
    'secret.check': async ({ id, pasted }) => {
      const open = await session.use();
      const entry = await open.get(id);
      if (entry.custody !== 'vault') throw new AppError('entry-without-secret', 'the secret is not here');
      const shown = await open.secret(id);
      const shape = providerById(entry.provider)?.shape;
      const entries = await open.entries();
      const present = entries.filter(
        (other) => other.id !== id && other.deleted === undefined && other.custody === 'vault',
      );
      const read = (chosen: AppPassword[]) => readAll(open, chosen);
      const fact = findRetirement(entry, factsOf, now());
      const findings = checkPaste({
        pasted,
        secret: { shown, canonical: shape ? canonical(shape, shown) : shown },
        shape,
        account: entry.account,
        retired: fact && { id: fact.id, date: fact.date, source: fact.source },
        older: await read(present.filter(({ replacedBy }) => replacedBy === id)),
        others: await read(present.filter(({ replacedBy }) => replacedBy !== id)),
      });
      return {
        findings: findings.map((found) =>
          'positions' in found ? { ...found, positions: [...found.positions] } : found,
        ),
      };
    },
  };
}

/** The secrets of some entries; those that do not open are passed over. */
async function readAll(open: OpenVault, entries: readonly AppPassword[]): Promise<OtherSecret[]> {
  const read = async ({ id, label, provider }: AppPassword): Promise<OtherSecret[]> => {
    const shown = await open.secret(id).catch(() => undefined);
    if (shown === undefined) return [];
    const shape = providerById(provider)?.shape;
    return [{ id, label, canonical: shape ? canonical(shape, shown) : shown, ignored: shape?.ignored ?? '' }];
  };
  return (await Promise.all(entries.map(read))).flat();
}
