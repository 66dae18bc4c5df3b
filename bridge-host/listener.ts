import { readFile } from 'node:fs/promises';
import { run } from './run';

/** State of a listening socket in `/proc/net/tcp`. */
const LISTEN = '0A';

/**
 * Whether a program of this user listens at a local port. Linux and macOS tell whose it is; on Windows every
 * listener counts, and who connects finds out.
 */
export async function listens(port: number): Promise<boolean> {
  if (process.platform === 'win32') return true;
  if (process.platform === 'linux') return isOwned(await readTables(), port, process.getuid?.() ?? -1);
  // lsof shows an ordinary user only their own programs.
  const parameters = [
    '-nP',
    `-iTCP:${port}`,
    '-sTCP:LISTEN',
    '-Fu',
    '-u',
    String(process.getuid?.() ?? -1),
    '-a',
  ];
  const result = await run('lsof', parameters, { limit: 1_000 }).catch(() => undefined);
  return result?.code === 0 && result.output !== '';
}

async function readTables(): Promise<string> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8').catch(() => '')),
  );
  return tables.join('\n');
}

/** Whether somebody listens at this port in these tables of `/proc/net`, and only this user does. */
export function isOwned(tables: string, port: number, user: number): boolean {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const owners = tables
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(wanted) && state === LISTEN)
    .map((columns) => Number(columns[7]));
  return owners.length > 0 && owners.every((owner) => owner === user);
}
