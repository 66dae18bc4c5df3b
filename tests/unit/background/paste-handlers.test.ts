import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { checkHandlers } from '../../../lib/background/handlers/paste-check';
import type { Services } from '../../../lib/background/services';
import { AppError } from '../../../lib/errors';
import { connectVault, type NewEntry, type OpenVault } from '../../../lib/vault/vault';
import { draft } from '../vault/fixtures';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('../vault/fast-stretching')).withoutStretching(await load());
});

const SECRET = 'h3Kd 9mQx 2LpV t7Rw Zc5N bY8f';
const OTHER = 'w1Qz 8nBv 4RtY m6Ks Xd2J gH9c';
const OLD = 'p5Lm 3kVc 7QwE r9Tz Na1S uF6x';
let open: OpenVault;
let id = '';

const add = async (label: string, secret: string, change: Partial<NewEntry> = {}) =>
  (await open.add(draft(label, change), secret)).id;

beforeAll(async () => {
  const vault = connectVault({ name: 'paste' });
  const { key } = await vault.create('correct horse battery staple');
  open = await vault.open(key);
  id = await add('Robot', SECRET);
  await add('Printer', OTHER);
  await add('Old robot', OLD, { replacedBy: id });
  await add('Deleted', 'dddd dddd dddd dddd dddd dddd', { deleted: 1 });
});

async function check(pasted: string, from: OpenVault = open, which = id) {
  const services = {
    session: { use: async () => from },
    now: () => 1_790_000_000_000,
  } as unknown as Services;
  const { findings } = await checkHandlers(services)['secret.check'](
    { id: which, pasted },
    { caller: 'own-page' },
  );
  return findings;
}
const kinds = async (pasted: string, from?: OpenVault) => (await check(pasted, from)).map(({ kind }) => kind);

describe('the paste check', () => {
  it('knows the secret, in any groups', async () => {
    expect((await kinds(SECRET)).at(-1)).toMatch(/^right/);
    expect((await kinds(SECRET.replaceAll(' ', ''))).at(-1)).toMatch(/^right/);
  });

  it('knows another entry, and the one that this one has replaced', async () => {
    expect(await check(OTHER)).toMatchObject([{ kind: 'other-entry', label: 'Printer' }]);
    expect(await kinds(OLD)).toEqual(['older-password']);
    expect(await kinds('dddd dddd dddd dddd dddd dddd')).not.toContain('other-entry');
  });

  it('says nothing of the secret or of what was pasted', async () => {
    const said = JSON.stringify(await check(`x${SECRET.slice(2)}`));
    for (const group of SECRET.split(' ')) expect(said).not.toContain(group);
  });

  it('passes over others that do not open', async () => {
    const broken: OpenVault = {
      ...open,
      secret: (one) =>
        one === id ? open.secret(one) : Promise.reject(new AppError('vault-corrupt', 'damaged')),
    };
    expect(await kinds(OTHER, broken)).not.toContain('other-entry');
  });

  it('has nothing to compare with where the secret is elsewhere', async () => {
    const elsewhere = await add('Elsewhere', '', { custody: 'pass' });
    await expect(check('anything', open, elsewhere)).rejects.toMatchObject({ code: 'entry-without-secret' });
  });
});
