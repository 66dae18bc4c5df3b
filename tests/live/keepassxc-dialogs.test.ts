import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from '../../lib/errors.ts';
import { bridge } from '../../lib/managers/keepassxc/client.ts';
import { type Display, startDisplay } from '../e2e/harness/display.ts';
import { missingOsInput } from '../e2e/harness/os-input.ts';
import { makeItem } from '../unit/managers/item.ts';
import {
  type KeePassXC,
  makeManagerContext,
  missingKeePassXC,
  type Preparation,
  prepareKeePassXC,
  waitForEntries,
} from './keepassxc.ts';
import { openPrompts } from './keepassxc-prompts.ts';

const missing = [missingKeePassXC(), missingOsInput()].filter((words) => words !== undefined).join('; ');
if (missing !== '') console.log(`skipped: ${missing}`);

const account = 'robin@acme.example';
const never = new AbortController().signal;

// Titles have changed between versions, what stands after the program's name has not.
const ASSOCIATE = 'New key association request';
const GROUP = 'Create a new group';
const CHOOSE = 'Save Entry';
const ACCESS = 'Access';

describe.skipIf(missing !== '')(`the questions of a real KeePassXC${missing && ` (${missing})`}`, () => {
  let display: Display;
  let keepassxc: KeePassXC;

  beforeAll(async () => {
    display = await startDisplay();
  });
  afterAll(() => display?.stop());

  async function open(preparation: Preparation) {
    keepassxc = await prepareKeePassXC(preparation);
    await keepassxc.start({ display: display.name });
    return makeManagerContext(keepassxc.connect, keepassxc.memory);
  }

  const answerDialog = (title: string, key: string, text?: string) =>
    openPrompts(display.name).answer(title, key, text);

  describe('one database that does not know us', () => {
    let prepared: Awaited<ReturnType<typeof open>>;

    beforeAll(async () => {
      prepared = await open({ paired: false });
    });
    afterAll(() => keepassxc?.end());

    test('a connection is refused with Escape', async () => {
      const pairing = bridge.pair?.(prepared.context, never).catch(codeOf);
      await answerDialog(ASSOCIATE, 'Escape');
      expect(await pairing).toBe('bridge-refused');
      expect(await bridge.look(prepared.context)).toMatchObject({ state: 'unpaired' });
    });

    test('a connection can be called off while KeePassXC still asks', async () => {
      const control = new AbortController();
      const pairing = bridge.pair?.(prepared.context, control.signal).catch(codeOf);
      await openPrompts(display.name).waitFor(ASSOCIATE);
      control.abort();
      expect(await pairing).toBe('bridge-refused');
      await answerDialog(ASSOCIATE, 'Escape');
    });

    test('a connection gets a name, and is known from then on', async () => {
      const pairing = bridge.pair?.(prepared.context, never);
      await answerDialog(ASSOCIATE, 'Return', 'my laptop');
      const where = expect.stringMatching(/^my laptop \([0-9a-f]{8}\)$/);
      expect(await pairing).toMatchObject({ state: 'ready', where });
      expect(await bridge.look(prepared.context)).toMatchObject({ state: 'ready', where });
    });

    test('a new group is refused, and nothing is stored', async () => {
      const delivery = bridge.deliver(makeItem(), prepared.context).catch(codeOf);
      await answerDialog(GROUP, 'Escape');
      expect(await delivery).toBe('bridge-refused');
      expect(await keepassxc.readEntries()).toEqual([]);
    });

    test('a new group is allowed once, and asked for never again', async () => {
      const delivery = bridge.deliver(makeItem(), prepared.context);
      await answerDialog(GROUP, 'alt+y');
      expect(await delivery).toMatchObject({ place: 'App passwords/Acme · Scanner', verified: true });
      expect(await bridge.deliver(makeItem({ secret: 'another' }), prepared.context)).toMatchObject({
        verified: true,
      });
      expect(await waitForEntries(keepassxc, 2)).toMatchObject([
        { group: 'App passwords/Acme', user: account, password: 'abcd efgh ijkl mnop' },
        { group: 'App passwords/Acme', user: account, password: 'another' },
      ]);
    });

    test('an entry that is known by its UUID alone is fetched once the user allows it', async () => {
      const { pointer } = await bridge.deliver(makeItem(), prepared.context);
      const { uuid } = JSON.parse(pointer) as { uuid: string };
      const secret = bridge.fetch?.({ pointer: JSON.stringify({ uuid }), account }, prepared.context);
      await answerDialog(ACCESS, 'Return');
      expect(await secret).toBe('abcd efgh ijkl mnop');
    });
  });

  describe('two databases that know us', () => {
    let prepared: Awaited<ReturnType<typeof open>>;

    beforeAll(async () => {
      prepared = await open({ databases: 2, groups: ['Acme'] });
    });
    afterAll(() => keepassxc?.end());

    test('the one in front is taken when the user confirms it', async () => {
      const delivery = bridge.deliver(makeItem(), prepared.context);
      await answerDialog(CHOOSE, 'Return');
      expect(await delivery).toMatchObject({ place: 'App passwords/Acme · Scanner', verified: true });
      expect(await waitForEntries(keepassxc, 1, 1)).toMatchObject([{ group: 'App passwords/Acme' }]);
      expect(await keepassxc.readEntries(0)).toEqual([]);
    });

    test('none is taken when the user cancels, although KeePassXC reports success', async () => {
      const delivery = bridge.deliver(makeItem({ secret: 'another' }), prepared.context).catch(codeOf);
      await answerDialog(CHOOSE, 'Escape');
      expect(await delivery).toBe('bridge-unknown-outcome');
      expect(await keepassxc.readEntries(1)).toHaveLength(1);
      expect(await keepassxc.readEntries(0)).toEqual([]);
    });
  });
});
