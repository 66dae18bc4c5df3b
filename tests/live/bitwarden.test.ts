import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bridge } from '../../lib/managers/bitwarden.ts';
import type { Delivery, Item } from '../../lib/managers/manager.ts';
import { ensureBitwardenClient, openClient } from './bitwarden-client.ts';
import { type BitwardenServer, startBitwardenServer } from './bitwarden-server.ts';
import { buildBridge, makeItem, makeListeningContext, waitUntilReady } from './native-host.ts';
import { type Household, openHousehold } from './wordpress-processes.ts';

const PORT = 8087;
const client = ensureBitwardenClient();
const missing =
  client === undefined ? 'bw could not be installed' : (await isFree()) ? '' : `port ${PORT} is taken`;
if (missing !== '') console.log(`skipped: Bitwarden (${missing})`);

/** Whether no program listens where `bw serve` does. */
function isFree(): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(PORT, 'localhost', () => probe.close(() => resolve(true)));
  });
}

interface BitwardenItem {
  id: string;
  name: string;
  notes: string;
  fields: { name: string; value: string }[];
  login: { username: string; password: string; uris: { match: number; uri: string }[] };
}

describe.skipIf(missing !== '')(`a real bw${missing && ` (${missing})`}`, () => {
  let household: Household;
  let server: BitwardenServer;
  let env: NodeJS.ProcessEnv;
  let program: string;
  let session = '';

  // Not the synchronous form: the server that bw talks to runs in this process.
  const bw = async (...parameters: string[]): Promise<string> => {
    const options = { env: { ...env, BW_SESSION: session }, timeout: 60_000 };
    return (await promisify(execFile)('bw', ['--nointeraction', ...parameters], options)).stdout;
  };
  const withSession = () => makeListeningContext(program, { ...env, BW_SESSION: session });
  const withoutSession = () => makeListeningContext(program, env);
  const readItem = async (id: string): Promise<BitwardenItem> => JSON.parse(await bw('get', 'item', id));

  beforeAll(async () => {
    household = await openHousehold('spare-key-bitwarden-');
    server = await startBitwardenServer();
    program = buildBridge(join(household.directory, 'bridge'));
    env = {
      PATH: [client, process.env['PATH']].join(delimiter),
      HOME: household.directory,
      BITWARDENCLI_APPDATA_DIR: join(household.directory, 'bw'),
    };
    await bw('config', 'server', server.origin);
    session = await openClient((key, ...parameters) => {
      session = key;
      return bw(...parameters);
    }, server);
  });
  afterAll(async () => {
    await household?.end();
    await server?.stop();
  });

  function expectWhole(read: BitwardenItem, item: Item): void {
    expect(read).toMatchObject({
      type: 1,
      name: item.label,
      notes: item.notes,
      login: {
        username: item.account,
        password: item.secret,
        // Never offered for filling in.
        uris: [{ match: 5, uri: item.url }],
      },
    });
    const fields = Object.fromEntries(read.fields.map(({ name, value }) => [name, value]));
    expect(fields).toEqual({
      provider: 'Acme Mail',
      site: 'account.acme.example',
      client: 'Firmware 2.1',
      device: 'Scanner',
      protocols: 'smtp, imap',
      tags: 'office, printing',
      created: '2026-11-20',
      review: '2027-05-19',
      'spare-key-id': `${item.id}-${item.secretChanged.toString(36)}`,
    });
  }

  test('without a session and not serving is locked', async () => {
    expect(await bridge.look(withoutSession())).toEqual({ state: 'locked' });
    await expect(bridge.deliver(makeItem(), withoutSession())).rejects.toMatchObject({
      code: 'bridge-locked',
    });
  });

  test('with a session that is no longer good is locked', async () => {
    const stale = makeListeningContext(program, { ...env, BW_SESSION: 'x'.repeat(88) });
    // On a busy computer it may be silent for longer than a look waits.
    await expect.poll(() => bridge.look(stale), { timeout: 60_000 }).toEqual({ state: 'locked' });
  });

  test('with BW_SESSION takes an entry with all its parts, once', async () => {
    const context = withSession();
    expect(await bridge.look(context)).toEqual({ state: 'ready' });
    const item = makeItem({ label: '--search=other' });
    const delivery = await bridge.deliver(item, context);
    expect(delivery).toMatchObject({ place: item.label, verified: true });
    expectWhole(await readItem(delivery.pointer), item);
    expect(await bridge.deliver(item, context)).toEqual(delivery);
    expect(JSON.parse(await bw('list', 'items'))).toHaveLength(1);
    expect(context.heard.join()).not.toContain(item.secret);
  });

  describe('that serves', () => {
    beforeAll(async () => {
      const serving = { ...env, BW_SESSION: session };
      await household.launch('sh', ['-c', 'echo started >&2; exec bw serve'], /started/, serving);
      await waitUntilReady(bridge, withoutSession());
    });

    test('takes entries with all their parts, each once', async () => {
      const items: { item: Item; delivery: Delivery }[] = [];
      const context = withoutSession();
      expect(await bridge.look(context)).toEqual({ state: 'ready', where: server.email });
      const labels = ['naïve & "quoted" 日本/../x?y=z#', '日本', '--search=x'];
      for (const label of labels) {
        const item = makeItem({ label });
        const delivery = await bridge.deliver(item, context);
        expect(delivery).toMatchObject({ place: `${server.email}/${label}`, verified: true });
        expect(await bridge.deliver(item, context)).toEqual(delivery);
        await expect(bridge.deliver({ ...item, secret: 'other' }, context)).rejects.toMatchObject({
          code: 'bridge-failed',
        });
        items.push({ item, delivery });
      }
      await bw('sync');
      const read: BitwardenItem[] = JSON.parse(await bw('list', 'items'));
      expect(read).toHaveLength(labels.length + 1);
      for (const { item, delivery } of items) {
        expectWhole(read.find(({ id }) => id === delivery.pointer)!, item);
        expect(context.heard.join()).not.toContain(item.secret);
      }
    });

    test('and was locked takes nothing', async () => {
      const reply = await fetch(`http://localhost:${PORT}/lock`, { method: 'POST' });
      expect(reply.ok).toBe(true);
      expect(await bridge.look(withoutSession())).toEqual({ state: 'locked', where: server.email });
      await expect(bridge.deliver(makeItem(), withoutSession())).rejects.toMatchObject({
        code: 'bridge-locked',
      });
    });
  });
});
