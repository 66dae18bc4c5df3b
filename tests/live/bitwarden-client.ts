import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Pinned: the newest that runs on Node 20, and later ones of that year were tampered with. */
const VERSION = '2025.10.0';
const folder = resolve('node_modules/.cache/bitwarden-cli');
const bin = resolve(folder, 'node_modules/.bin');

/**
 * Folder of the real `bw`, installed beside the project's own packages (80 MB) when it is not there yet, without
 * running any script of it.
 * @returns `undefined` when it cannot be had
 */
export function ensureBitwardenClient(): string | undefined {
  if (!existsSync(resolve(bin, 'bw'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(resolve(folder, 'package.json'), '{ "private": true }\n');
    const parameters = [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      `@bitwarden/cli@${VERSION}`,
    ];
    spawnSync('npm', parameters, { cwd: folder, stdio: 'ignore', timeout: 120_000 });
  }
  if (!existsSync(resolve(bin, 'bw'))) return undefined;
  const manifest = resolve(folder, 'node_modules/@bitwarden/cli/package.json');
  const found = execFileSync(process.execPath, ['-p', `require(${JSON.stringify(manifest)}).version`], {
    encoding: 'utf8',
  });
  return found.trim() === VERSION ? bin : undefined;
}

/**
 * Logs a client in and answers the key that unlocks it. At a login the client may store its key before it has stored
 * that it may be kept; then it stays locked for ever, so we ask for its state, and log in again.
 */
export async function openClient(
  bw: (session: string, ...parameters: string[]) => Promise<string>,
  { email, password }: { email: string; password: string },
): Promise<string> {
  for (let tries = 0; tries < 8; tries++) {
    await bw('', 'login', email, password);
    const session = (await bw('', 'unlock', password, '--raw')).trim();
    const { status } = JSON.parse(await bw(session, 'status')) as { status: string };
    if (status === 'unlocked') return session;
    await bw('', 'logout');
  }
  throw new Error('bw stays locked');
}
