import { describe, expect, it, vi } from 'vitest';
import { isMet, type LockState, type Need, needs } from '../../../lib/messaging/needs';
import { type Name, protocol } from '../../../lib/messaging/protocol';
import { answer } from '../../../lib/messaging/serve';
import { contentScript, createHandlers, gate, names, pageMay, popup, requests } from './messages';

/** What may be done at a locked vault, written down a second time: everything else needs it open. */
const whileLocked: readonly Name[] = [
  ...pageMay,
  'vault.status',
  'vault.create',
  'vault.unlock',
  'vault.recover',
  'vault.lock',
  'vault.erase-forgotten',
  'bridge.list',
  'bridge.stop-pairing',
  'provider.list',
  'site.look',
  'site.list',
  'sketch.draw',
  'sketch.get',
  'sketch.drop',
  'settings.get',
  'policy.get',
];
/** What changes what protects, and belongs to setting up as well. */
const onceMade: readonly Name[] = [
  'settings.set',
  'site.watch',
  'site.unwatch',
  'vault.erase',
  'bridge.begin',
  'capture.discard',
];

async function deliver(name: Name, lockState: LockState | Error) {
  const reached = vi.fn();
  const asked = vi.fn(async () => {
    if (lockState instanceof Error) throw lockState;
    return lockState;
  });
  const sender = protocol[name].callers.some((one) => one === 'own-page') ? popup() : contentScript();
  const message = { name, request: requests[name] };
  const answered = await answer(createHandlers(reached), message, sender, { ...gate, lockState: asked });
  return { answered, isReached: reached.mock.calls.length > 0, isAsked: asked.mock.calls.length > 0 };
}

describe('what a message needs', () => {
  it('is said of every message', () => {
    expect(Object.keys(needs).toSorted()).toEqual(Object.keys(protocol).toSorted());
  });

  it.each(names)('%s: is what stands in the list', (name) => {
    const listed: Need = whileLocked.includes(name)
      ? 'nothing'
      : onceMade.includes(name)
        ? 'open-once-made'
        : 'open';
    expect(needs[name]).toBe(listed);
  });

  it('of a page is never more than nothing, so that it cannot tell whether the vault is open', () => {
    for (const name of pageMay) expect(needs[name]).toBe('nothing');
  });

  it.each<[Need, LockState, boolean]>([
    ['nothing', 'locked', true],
    ['nothing', 'unmade', true],
    ['nothing', 'open', true],
    ['open', 'locked', false],
    ['open', 'unmade', false],
    ['open', 'open', true],
    ['open-once-made', 'locked', false],
    ['open-once-made', 'unmade', true],
    ['open-once-made', 'open', true],
  ])('%s while it is %s: %s', (need, lockState, met) => expect(isMet(need, lockState)).toBe(met));
});

describe('a locked vault', () => {
  it.each(names)('%s: reaches its handler only if it needs no vault', async (name) => {
    const { answered, isReached, isAsked } = await deliver(name, 'locked');
    expect(isReached).toBe(whileLocked.includes(name));
    expect(isAsked).toBe(!whileLocked.includes(name));
    if (!isReached) expect(answered).toEqual({ error: { code: 'vault-locked' } });
  });

  it('keeps shut, too, when its state cannot be read', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    expect((await deliver('settings.set', new Error('storage'))).isReached).toBe(false);
  });
});

describe('before there is a vault', () => {
  it.each(onceMade)('%s belongs to setting up', async (name) => {
    expect((await deliver(name, 'unmade')).isReached).toBe(true);
  });
});
