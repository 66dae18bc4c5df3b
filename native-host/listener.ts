/**
 * Connections to programs of this user on this computer. Any user's program may listen at a port first, so before a
 * single byte is sent, the system has to say that the other end of this very connection is ours. Looking for the
 * listener before connecting would be too early, and says nothing where two listen, each at an address of its own.
 */

import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { AppError } from '../lib/errors';
import { run as runProgram } from './run';

/** Where `localhost` may be; each is tried, for another user may have the first one. */
const LOOPBACK = ['127.0.0.1', '::1'] as const;
/** Milliseconds between two looks at a connection that no program has taken up yet. */
const AGAIN = 25;
/** Looks in which a connection may be missing from what the system lists, before it counts as kept from us. */
const MISSED = 20;
/** Milliseconds a program may take that looks up owners. */
const LOOK_UP = 10_000;

/** A connection by its addresses; `near` is our port, `far` the one we connected to, both of one address. */
export interface Ends {
  address: (typeof LOOPBACK)[number];
  near: number;
  far: number;
}

/**
 * Whose the far end is. `waiting`: it was not taken up yet. `missed`: the system lists no such connection, which it also
 * says of one that it passed over, because others came and went while it listed them. `unknown`: not ours, or unclear.
 */
export type Owner = 'ours' | 'waiting' | 'missed' | 'unknown';

/** What the answer is read from, so that a test can stand in for a system. */
export interface Sources {
  system: NodeJS.Platform;
  /** Our own user, where the system numbers users; -1 elsewhere. */
  user: number;
  read(path: string): Promise<string>;
  run: typeof runProgram;
}

const here: Sources = {
  system: process.platform,
  user: process.getuid?.() ?? -1,
  read: (path) => readFile(path, 'utf8'),
  run: runProgram,
};

/**
 * Connects to a program of this user.
 * @throws AppError `bridge-silent` when no program listens, or takes the connection up before the signal;
 * `bridge-unchecked` when one does and the system does not say that it is this user's
 */
export async function connectToOwn(port: number, signal: AbortSignal, sources = here): Promise<Socket> {
  let stranger = false;
  for (const address of LOOPBACK) {
    const socket = await open(address, port, signal);
    if (socket === undefined) continue;
    const owner = await identify(
      socket,
      { address, near: socket.localPort ?? 0, far: port },
      signal,
      sources,
    );
    if (owner === 'ours') return socket;
    socket.destroy();
    // macOS shows neither the end of another user nor one that no program took up.
    stranger ||= owner === 'unknown' || sources.system === 'darwin';
  }
  if (stranger) throw new AppError('bridge-unchecked', 'the listener was not shown to belong to this user');
  throw new AppError('bridge-silent', 'no process of this user listens');
}

function open(host: string, port: number, signal: AbortSignal): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, signal });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

/** Looks until it is clear who owns the far end, or the time is up. */
async function identify(socket: Socket, ends: Ends, signal: AbortSignal, sources: Sources): Promise<Owner> {
  // The caller that uses the socket gets its error; here it only ends the look.
  socket.on('error', () => undefined);
  // A system that does not answer in time has not said that it is ours.
  let latest: Owner = 'unknown';
  const late = new Promise<Owner>((resolve) => signal.addEventListener('abort', () => resolve(latest)));
  for (let missed = 0; ; ) {
    const looking = findOwner(ends, sources).catch((): Owner => 'unknown');
    const owner = await Promise.race([looking, late]);
    // The program that has closed the connection will not answer.
    if (socket.destroyed && owner === 'ours') return 'waiting';
    if (owner === 'missed' && ++missed >= MISSED) return 'unknown';
    if (owner === 'ours' || owner === 'unknown') return owner;
    latest = owner === 'missed' ? 'unknown' : owner;
    if (socket.destroyed) return 'waiting';
    if (signal.aborted) return latest;
    await rest(AGAIN);
  }
}

