import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Item } from '../../lib/managers/manager.ts';
import { bridge } from '../../lib/managers/secret-service.ts';
import { PASSWORD, startBus, startKeePassXC } from './desktop-bus.ts';
import {
  awkwardLabels,
  buildBridge,
  makeItem,
  makeListeningContext,
  missingPrograms,
  waitUntilReady,
} from './native-host.ts';
import { type Household, openHousehold } from './wordpress-processes.ts';

const needed = ['secret-tool', 'dbus-daemon', 'dbus-send'];
const missing = missingPrograms(...needed, 'gnome-keyring-daemon') ?? '';
const missingKeePassXC = missingPrograms(...needed, 'keepassxc', 'keepassxc-cli') ?? '';
if (missing !== '') console.log(`skipped: GNOME Keyring (${missing})`);
if (missingKeePassXC !== '') console.log(`skipped: KeePassXC as Secret Service (${missingKeePassXC})`);

interface Desktop {
  household: Household;
  env: NodeJS.ProcessEnv;
  context: ReturnType<typeof makeListeningContext>;
}

async function openDesktop(): Promise<Desktop> {
  const household = await openHousehold('spare-key-desktop-');
  const program = buildBridge(join(household.directory, 'bridge'));
  const env = await startBus(household);
  return { household, env, context: makeListeningContext(program, env) };
}

function run({ env }: Desktop, name: string, parameters: string[], input = ''): string {
  return execFileSync(name, parameters, { env, input, encoding: 'utf8', timeout: 20_000, stdio: 'pipe' });
}

/** An entry's secret, label and attributes; secret-tool prints some of it to stderr. */
function search(desktop: Desktop, id: string): string {
  return run(desktop, 'sh', ['-c', 'secret-tool search --all -- spare-key-id "$1" 2>&1', 'sh', id]);
}

describe.skipIf(missing !== '')(`a real GNOME Keyring${missing && ` (${missing})`}`, () => {
  let desktop: Desktop;
  const deliver = (item: Item) => bridge.deliver(item, desktop.context);

  beforeAll(async () => {
    desktop = await openDesktop();
  });
  afterAll(() => desktop?.household.end());

  test('that does not run is said to be silent', async () => {
    expect(await bridge.look(desktop.context)).toEqual({ state: 'silent' });
    await expect(deliver(makeItem())).rejects.toMatchObject({ code: 'bridge-silent' });
  });

  describe('that is open', () => {
    beforeAll(async () => {
      const { household, env, context } = desktop;
      // It says nothing when it is ready.
      const start = 'echo started >&2; printf throw-away | exec gnome-keyring-daemon -f --unlock -c secrets';
      await household.launch('sh', ['-c', start], /started/, env);
      await waitUntilReady(bridge, context);
    });

    test('takes an entry with all its parts', async () => {
      const item = makeItem();
      const delivery = await deliver(item);
      expect(delivery).toEqual({
        place: 'Login/Scanner on the second floor',
        pointer: expect.stringContaining(item.id),
        verified: true,
      });
      expect(run(desktop, 'secret-tool', ['lookup', '--', 'spare-key-id', delivery.pointer])).toBe(
        item.secret,
      );
      const shown = search(desktop, delivery.pointer);
      for (const line of [
        'label = Scanner on the second floor',
        'attribute.UserName = robin@mail.example',
        'attribute.URL = https://account.acme.example/app-passwords',
        'attribute.Notes = Room 2.14\nAsk Kim for the "admin" menu; $HOME `id` costs 5 €',
        'attribute.provider = Acme Mail',
        'attribute.client = Firmware 2.1',
        'attribute.device = Scanner',
        'attribute.protocols = smtp, imap',
        'attribute.tags = office, printing',
        'attribute.created = 2026-11-20',
        'attribute.review = 2027-05-19',
      ]) {
        expect(shown).toContain(line);
      }
    });

    test('keeps an entry once, and another secret of it beside it', async () => {
      const item = makeItem({ label: 'Twice' });
      const first = await deliver(item);
      expect(await deliver(item)).toEqual(first);
      expect(search(desktop, first.pointer).match(/^label = /gm)).toHaveLength(1);
      const changed = { ...item, secret: 'wxyz wxyz wxyz wxyz', secretChanged: item.secretChanged + 1 };
      const second = await deliver(changed);
      expect(second.pointer).not.toBe(first.pointer);
      expect(search(desktop, first.pointer)).toContain(item.secret);
      expect(search(desktop, second.pointer)).toContain(changed.secret);
    });

    test('is not changed when it has this entry with another secret', async () => {
      const item = makeItem({ label: 'Edited there' });
      const { pointer } = await deliver(item);
      await expect(deliver({ ...item, secret: 'other' })).rejects.toMatchObject({ code: 'bridge-failed' });
      expect(search(desktop, pointer)).toContain(item.secret);
    });

    test.each(awkwardLabels)('takes the label %j as it is', async (label) => {
      const item = makeItem({ label, account: label, secret: ` ${label.slice(0, 198)} ` });
      const { pointer, verified } = await deliver(item);
      expect(verified).toBe(true);
      expect(search(desktop, pointer)).toContain(`label = ${label}\nsecret =  ${label.slice(0, 198)} \n`);
    });

    test('never has a secret sent to the browser', async () => {
      const item = makeItem({ label: 'Silent' });
      await deliver(item);
      expect(desktop.context.heard.length).toBeGreaterThan(3);
      expect(desktop.context.heard.join('\n')).not.toContain(item.secret);
    });

    test('that is locked in the middle takes nothing, and asks nothing', async () => {
      const fixed = [
        '--session',
        '--print-reply',
        '--dest=org.freedesktop.secrets',
        '/org/freedesktop/secrets',
      ];
      const lock = 'org.freedesktop.Secret.Service.Lock';
      run(desktop, 'dbus-send', [...fixed, lock, 'array:objpath:/org/freedesktop/secrets/collection/login']);
      expect(await bridge.look(desktop.context)).toEqual({ state: 'locked', where: 'Login' });
      await expect(deliver(makeItem())).rejects.toMatchObject({ code: 'bridge-locked' });
    });
  });
});

