/** From the user's passphrase or recovery code to the vault key, by the slots of the header. */
import { AppError } from '../errors';
import type { Credential } from './contract';
import { type Bytes, wipe } from './crypto';
import { encodeCanonical } from './envelope';
import type { Header, Slot } from './header';
import { costOf, MOST_COST, openPassphraseSlot, openRecoverySlot, readRecoveryCode } from './slots';

/**
 * Tries the slots of all headers, each once.
 * @throws AppError `vault-wrong-passphrase`, `vault-wrong-recovery-code`, `vault-mistyped-recovery-code`, and
 *   `vault-corrupt` when none opens and one has parameters out of bounds
 */
export async function unlock(headers: readonly Header[], credential: Credential): Promise<Bytes> {
  if (credential.kind === 'passphrase') {
    const { passphrase } = credential;
    const key = await tryEach(headers, 'passphrase', (id, slot) => openPassphraseSlot(id, slot, passphrase));
    if (key) return key;
    throw new AppError('vault-wrong-passphrase', 'no slot opens with this passphrase');
  }
  const code = readRecoveryCode(credential.code);
  if (!code) throw new AppError('vault-mistyped-recovery-code', 'the check characters do not fit');
  try {
    const key = await tryEach(headers, 'recovery', (id, slot) => openRecoverySlot(id, slot, code));
    if (key) return key;
  } finally {
    wipe(code);
  }
  throw new AppError('vault-wrong-recovery-code', 'no slot opens with this code');
}

/**
 * Tries the cheapest first, until the work equals what the most expensive slot alone may take: planted slots cannot
 * hold up the owner's, which are as cheap as slots may be.
 */
async function tryEach(
  headers: readonly Header[],
  kind: string,
  open: (vaultId: string, slot: Slot) => Promise<Bytes | undefined>,
): Promise<Bytes | undefined> {
  const found = headers.flatMap(({ vaultId, slots }) =>
    slots.flatMap((slot) => (slot.kind === kind ? [{ vaultId, slot, cost: costOf(slot) }] : [])),
  );
  const slots = [...new Map(found.map((way) => [encodeCanonical(way), way])).values()];
  const sound = slots.flatMap(({ cost, ...way }) => (cost === undefined ? [] : [{ ...way, cost }]));
  let left = MOST_COST;
  for (const { vaultId, slot, cost } of sound.sort((a, b) => a.cost - b.cost)) {
    if (left <= 0) break;
    left -= cost;
    const key = await open(vaultId, slot);
    if (key) return key;
  }
  if (sound.length < slots.length) throw new AppError('vault-corrupt', 'a slot is out of bounds');
  return undefined;
}