/** Whose the far end of a connection is. May reject with any error, which means the same as `unknown`. */
export async function findOwner(ends: Ends, sources = here): Promise<Owner> {
  switch (sources.system) {
    case 'linux':
      return findOnLinux(ends, sources);
    case 'darwin':
      return findOnMac(ends, sources);
    case 'win32':
      return findOnWindows(ends, sources);
    default:
      return 'unknown';
  }
}

/** State of a connected socket in `/proc/net/tcp`. */
const ESTABLISHED = '01';
/** Users that a container cannot name all look like this one. */
const OVERFLOW = 65_534;
/** Addresses as the tables have them; a listener for both families shows the older one inside the newer one. */
const TABLE_NAMES = {
  '127.0.0.1': ['0100007F', '0000000000000000FFFF00000100007F'],
  '::1': ['00000000000000000000000001000000'],
};

async function findOnLinux({ address, near, far }: Ends, { user, read }: Sources): Promise<Owner> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => read(path).catch(() => '')),
  );
  if (user === OVERFLOW || tables.every((table) => table === '')) return 'unknown';
  const write = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');
  const found = tables
    .join('\n')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, remote]) =>
      TABLE_NAMES[address].some(
        (name) => local === `${name}:${write(far)}` && remote === `${name}:${write(near)}`,
      ),
    );
  // A table that changes while it is read may have the same line twice.
  const rows = new Map(found.map(([, ...row]) => [row.join(' '), row]));
  const [row] = rows.values();
  if (row === undefined) return 'missed';
  if (rows.size > 1) return 'unknown';
  const [, , state, , , , owner, , inode] = row;
  // A connection that no program has taken up has no owner, which older kernels show as root.
  if (state !== ESTABLISHED || inode === '0') return 'waiting';
  return owner === String(user) ? 'ours' : 'unknown';
}

/** An ordinary user is shown only their own programs, so a stranger's end is never seen. */
async function findOnMac({ address, near, far }: Ends, { user, run }: Sources): Promise<Owner> {
  const parameters = ['-nP', `-iTCP:${far}`, '-sTCP:ESTABLISHED', '-a', '-u', String(user), '-Fun'];
  const { code, output } = await run('/usr/sbin/lsof', parameters, { limit: LOOK_UP });
  // It ends with 1 when it found nothing.
  if (code > 1) return 'unknown';
  const host = address === '::1' ? '[::1]' : address;
  let owner = '';
  for (const line of output.split('\n')) {
    if (line.startsWith('p')) owner = '';
    if (line.startsWith('u')) owner = line.slice(1);
    if (line === `n${host}:${far}->${host}:${near}` && owner === String(user)) return 'ours';
  }
  return 'waiting';
}

/**
 * Windows shows the owner of a process only to users who may know. The identifiers of both users, ours first, come line
 * by line; of a process that is not ours to ask about, the line stays empty. Nothing here needs more of PowerShell
 * than its constrained mode allows.
 */
async function findOnWindows({ address, near, far }: Ends, { run }: Sources): Promise<Owner> {
  const script =
    `$ErrorActionPreference = 'Stop'; ` +
    `$connection = Get-NetTCPConnection -State Established -LocalAddress '${address}' -LocalPort ${far} ` +
    `-RemoteAddress '${address}' -RemotePort ${near}; ` +
    `foreach ($id in @($PID) + @($connection.OwningProcess)) { ` +
    `$process = Get-CimInstance Win32_Process -Filter ('ProcessId=' + $id); ` +
    `'user ' + (Invoke-CimMethod -InputObject $process -MethodName GetOwnerSid).Sid }`;
  const root = process.env['SystemRoot'] ?? process.env['SYSTEMROOT'] ?? 'C:\\Windows';
  const shell = join(root, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  const parameters = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script];
  const { code, output } = await run(shell, parameters, { limit: LOOK_UP });
  const [ours, owner, ...more] = output.trim().split(/\r?\n/);
  const isKnown = /^user S-1(?:-\d+)+$/.test(ours ?? '');
  return code === 0 && isKnown && owner?.trim() === ours && more.length === 0 ? 'ours' : 'unknown';
}
