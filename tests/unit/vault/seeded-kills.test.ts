import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { connectVault, type Vault } from '../../../lib/vault/vault';
import { dieAt, revive } from './faults';
import { draft, takenCapture } from './fixtures';
import { createVault } from './made';

vi.mock('../../../lib/vault/crypto', async (load) => {
  return (await import('./fast-stretching')).withoutStretching(await load());
});

const connect = (): Vault => connectVault({ name: 'seeded' });
const capture = takenCapture('capture-one');

/** A small generator with a seed (mulberry32), so that every run dies in the same places. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

it('1,000 seeded deaths, one after the other in one vault: nothing lost, doubled or halved', async () => {
  const { key } = await createVault(connect(), 'correct horse battery');
  const draw = seeded(20_261_122);
  const waiting = new Set<string>();
  const kept = new Set<string>();
  const taken = new Map<string, string>();
  let deaths = 0;
  for (let step = 0; deaths < 1000; step++) {
    const fresh = `capture-${String(step).padStart(6, '0')}`;
    const pending = [...waiting, ...kept];
    const id =
      pending.length > 6 || (pending.length > 0 && draw(3) > 0)
        ? (pending[draw(pending.length)] ?? fresh)
        : fresh;
    const entryId = [...taken.values()][draw(Math.max(1, taken.size))] ?? 'no-such-entry';
    const act = async (vault: Vault): Promise<unknown> => {
      if (id === fresh) return vault.sealCapture({ ...capture, id, secret: `canary-${id}` });
      if (waiting.has(id)) return vault.keepCapture(id, { label: 'Printer' });
      const open = await vault.open(key);
      if (taken.size > 12) return open.remove([entryId]);
      return open.takeCapture(id, () => draft('Printer'));
    };
    const planned = 1 + draw(9);
    dieAt(planned, 'killed');
    await act(connect()).catch(() => undefined);
    const died = revive() >= planned;
    if (died) deaths++;
    // Done or not, the same act in a fresh process must end in the same place.
    const vault = connect();
    await act(vault);
    if (id === fresh) waiting.add(id);
    else if (waiting.delete(id)) kept.add(id);
    else if (taken.size > 12) {
      for (const [from, to] of taken) if (to === entryId) taken.delete(from);
    } else {
      const open = await vault.open(key);
      const entry = await open.takeCapture(id, () => draft('Printer'));
      kept.delete(id);
      taken.set(id, entry.id);
    }
    vault.close();
    if (!died || deaths % 100 > 0) continue;
    const open = await connect().open(key);
    expect(await open.check()).toEqual([]);
    const { entries } = await open.list();
    expect(
      entries
        .filter(({ label }) => label === 'Printer')
        .map((entry) => entry.id)
        .sort(),
    ).toEqual([...taken.values()].sort());
    for (const [from, to] of taken) expect(await open.secret(to)).toBe(`canary-${from}`);
    const inbox = await open.inbox();
    expect(inbox.map((item) => `${item.state} ${item.capture.id} ${item.capture.secret}`).sort()).toEqual(
      [
        ...[...waiting].map((one) => `waiting ${one} canary-${one}`),
        ...[...kept].map((one) => `kept ${one} canary-${one}`),
      ].sort(),
    );
  }
}, 60_000);
