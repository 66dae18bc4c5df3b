import { describe, expect, it } from 'vitest';
import { type Backup, importer, readBackup, writeBackup } from '../../../lib/files/backup';
import { type AppPassword, defaultSettings } from '../../../lib/model';
import { hashSha256, joinBytes, randomId } from '../../../lib/vault/crypto';
import { spent } from '../spent';
import { NOW, PASSPHRASE } from './items';

function makeEntry(change: Partial<AppPassword> = {}): AppPassword {
  return {
    id: randomId(),
    provider: 'acme',
    site: 'account.acme.example',
    label: 'Scanner',
    account: 'ada@mail.example',
    client: 'Scan to mail',
    device: 'Hall',
    protocols: ['smtp'],
    notes: 'two\nlines',
    tags: ['office'],
    created: NOW,
    secretChanged: NOW + 1,
    confirmed: NOW + 2,
    snoozedUntil: NOW + 3,
    lastCopied: NOW + 4,
    remoteId: 'r1',
    lastUsed: 'yesterday',
    lastPlace: 'Hall',
    limitDays: 90,
    status: 'to-revoke',
    replacedBy: randomId(),
    custody: 'vault',
    ...change,
  };
}

const backup: Backup = {
  made: NOW,
  entries: [
    { entry: makeEntry(), secret: 'abcdefghijklmnop' },
    { entry: makeEntry({ custody: 'manager' }) },
    { entry: makeEntry({ deleted: NOW }), secret: 'qrstuvwxyzabcdef' },
  ],
  settings: { ...defaultSettings, limitDays: 33 },
  sites: ['cloud.acme.example:8443'],
};

/** Changes a file and gives it a digest that fits, as an attacker would. */
function forge(file: Uint8Array, at: number, ...bytes: number[]): Uint8Array<ArrayBuffer> {
  const forged = file.slice(0, -32);
  forged.set(bytes, at);
  return joinBytes(forged, hashSha256(forged));
}

