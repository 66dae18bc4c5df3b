import { LONG, SECRET, SHORT } from '../../lib/bounds';
import { type Candidate, pick } from '../../lib/files/pick';
import type { Found } from '../../lib/managers/manager';
import type { Request } from '../../lib/messaging/protocol';
import { entries, providers } from '../state/entries';
import { ask } from '../state/session';
import { listHosts } from '../state/watchable';
import { protocols } from '../text/protocols';

type Incoming = Request<'transfer.add'>['entries'][number];

/** What of a file's content are app passwords, and which of them the vault has. */
export async function classifyFound(found: readonly Found[]): Promise<Candidate[]> {
  const known = providers.value.map((card) => {
    const hasEnded = card.access === 'ended';
    return {
      ...{ id: card.id, name: card.name, isShared: hasEnded },
      // One that has ended has no pages of its own any more.
      hosts: hasEnded ? [new URL(card.links.revoke).hostname] : listHosts(card),
      shape: { shown: new RegExp(card.shape.form), ignored: card.shape.ignored },
    };
  });
  const secrets = [
    ...new Set(pick(found, known, []).flatMap(({ secret, found: { secret: shown } }) => [secret, shown])),
  ].filter((secret) => secret.length <= SECRET);
  const rows = entries.value?.rows ?? [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  // Which of them are here is compared where the vault is: none of its secrets comes into this page for that.
  const here = (await ask('transfer.known', { secrets })).known.flatMap(({ place, id }) => {
    const row = byId.get(id);
    return row ? [{ ...row, secret: secrets[place] }] : [];
  });
  return pick(found, known, [...rows, ...here]);
}

/** A chosen one as an entry; what is too long is cut, but never the secret. */
export function toEntry({ found, provider, secret }: Candidate): Incoming {
  const cut = (text: string, most: number) => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  const host = URL.canParse(found.url) ? new URL(found.url).host : '';
  const { created, secretChanged } = found;
  return {
    provider,
    site: cut(host, SHORT),
    label: cut(found.label, SHORT),
    account: cut(found.account, SHORT),
    client: cut(found.client ?? '', SHORT),
    device: cut(found.device ?? '', SHORT),
    protocols: protocols.filter((one) => found.protocols?.includes(one)),
    notes: cut(found.notes, LONG),
    tags: found.tags.slice(0, 50).map((tag) => cut(tag, SHORT)),
    ...(created !== undefined && created >= 0 && { created }),
    ...(secretChanged !== undefined && secretChanged >= 0 && { secretChanged }),
    secret,
  };
}
