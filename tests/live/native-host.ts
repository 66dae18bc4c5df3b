import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { expect, vi } from 'vitest';
import type { Item, LiveBridge, ManagerContext, NativePort } from '../../lib/managers/manager.ts';
import { extensionIds } from '../../native-host/extension-ids.ts';
import { encodeFrame, makeFrameReader } from '../../native-host/frames.ts';

/** Names programs that are not there, as the words for a skipped test; `undefined` when all are. */
export function missingPrograms(...names: string[]): string | undefined {
  const places = (process.env['PATH'] ?? '').split(delimiter);
  const missing = names.filter((name) => !places.some((place) => isProgram(join(place, name))));
  return missing.length === 0 ? undefined : `${missing.join(', ')} not installed`;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Bundles the host into a folder, as it is published. Returns the path of its one file. */
export function buildBridge(folder: string): string {
  execFileSync(process.execPath, [resolve('native-host/build.mjs'), folder], { stdio: 'pipe' });
  return join(folder, 'spare-key-bridge.mjs');
}

/** Starts the bundled host as Chromium does and talks to it in frames. */
export function openLine(program: string, env: NodeJS.ProcessEnv, caller?: readonly string[]): NativePort {
  const parameters = caller ?? [`chrome-extension://${extensionIds.chromium[0]}/`];
  // It ends with its input, so also when this test is killed.
  const child: ChildProcess = spawn(process.execPath, [program, ...parameters], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const messages: ((message: unknown) => void)[] = [];
  const read = makeFrameReader((message) => {
    for (const listener of messages) listener(message);
  });
  child.stdout?.on('data', read);
  child.stdin?.on('error', () => undefined);
  return {
    send: (message) => child.stdin?.write(encodeFrame(message)),
    onMessage: (listener) => messages.push(listener),
    onEnd: (listener) => child.on('close', () => listener('Native host has exited.')),
    end: () => child.stdin?.end(),
  };
}

/** All that a bridge may touch, with lines to the bundled host in this environment. */
export function makeManagerContext(program: string, env: NodeJS.ProcessEnv): ManagerContext {
  return {
    connect: () => openLine(program, env),
    recall: async () => undefined,
    remember: async () => undefined,
    wait: (ms, signal) =>
      new Promise((done, reject) => {
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
      }),
    random: (length) => new Uint8Array(randomBytes(length)),
  };
}

/** A context that also keeps all that the host says, as text. */
export function makeListeningContext(
  program: string,
  env: NodeJS.ProcessEnv,
): ManagerContext & { heard: string[] } {
  const heard: string[] = [];
  const connect = (): NativePort => {
    const line = openLine(program, env);
    line.onMessage((message) => heard.push(JSON.stringify(message)));
    return line;
  };
  return { ...makeManagerContext(program, env), connect, heard };
}

export async function waitUntilReady(bridge: LiveBridge, context: ManagerContext): Promise<void> {
  const look = async (): Promise<void> =>
    expect(await bridge.look(context)).toMatchObject({ state: 'ready' });
  await vi.waitFor(look, { timeout: 15_000, interval: 100 });
}

const CREATED = Date.UTC(2026, 10, 20, 9, 30);

/** An entry of an invented person; every call has its own id. */
export function makeItem(changes: Partial<Item> = {}): Item {
  return {
    id: randomBytes(12).toString('base64url'),
    secret: 'abcd efgh ijkl mnop',
    label: 'Scanner on the second floor',
    account: 'robin@mail.example',
    provider: 'acme',
    providerName: 'Acme Mail',
    site: 'account.acme.example',
    url: 'https://account.acme.example/app-passwords',
    client: 'Firmware 2.1',
    device: 'Scanner',
    protocols: ['smtp', 'imap'],
    notes: 'Room 2.14\nAsk Kim for the "admin" menu; $HOME `id` costs 5 €',
    tags: ['office', 'printing'],
    created: CREATED,
    secretChanged: CREATED,
    review: CREATED + 180 * 86_400_000,
    ...changes,
  };
}

/** Labels that programs, shells and file systems could take for something else. */
export const awkwardLabels = [
  '-',
  '--',
  '--help',
  '-f',
  '--label=other',
  '..',
  '../../outside',
  '/etc/passwd',
  '.git',
  '$(touch pwned) `id` %PATH% !x',
  'quotes "double" \'single\' \\ back',
  'naïve 日本 🗝️ label',
  'x'.repeat(200),
];
