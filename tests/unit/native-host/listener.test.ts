import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectToOwn, type Ends, findOwner, type Owner, type Sources } from '../../../native-host/listener';
import { type RunResult, run } from '../../../native-host/run';

const ends: Ends = { address: '127.0.0.1', near: 50_123, far: 8087 };
const newer: Ends = { ...ends, address: '::1' };

/** A stand-in for a system: what its files and its programs say. */
function makeSources(changes: Partial<Sources>): Sources {
  return {
    system: 'linux',
    user: 1000,
    read: () => Promise.reject(new Error('no such file')),
    run: () => Promise.reject(new Error('no such program')),
    ...changes,
  };
}

describe('the far end of a connection on Linux, with stand-ins for its tables', () => {
  const head =
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
  const row = (local: string, remote: string, state: string, user: number, inode = 889_549): string =>
    `   2: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000  ${user}        0 ${inode} 1 0 20 4`;
  const v4 = '0100007F';
  const mapped = '0000000000000000FFFF00000100007F';
  const v6 = '00000000000000000000000001000000';
  const far = '1F97';
  const near = 'C3CB';
  const established = '01';
  const end = (address: string, user: number, inode?: number): string =>
    row(`${address}:${far}`, `${address}:${near}`, established, user, inode);

  it.each<[string, string[], Owner, Ends?]>([
    ['ours', [end(v4, 1000)], 'ours'],
    ['ours, at both families', [end(mapped, 1000)], 'ours'],
    ['ours, at the newer address', [end(v6, 1000)], 'ours', newer],
    ["another user's", [end(v4, 1001)], 'unknown'],
    ["root's", [end(v4, 0)], 'unknown'],
    ['not taken up yet', [end(v4, 1000, 0)], 'waiting'],
    ['not shaken hands yet', [row(`${v4}:${far}`, `${v4}:${near}`, '03', 1000)], 'waiting'],
    ['not there', [], 'missed'],
    ['our own end only', [row(`${v4}:${near}`, `${v4}:${far}`, established, 1000)], 'missed'],
    ['our listener only', [row(`${v4}:${far}`, '00000000:0000', '0A', 1000)], 'missed'],
    ['ours to another user', [row(`${v4}:${far}`, `${v4}:C3CC`, established, 1000)], 'missed'],
    ['ours at another address', [end(v6, 1000)], 'missed'],
    ['ours, listed twice', [end(v4, 1000), end(v4, 1000).replace('2:', '3:')], 'ours'],
    ['two at once', [end(v4, 1000), end(mapped, 1001)], 'unknown'],
  ])('%s', async (_, rows, expected, which = ends) => {
    const read = async (path: string): Promise<string> =>
      path === '/proc/net/tcp' ? [head, ...rows].join('\n') : head;
    expect(await findOwner(which, makeSources({ read }))).toBe(expected);
  });

  it('is not known where the tables are kept from us', async () => {
    expect(await findOwner(ends, makeSources({}))).toBe('unknown');
  });

  it('is not known to a user whom a container does not tell from others', async () => {
    const read = async (path: string): Promise<string> => (path === '/proc/net/tcp' ? end(v4, 65_534) : head);
    expect(await findOwner(ends, makeSources({ user: 65_534, read }))).toBe('unknown');
  });
});

/** A stand-in for a program of the system; keeps how it was called. */
function standIn(result: Partial<RunResult> | Error): {
  run: typeof run;
  calls: [string, readonly string[]][];
} {
  const calls: [string, readonly string[]][] = [];
  return {
    calls,
    run: async (name, parameters) => {
      calls.push([name, parameters]);
      if (result instanceof Error) throw result;
      return { code: 0, output: '', complaint: '', ...result };
    },
  };
}

describe('the far end on macOS, with a stand-in for lsof', () => {
  const list = (user: number, name: string): string => `p4242\nu${user}\nf21\nn${name}\n`;
  const way = '127.0.0.1:8087->127.0.0.1:50123';
  it.each<[string, Partial<RunResult>, Owner, Ends?]>([
    ['ours', { output: list(1000, way) }, 'ours'],
    ['ours at the newer address', { output: list(1000, '[::1]:8087->[::1]:50123') }, 'ours', newer],
    ["another user's, as root sees it", { output: list(1001, way) }, 'waiting'],
    ['our own end only', { output: list(1000, '127.0.0.1:50123->127.0.0.1:8087') }, 'waiting'],
    ['ours at the older address, asked for the newer one', { output: list(1000, way) }, 'waiting', newer],
    [
      'a process of ours before one that hides its user',
      { output: `p1\nu1000\nf1\np2\nn${way}\n` },
      'waiting',
    ],
    ['nothing found', { code: 1 }, 'waiting'],
    ['lsof fails', { code: 127, output: list(1000, way) }, 'unknown'],
  ])('%s', async (_, result, expected, which = ends) => {
    const { run, calls } = standIn(result);
    expect(await findOwner(which, makeSources({ system: 'darwin', run }))).toBe(expected);
    expect(calls[0]?.[0]).toBe('/usr/sbin/lsof');
  });
});