describe('a backup', async () => {
  const file = await writeBackup(backup, PASSPHRASE);

  it('brings back everything', async () => {
    expect(await readBackup(file, PASSPHRASE)).toEqual(backup);
  });

  it('of a version that did not know a setting yet brings it with its default', async () => {
    const { checklist: _, singleKeys: __, ...known } = backup.settings;
    const older = await writeBackup({ ...backup, settings: known as Backup['settings'] }, PASSPHRASE);
    expect((await readBackup(older, PASSPHRASE)).settings).toEqual(backup.settings);
  });

  it('opens however the keyboard composed the letters', async () => {
    const composed = await writeBackup(backup, 'Z\u00FCrich im Fr\u00FChling');
    expect(await readBackup(composed, 'Zu\u0308rich im Fru\u0308hling')).toEqual(backup);
  });

  it('gives those entries that have a secret and are not deleted to a vault that has others', async () => {
    const found = await importer.read(file, PASSPHRASE);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ secret: 'abcdefghijklmnop', provider: 'acme', device: 'Hall' });
    expect(found[0]).not.toHaveProperty('remoteId');
  });

  it('shows neither a word of what is in it nor how long that is', async () => {
    const text = Buffer.from(file).toString('latin1');
    for (const word of ['Scanner', 'mail.example', 'abcdefghijklmnop']) expect(text).not.toContain(word);
    const other = await writeBackup({ ...backup, entries: backup.entries.slice(0, 1) }, PASSPHRASE);
    expect(other.length).toBe(file.length);
  });

  it('does not open with another passphrase', async () => {
    await expect(readBackup(file, `${PASSPHRASE}.`)).rejects.toMatchObject({ code: 'file-wrong-passphrase' });
  });

  it('is refused when any byte was changed, cut off or added', async () => {
    for (let at = 0; at < file.length; at += at < 64 ? 1 : 997) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const code = at === 8 ? /file-invalid|file-too-new/ : /file-invalid/;
      await expect(readBackup(changed, PASSPHRASE)).rejects.toMatchObject({
        code: expect.stringMatching(code),
      });
    }
    for (const size of [0, 8, 9, 31, 64, file.length - 1]) {
      await expect(readBackup(file.slice(0, size), PASSPHRASE)).rejects.toMatchObject({
        code: 'file-invalid',
      });
    }
    const longer = joinBytes(file, new Uint8Array(1));
    await expect(readBackup(longer, PASSPHRASE)).rejects.toMatchObject({ code: 'file-invalid' });
  });

  it('is refused when an attacker changed it and corrected the digest', async () => {
    for (const at of [15, 20, 40, 1000, file.length - 40]) {
      const changed = forge(file, at, (file[at] ?? 0) ^ 1);
      await expect(readBackup(changed, PASSPHRASE)).rejects.toMatchObject({
        code: expect.stringMatching(/file-wrong-passphrase/),
      });
    }
  });

  it('of a later version says so', async () => {
    await expect(readBackup(forge(file, 8, 2), PASSPHRASE)).rejects.toMatchObject({ code: 'file-too-new' });
    await expect(readBackup(forge(file, 8, 0), PASSPHRASE)).rejects.toMatchObject({ code: 'file-invalid' });
  });

  it.each([
    ['memory below the floor', 9, 0, 0, 0xff, 0xff],
    ['memory above the ceiling', 9, 0, 0x10, 0, 1],
    ['all the memory there is', 9, 0xff, 0xff, 0xff, 0xff],
    ['too few passes', 13, 2],
    ['too many passes', 13, 17],
    ['no lanes', 14, 0],
    ['too many lanes', 14, 17],
  ] as [string, number, ...number[]][])('with %s is refused before any work', async (_, at, ...bytes) => {
    const trap = forge(file, at, ...bytes);
    const taken: number[] = [];
    for (let run = 0; run < 5; run++) {
      const started = spent();
      await expect(readBackup(trap, PASSPHRASE)).rejects.toMatchObject({ code: 'file-invalid' });
      taken.push(spent() - started);
    }
    expect(Math.min(...taken)).toBeLessThan(5);
  });

  it('marks what was damaged, and brings captures that waited', async () => {
    const whole: Backup = {
      ...backup,
      entries: [{ entry: makeEntry(), damaged: true }],
      captures: [
        {
          ...{ id: randomId(), provider: 'acme', site: 'account.acme.example', label: 'Printer' },
          ...{ account: '', secret: 'abcdefghijklmnop', captured: NOW },
        },
      ],
    };
    expect(await readBackup(await writeBackup(whole, PASSPHRASE), PASSPHRASE)).toEqual(whole);
    expect(await importer.read(await writeBackup(whole, PASSPHRASE), PASSPHRASE)).toEqual([]);
  });

  it('that could not be read again is not written', async () => {
    const label = 'x'.repeat(201);
    await expect(
      writeBackup({ ...backup, entries: [{ entry: makeEntry({ label }) }] }, PASSPHRASE),
    ).rejects.toMatchObject({ code: 'file-invalid' });
  });

  it('that is too large is neither read nor written', async () => {
    await expect(readBackup(new Uint8Array(256 * 1024 * 1024 + 1), '')).rejects.toMatchObject({
      code: 'file-too-large',
    });
    const notes = 'x'.repeat(10_000);
    const entries = Array.from({ length: 27_000 }, () => ({ entry: makeEntry({ notes }) }));
    await expect(writeBackup({ ...backup, entries }, PASSPHRASE)).rejects.toMatchObject({
      code: 'file-too-large',
    });
    const many = Array<(typeof entries)[0]>(100_001).fill({ entry: makeEntry() });
    await expect(writeBackup({ ...backup, entries: many }, PASSPHRASE)).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });

  it('of 100,000 entries with notes and a log comes back', { timeout: 120_000 }, async () => {
    const log = { items: Array.from({ length: 5 }, (_, i) => ({ at: NOW + i, kind: 'copied' as const })) };
    const base = makeEntry({ notes: 'x'.repeat(200), log });
    const entries = Array.from({ length: 100_000 }, (_, at) => ({
      entry: { ...base, id: String(at).padStart(22, '0'), label: `Label ${at}` },
      secret: `secret-${at}`,
    }));
    const file = await writeBackup({ ...backup, entries }, PASSPHRASE);
    const { entries: read } = await readBackup(file, PASSPHRASE);
    expect(read).toHaveLength(100_000);
    expect(read[99_999]).toEqual(entries[99_999]);
  });
});
