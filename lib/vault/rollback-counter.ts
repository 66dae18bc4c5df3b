/**
 * The rollback counter: how far this vault has come, kept outside its database and signed with a key of the vault's own.
 * What is stored, and the label of its key, call it `witness`.
 */
import { fromBase64url, toBase64url } from '../base64';
import type { Warning } from '../model';
import type { Contents } from './contents';
import type { RollbackCounter } from './contract';
import { signHmac, verifyHmac } from './crypto';
import { encodeFields, MOST_REVISION } from './envelope';
import type { VaultKeys } from './keys';

/** How far ahead of the vault a rollback counter may be that early versions wrote without a signature. */
const PLAUSIBLE = 2 ** 20;

/** What a rollback counter says: `counter` is 0 where it says nothing that may be believed. */
export interface Reported {
  counter: number;
  wrong?: Extract<Warning['kind'], 'witness-wrong' | 'witness-missing'>;
}

export interface CounterBook {
  /** Never throws for what is kept there. */
  read(contents: Pick<Contents, 'counter' | 'memo'>): Promise<Reported>;
  /** @returns whether it is kept now; not for a counter out of bounds */
  write(counter: number): Promise<boolean>;
}

export function keepRollbackCounter(
  rollbackCounter: RollbackCounter | undefined,
  keys: VaultKeys,
  vaultId: string,
): CounterBook {
  const print = (counter: number) => encodeFields('spare-key witness', vaultId, counter);

  async function isSigned(found: Record<string, unknown>, counter: number): Promise<boolean> {
    const signature = typeof found['mac'] === 'string' ? fromBase64url(found['mac']) : undefined;
    return signature !== undefined && verifyHmac(keys.rollbackCounter, signature, print(counter));
  }

  return {
    async read({ counter: known, memo }) {
      if (!rollbackCounter) return { counter: 0 };
      const found = await rollbackCounter.read().catch(() => undefined);
      if (found === undefined) return { counter: 0, ...(memo.witnessed && { wrong: 'witness-missing' }) };
      const wrong: Reported = { counter: 0, wrong: 'witness-wrong' };
      if (typeof found !== 'object' || found === null) return wrong;
      const said = found as Record<string, unknown>;
      const { counter } = said;
      // The counter of a vault before this one, until one was signed for this.
      if (said['vaultId'] !== vaultId) return memo.witnessed ? wrong : { counter: 0 };
      if (typeof counter !== 'number' || !isCounter(counter)) return wrong;
      if (await isSigned(said, counter)) return { counter };
      const isEarly = !memo.witnessed && said['mac'] === undefined && counter - known <= PLAUSIBLE;
      return isEarly ? { counter } : wrong;
    },

    async write(counter) {
      if (!rollbackCounter || !isCounter(counter)) return false;
      const mac = toBase64url(await signHmac(keys.rollbackCounter, print(counter)));
      return rollbackCounter.write({ vaultId, counter, mac }).then(
        () => true,
        () => false,
      );
    },
  };
}

function isCounter(counter: number): boolean {
  return Number.isInteger(counter) && counter >= 0 && counter <= MOST_REVISION;
}