describe('the far end on Windows, with a stand-in for PowerShell', () => {
  const ours = 'user S-1-5-21-111-222-333-1001';
  it.each<[string, Partial<RunResult>, Owner]>([
    ['ours', { output: `${ours}\r\n${ours}\r\n` }, 'ours'],
    ["another user's", { output: `${ours}\r\nuser S-1-5-21-111-222-333-1002\r\n` }, 'unknown'],
    ["the system's own", { output: `${ours}\r\nuser S-1-5-18\r\n` }, 'unknown'],
    ['of a process we may not ask about', { output: `${ours}\r\nuser \r\n` }, 'unknown'],
    ['not there', { output: `${ours}\r\n` }, 'unknown'],
    ['two, one of them ours', { output: `${ours}\r\n${ours}\r\nuser \r\n` }, 'unknown'],
    ['the system names no user', { output: 'user \r\nuser \r\n' }, 'unknown'],
    ['nothing said', {}, 'unknown'],
    ['PowerShell fails', { code: 1, output: `${ours}\r\n${ours}\r\n` }, 'unknown'],
  ])('%s', async (_, result, expected) => {
    vi.stubEnv('SystemRoot', '/windows');
    const { run, calls } = standIn(result);
    expect(await findOwner(ends, makeSources({ system: 'win32', user: -1, run }))).toBe(expected);
    expect(calls[0]?.[0]).toMatch(/^\/windows\W.*\Wpowershell\.exe$/);
    const script = calls[0]?.[1].at(-1) ?? '';
    expect(script).toContain("-LocalAddress '127.0.0.1' -LocalPort 8087 ");
    expect(script).toContain("-RemoteAddress '127.0.0.1' -RemotePort 50123;");
    // Parameters of a command are quoted by double ones.
    expect(script).not.toContain('"');
  });
});

describe('the far end on any other system', () => {
  it('is never known', async () => {
    const { run } = standIn({ output: 'p1\nu1000\nn127.0.0.1:8087->127.0.0.1:50123\n' });
    expect(await findOwner(ends, makeSources({ system: 'freebsd', run }))).toBe('unknown');
  });
});

describe('what answers wrongly or not at all', () => {
  it('is not used, and waited for no longer than there is time', async () => {
    const server = await listen('127.0.0.1');
    const run = () => new Promise<never>(() => undefined);
    const call = connectToOwn(
      portOf(server),
      AbortSignal.timeout(300),
      makeSources({ system: 'win32', run }),
    );
    await expect(call).rejects.toMatchObject({ code: 'bridge-unchecked' });
  });

  it.each(['darwin', 'win32'] as const)('is not used: %s', async (system) => {
    const server = await listen('127.0.0.1');
    const { run } = standIn(new Error('cannot be started'));
    const sources = { ...makeSources({ system }), run };
    const call = connectToOwn(portOf(server), AbortSignal.timeout(5_000), sources);
    await expect(call).rejects.toMatchObject({ code: 'bridge-unchecked' });
  });
});

const open: (Server | ChildProcess)[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const one of open.splice(0)) 'close' in one ? one.close() : one.kill('SIGKILL');
});