describe.skipIf(missingKeePassXC !== '')(
  `a real KeePassXC as Secret Service${missingKeePassXC && ` (${missingKeePassXC})`}`,
  () => {
    let desktop: Desktop;
    let database: string;

    beforeAll(async () => {
      desktop = await openDesktop();
      mkdirSync(join(desktop.household.directory, 'keepassxc'));
      database = await startKeePassXC(desktop.household, desktop.env);
      await waitUntilReady(bridge, desktop.context);
    });
    afterAll(() => desktop?.household.end());

    const ask = (...parameters: string[]): string =>
      run(desktop, 'keepassxc-cli', parameters, `${PASSWORD}\n`);

    test('gets title, user name, address, notes and attributes', async () => {
      const item = makeItem();
      const { verified } = await bridge.deliver(item, desktop.context);
      expect(verified).toBe(true);
      // KeePassXC writes its file a moment after it has taken something.
      const show = () => ask('show', '-q', '-s', '--all', database, `App passwords/${item.label}`);
      const shown = await vi.waitFor(show, { timeout: 10_000, interval: 200 });
      for (const line of [
        'Title: Scanner on the second floor',
        'UserName: robin@mail.example',
        `Password: ${item.secret}`,
        'URL: https://account.acme.example/app-passwords',
        'Notes: Room 2.14',
        'provider: Acme Mail',
        'device: Scanner',
        'review: 2027-05-19',
      ]) {
        expect(shown).toContain(line);
      }
    });

    test('keeps an entry once, and a like-named one beside it', async () => {
      const item = makeItem({ label: 'Phone' });
      const first = await bridge.deliver(item, desktop.context);
      expect(await bridge.deliver(item, desktop.context)).toEqual(first);
      await bridge.deliver(makeItem({ label: 'Phone' }), desktop.context);
      await bridge.deliver(makeItem({ label: 'Last' }), desktop.context);
      const list = () => ask('ls', '-q', '-R', '-f', database).split('\n');
      await expect.poll(list, { timeout: 10_000, interval: 200 }).toContain('App passwords/Last');
      expect(list().filter((name) => name === 'App passwords/Phone')).toHaveLength(2);
    });
  },
);
