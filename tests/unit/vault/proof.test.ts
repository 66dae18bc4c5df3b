import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sealAes } from '../../../lib/vault/crypto';
import { MOST_REVISION, open, seal } from '../../../lib/vault/envelope';
import { connectVault, type OpenVault } from '../../../lib/vault/vault';
import { type Dump, dumpDatabase, loadDatabase } from './database';
import { draft } from './fixtures';
import { createVault } from './made';

vi.mock('../../../lib/vault/crypto', async (load) => {
  const fast = (await import('./fast-stretching')).withoutStretching(await load());
  return { ...fast, sealAes: vi.fn(fast.sealAes) };
});

const NAME = 'proved';
const refused = { code: 'vault-unreadable' };
let key: Uint8Array;
let id: string;
let clean: Dump;
const reopen = () => connectVault({ name: NAME }).open(key);

beforeAll(async () => {
  const vault = connectVault({ name: NAME });
  key = (await createVault(vault, 'correct horse battery')).key;
  id = (await (await vault.open(key)).add(draft('Scanner'), 'scanner-secret')).id;
  clean = await dumpDatabase(NAME);
});
beforeEach(() => loadDatabase(NAME, clean));
afterEach(() => vi.mocked(sealAes).mockReset());

/** Every way in which something is sealed, and how many things that are. */
const acts: Record<string, (open: OpenVault) => Promise<unknown>> = {
  add: (open) => open.add(draft('Phone'), 'phone-secret'),
  'replace a secret': (open) => open.replaceSecret(id, 'another-secret'),
  update: (open) => open.update(id, (entry) => ({ ...entry, label: 'Copier' })),
  remove: (open) => open.remove([id]),
  'change the passphrase': (open) => open.changePassphrase('another passphrase'),
  'renew the recovery code': (open) => open.renewRecoveryCode(),
  'recover from a forgotten passphrase': (open) => open.recover('another passphrase'),
};

describe('a commit', () => {
  it.each(Object.entries(acts))(
    'to %s is refused, and nothing written, when any part would not open',
    async (_, act) => {
      const { sealAes: real } =
        await vi.importActual<typeof import('../../../lib/vault/crypto')>('../../../lib/vault/crypto');
      for (let spoilt = 1; ; spoilt++) {
        await loadDatabase(NAME, clean);
        let calls = 0;
        vi.mocked(sealAes).mockImplementation(async (aes, plain, associated) => {
          const sealed = await real(aes, plain, associated);
          calls++;
          if (calls === spoilt) sealed[20] = (sealed[20] ?? 0) ^ 1;
          return sealed;
        });
        const outcome = await act(await reopen()).catch((error: unknown) => error);
        vi.mocked(sealAes).mockImplementation(real);
        if (calls < spoilt) {
          expect(spoilt).toBeGreaterThan(1);
          break;
        }
        expect(outcome).toMatchObject(refused);
        expect(await dumpDatabase(NAME)).toEqual(clean);
        expect(await (await reopen()).secret(id)).toBe('scanner-secret');
      }
    },
  );
});

describe('what is sealed', () => {
  const aes = () =>
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const place = { vaultId: 'A'.repeat(22), kind: 'secret', id: 'scanner-one' } as const;

  it.each([2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 33, 2 ** 53, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'is never sealed at revision %d',
    async (revision) => {
      await expect(seal((await aes()) as CryptoKey, { ...place, revision }, 'x')).rejects.toMatchObject(
        refused,
      );
    },
  );

  it('opens up to the highest revision', async () => {
    const secret = (await aes()) as CryptoKey;
    const highest = { ...place, revision: MOST_REVISION };
    expect(await open(secret, highest, await seal(secret, highest, 'x'))).toBe('x');
  });

  it('is never larger than what is read', async () => {
    const secret = (await aes()) as CryptoKey;
    const { sealAes: real } =
      await vi.importActual<typeof import('../../../lib/vault/crypto')>('../../../lib/vault/crypto');
    vi.mocked(sealAes).mockImplementation(real);
    const large = 'x'.repeat(32 * 1024 * 1024);
    await expect(seal(secret, { ...place, revision: 1 }, large)).rejects.toMatchObject(refused);
    const fitting = 'x'.repeat(31 * 1024 * 1024);
    expect(
      await open(secret, { ...place, revision: 1 }, await seal(secret, { ...place, revision: 1 }, fitting)),
    ).toBe(fitting);
  });
});