function listen(host: string, port = 0): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => undefined).resume());
  open.push(server);
  return new Promise((resolve, reject) => {
    server.on('error', reject).listen(port, host, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('it does not listen');
  return address.port;
}

const STRANGER = 1;
const hears = `require('node:net').createServer((socket) => {
  console.log('taken');
  socket.on('data', () => console.log('heard'));
  socket.on('error', () => {});
}).listen(Number(process.argv[1]), process.argv[2], function () { console.log('port ' + this.address().port); });`;

/** A listener of another user, which needs root, and says when it hears anything. */
async function listenAsStranger(
  host: string,
  port = 0,
): Promise<{ port: number; said: () => string; pid: number }> {
  const user = ['--reuid', String(STRANGER), '--clear-groups'];
  const program = [process.execPath, '-e', hears, String(port), host];
  const child = spawn('setpriv', [...user, ...program], { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/' });
  open.push(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await vi.waitFor(() => expect(said).toMatch(/port \d+/), { timeout: 20_000 });
  return { port: Number(/port (\d+)/.exec(said)?.[1]), said: () => said, pid: child.pid ?? 0 };
}

const ask = (port: number, ms = 20_000): Promise<Socket> => connectToOwn(port, AbortSignal.timeout(ms));
const root = process.getuid?.() === 0 && existsSync('/usr/bin/setpriv');
if (!root) console.log('skipped: listeners of another user (needs root and setpriv)');

describe.skipIf(process.platform !== 'linux')('on this Linux', () => {
  it.each(['127.0.0.1', '::1', '::', '0.0.0.0'])('our own listener at %s is used', async (host) => {
    const socket = await ask(portOf(await listen(host)));
    expect(socket.destroyed).toBe(false);
    socket.destroy();
  });

  it('without any listener there is no answer', async () => {
    const server = await listen('127.0.0.1');
    const port = portOf(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(ask(port)).rejects.toMatchObject({ code: 'bridge-silent' });
  });

  it('our own that takes nothing up is silent', async () => {
    const child = spawn(process.execPath, ['-e', hears, '0', '127.0.0.1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    open.push(child);
    const port = await new Promise<number>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => resolve(Number(/\d+/.exec(text)?.[0])));
    });
    child.kill('SIGSTOP');
    await expect(ask(port, 1_000)).rejects.toMatchObject({ code: 'bridge-silent' });
  });

  it.skipIf(!root).each(['127.0.0.1', '::1', '::'])("another user's at %s is sent nothing", async (host) => {
    const { port, said } = await listenAsStranger(host);
    await expect(ask(port)).rejects.toMatchObject({ code: 'bridge-unchecked' });
    expect(said()).not.toContain('heard');
  });

  it.skipIf(!root)("another user's that takes nothing up is not called ours", async () => {
    const { port, pid } = await listenAsStranger('127.0.0.1');
    process.kill(pid, 'SIGSTOP');
    await expect(ask(port, 1_000)).rejects.toMatchObject({ code: 'bridge-silent' });
  });

  it.skipIf(!root)("ours is used beside another user's at the other address", async () => {
    for (const [first, second] of [
      ['127.0.0.1', '::1'],
      ['::1', '127.0.0.1'],
    ] as const) {
      const { port, said } = await listenAsStranger(first);
      const server = await listen(second, port);
      const taken = new Promise((resolve) => server.once('connection', resolve));
      const socket = await ask(port);
      await taken;
      socket.write('hello');
      socket.destroy();
      expect(said()).not.toContain('heard');
    }
  });

  // macOS has the same program; here it shows that its output is read rightly.
  it.skipIf(!existsSync('/usr/bin/lsof'))('the lsof of this system is understood', async () => {
    const sources: Sources = {
      ...makeSources({ system: 'darwin', user: process.getuid?.() ?? -1 }),
      run: (_, parameters, options) => run('lsof', parameters, options),
    };
    for (const host of ['127.0.0.1', '::1']) {
      const signal = AbortSignal.timeout(30_000);
      (await connectToOwn(portOf(await listen(host)), signal, sources)).destroy();
    }
    if (!root) return;
    const { port, said } = await listenAsStranger('127.0.0.1');
    const call = connectToOwn(port, AbortSignal.timeout(2_000), sources);
    await expect(call).rejects.toMatchObject({ code: 'bridge-unchecked' });
    expect(said()).not.toContain('heard');
  });
});

describe('a store behind what was not shown to be ours', () => {
  it('says so, and is sent nothing', async () => {
    vi.resetModules();
    vi.stubEnv('BW_SESSION', '');
    const { AppError } = await import('../../../lib/errors');
    vi.doMock('../../../native-host/listener', () => ({
      connectToOwn: () => Promise.reject(new AppError('bridge-unchecked', 'a stranger')),
    }));
    const { bitwarden } = await import('../../../native-host/stores/bitwarden');
    expect(await bitwarden.look()).toEqual({ state: 'unchecked' });
    const pointer = '00000000-0000-0000-0000-000000000000';
    await expect(bitwarden.verify(pointer, 'x')).rejects.toMatchObject({ code: 'bridge-unchecked' });
    vi.doUnmock('../../../native-host/listener');
  });
});
