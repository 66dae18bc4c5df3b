import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Item } from '../../lib/managers/manager.ts';
import { bridge } from '../../lib/managers/pass.ts';
import {
  awkwardLabels,
  buildBridge,
  makeItem,
  makeListeningContext,
  missingPrograms,
  openLine,
} from './native-host.ts';
import { type Household, openHousehold } from './wordpress-processes.ts';

const missing = missingPrograms('pass', 'gpg', 'gpgconf') ?? '';
if (missing !== '') console.log(`skipped: pass (${missing})`);

describe.skipIf(missing !== '')(`a real pass${missing && ` (${missing})`}`, () => {
  let household: Household;
  let env: NodeJS.ProcessEnv;
  let program: string;
  let store: string;
  let context: ReturnType<typeof makeListeningContext>;

  const run = (name: string, ...parameters: string[]): string =>
    execFileSync(name, parameters, {
      env,
      cwd: household.directory,
      encoding: 'utf8',
      timeout: 20_000,
      stdio: 'pipe',
    });
  const deliver = (item: Item) => bridge.deliver(item, context);
  const listFiles = (): string[] =>
    readdirSync(household.directory, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.gpg') && !path.startsWith('gnupg'))
      .sort();

  beforeAll(async () => {
    household = await openHousehold('spare-key-pass-');
    const { directory } = household;
    program = buildBridge(join(directory, 'bridge'));
    store = join(directory, 'store');
    env = {
      PATH: process.env['PATH'],
      HOME: directory,
      GNUPGHOME: join(directory, 'gnupg'),
      PASSWORD_STORE_DIR: store,
      LC_ALL: 'C.UTF-8',
    };
    mkdirSync(join(directory, 'gnupg'), { mode: 0o700 });
    // The agent is part of the household, so that it ends with it.
    await household.launch('gpg-agent', ['--daemon', '--no-detach', '--verbose'], /started/, env);
    run(
      'gpg',
      '--batch',
      '--passphrase',
      '',
      '--quick-generate-key',
      'Robin <robin@mail.example>',
      'default',
      'default',
      'never',
    );
    context = makeListeningContext(program, env);
  });
  afterAll(async () => {
    // gpg starts another agent when the first has ended, outside the household.
    if (env !== undefined) run('gpgconf', '--kill', 'gpg-agent');
    await household?.end();
  });

  test('that was never set up takes nothing', async () => {
    expect(await bridge.look(context)).toEqual({ state: 'broken' });
    await expect(deliver(makeItem())).rejects.toMatchObject({ code: 'bridge-failed' });
  });

  describe('that is set up', () => {
    beforeAll(() => {
      run('pass', 'init', 'robin@mail.example');
    });

    test('is ready, with its version', async () => {
      expect(await bridge.look(context)).toEqual({
        state: 'ready',
        version: expect.stringMatching(/^1\.\d/),
        where: store,
      });
    });

    test('takes an entry with all its parts', async () => {
      const item = makeItem();
      const delivery = await deliver(item);
      expect(delivery.verified).toBe(true);
      expect(delivery.place).toMatch(/^App passwords\/Acme Mail\/Scanner on the second floor-[0-9a-f]{8}$/);
      expect(run('pass', 'show', delivery.place)).toBe(
        [
          item.secret,
          'username: robin@mail.example',
          'url: https://account.acme.example/app-passwords',
          'label: Scanner on the second floor',
          'provider: Acme Mail',
          'site: account.acme.example',
          'client: Firmware 2.1',
          'device: Scanner',
          'protocols: smtp, imap',
          'tags: office, printing',
          'created: 2026-11-20',
          'review: 2027-05-19',
          `spare-key-id: ${item.id}-${item.secretChanged.toString(36)}`,
          '',
          'Room 2.14',
          'Ask Kim for the "admin" menu; $HOME `id` costs 5 €',
          '',
        ].join('\n'),
      );
    });

    test('keeps an entry once, and another secret of it beside it', async () => {
      const item = makeItem({ label: 'Twice' });
      const before = listFiles().length;
      const first = await deliver(item);
      expect(await deliver(item)).toEqual(first);
      expect(listFiles()).toHaveLength(before + 1);
      const second = await deliver({ ...item, secret: 'wxyz wxyz', secretChanged: item.secretChanged + 1 });
      expect(listFiles()).toHaveLength(before + 2);
      expect(run('pass', 'show', first.place)).toContain(item.secret);
      expect(run('pass', 'show', second.place)).toContain('wxyz wxyz');
    });

    test('is not changed when it has this entry with another secret', async () => {
      const item = makeItem({ label: 'Edited there' });
      const { place } = await deliver(item);
      await expect(deliver({ ...item, secret: 'other' })).rejects.toMatchObject({ code: 'bridge-failed' });
      expect(run('pass', 'show', place)).toContain(item.secret);
    });

    test.each(awkwardLabels)('files the label %j inside the store', async (label) => {
      const item = makeItem({ label, providerName: label.slice(0, 100) });
      const { place, verified } = await deliver(item);
      expect(verified).toBe(true);
      expect(run('pass', 'show', '--', place)).toContain(`label: ${label}`);
      expect(existsSync(join(store, `${place}.gpg`))).toBe(true);
      expect(place.split('/')).toHaveLength(3);
      expect(listFiles().filter((path) => !path.startsWith('store/App passwords/'))).toEqual([]);
    });

    test('never has a secret sent to the browser', async () => {
      const item = makeItem({ label: 'Silent' });
      await deliver(item);
      expect(context.heard.length).toBeGreaterThan(3);
      expect(context.heard.join('\n')).not.toContain(item.secret);
    });

    test('is not left through a symbolic link', async () => {
      const outside = join(household.directory, 'outside');
      mkdirSync(outside);
      for (const target of [outside, join(household.directory, 'nowhere')]) {
        symlinkSync(target, join(store, 'App passwords', 'Linked'));
        await expect(deliver(makeItem({ providerName: 'Linked' }))).rejects.toMatchObject({
          code: 'bridge-refused',
        });
        rmSync(join(store, 'App passwords', 'Linked'));
      }
      expect(readdirSync(outside)).toEqual([]);
      expect(lstatSync(join(household.directory, 'nowhere'), { throwIfNoEntry: false })).toBeUndefined();
    });

    test('has its entries only read by paths of ours', async () => {
      writeFileSync(join(household.directory, 'own.txt'), 'private');
      execFileSync('pass', ['insert', '-m', 'mail/own'], { env, input: 'private\n', stdio: 'pipe' });
      const line = openLine(program, env);
      const replies: unknown[] = [];
      line.onMessage((message) => replies.push(message));
      const paths = [
        'mail/own',
        '../own',
        'App passwords/../mail/own',
        '/etc/passwd',
        '-c',
        'App passwords/x/.-00000000',
      ];
      for (const [number, pointer] of paths.entries()) {
        line.send({ number, action: 'verify', store: 'pass', pointer, secret: 'private' });
      }
      await expect.poll(() => replies, { timeout: 10_000 }).toHaveLength(paths.length);
      expect(replies).toEqual(paths.map((_, number) => ({ number, error: 'message-invalid' })));
      line.end();
    });

    test('that cannot open its own files is not taken at its word', async () => {
      const item = makeItem({ label: 'Without key' });
      const keys = join(household.directory, 'gnupg', 'private-keys-v1.d');
      run('gpgconf', '--kill', 'gpg-agent');
      renameSync(keys, `${keys}.away`);
      const { verified } = await deliver(item);
      expect(verified).toBe(false);
      run('gpgconf', '--kill', 'gpg-agent');
      rmSync(keys, { recursive: true, force: true });
      renameSync(`${keys}.away`, keys);
      expect((await deliver(item)).verified).toBe(true);
    });
  });
});
