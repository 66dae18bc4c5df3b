import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { request as askHttp } from 'node:http';
import { request as askHttps, createServer as createTlsServer, type Server } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '../../scripts/browser.mjs';
import { type Household, openHousehold } from './wordpress-processes.ts';

/** A running PHP program with a database for this test alone, and how a browser gets there. */
export interface PhpSite {
  /** `https://<host>`; a browser reaches it by `hostRules`. */
  readonly origin: string;
  /** Port of 127.0.0.1 where TLS with a self-signed certificate is spoken. */
  readonly port: number;
  readonly host: string;
  /** For Chromium's `--host-resolver-rules`, together with `--ignore-certificate-errors`. */
  readonly hostRules: string;
  /** Absolute path of the one directory in which all of it lives. */
  readonly directory: string;
  /** Runs a script of PHP with the same settings. @throws Error with what it said when it fails */
  runPhp(script: string): Promise<void>;
  /** Ends all programs and removes all files. May be called twice. */
  stop(): Promise<void>;
}

/** An answer of the site. */
export interface SiteAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** What differs between one PHP program and another. */
export interface PhpProgram {
  /** Its name, also that of the database. */
  readonly name: string;
  readonly host: string;
  /** Lays its files out below the directory: below `site` what is served. @returns the router's absolute path */
  layOut(directory: string, databaseSocket: string): Promise<string>;
  /** Settings of PHP beside the common ones, as `name=value`. */
  readonly settings?: readonly string[];
}

/** Debian keeps servers where an ordinary user's path does not look. */
function findDatabase(): string | undefined {
  return findProgram('mariadbd') ?? ['/usr/sbin/mariadbd'].find((path) => existsSync(path));
}

/** Debian's packages that are missing here to run a PHP program that needs these extensions of PHP. */
export function missingPackages(extensions: Readonly<Record<string, string>>): string[] {
  const missing: string[] = [];
  if (findProgram('php') === undefined) missing.push('php-cli', ...Object.values(extensions));
  else
    for (const [extension, name] of Object.entries(extensions))
      if (spawnSync('php', ['-r', `exit(extension_loaded("${extension}") ? 0 : 1);`]).status !== 0)
        missing.push(name);
  if (findDatabase() === undefined) missing.push('mariadb-server');
  if (findProgram('openssl') === undefined) missing.push('openssl');
  return missing;
}

/**
 * Starts MariaDB (on a socket in a private directory, no network), PHP's built-in server and a TLS server, all on
 * free ports.
 * @throws Error with the failing program's messages; nothing is left running or lying about then.
 */
export async function startPhpSite(program: PhpProgram): Promise<PhpSite> {
  const { name, host } = program;
  const household = await openHousehold(`spare-key-${name}-`);
  const { directory } = household;
  let tls: Server | undefined;
  const stop = async () => {
    tls?.closeAllConnections();
    tls?.close();
    await household.end();
  };
  try {
    const socket = join(directory, 'db.sock');
    const router = await program.layOut(directory, socket);
    const certificate = await makeCertificate(directory, host);
    const settings = [
      'opcache.enable_cli=1',
      'sendmail_path=/bin/true',
      'display_errors=0',
      'memory_limit=256M',
      `mysqli.default_socket=${socket}`,
      `pdo_mysql.default_socket=${socket}`,
      ...(program.settings ?? []),
    ].flatMap((setting) => ['-d', setting]);
    const [phpPort] = await Promise.all([
      startPhp(household, settings, router),
      startDatabase(household, name),
    ]);
    tls = await startTls(certificate, phpPort);
    const { port } = tls.address() as AddressInfo;
    const runPhp = async (script: string) => {
      await promisify(execFile)('php', [...settings, '-d', 'display_errors=1', '-r', script], {
        cwd: directory,
      });
    };
    const hostRules = `MAP ${host}:443 127.0.0.1:${port}`;
    return { origin: `https://${host}`, port, host, hostRules, directory, runPhp, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase({ directory, launch }: Household, name: string): Promise<void> {
  const data = join(directory, 'data');
  await mkdir(data);
  const init = join(directory, 'init.sql');
  await writeFile(init, `CREATE DATABASE ${name} CHARACTER SET utf8mb4;\n`);
  const root = process.getuid?.() === 0 ? ['--user=root'] : [];
  await launch(
    findDatabase() ?? 'mariadbd',
    [
      '--no-defaults',
      ...root,
      `--datadir=${data}`,
      `--socket=${join(directory, 'db.sock')}`,
      `--pid-file=${join(directory, 'db.pid')}`,
      '--skip-networking',
      // No system tables, so no set-up of several seconds; the private directory guards the socket.
      '--skip-grant-tables',
      `--init-file=${init}`,
      '--innodb-log-file-size=8M',
      '--innodb-buffer-pool-size=64M',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-flush-method=nosync',
    ],
    /ready for connections/,
  );
}

/** @returns the port of 127.0.0.1 it listens on. */
async function startPhp(
  { directory, launch }: Household,
  settings: readonly string[],
  router: string,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const args = [...settings, '-S', `127.0.0.1:${port}`, '-t', join(directory, 'site'), router];
    try {
      await launch('php', args, /Development Server .* started/, { PHP_CLI_SERVER_WORKERS: '4' });
      return port;
    } catch (error) {
      // PHP cannot be told to take any free port, and another program may have been faster.
      if (attempt === 3) throw error;
    }
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Certificate {
  key: Buffer;
  cert: Buffer;
}

async function makeCertificate(directory: string, host: string): Promise<Certificate> {
  const key = join(directory, 'tls.key');
  const cert = join(directory, 'tls.crt');
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  await promisify(execFile)('openssl', ['req', '-x509', ...curve, ...names, '-keyout', key, '-out', cert]);
  return { key: await readFile(key), cert: await readFile(cert) };
}

/** Speaks TLS and passes every request on to PHP, which speaks none. */
async function startTls(certificate: Certificate, phpPort: number): Promise<Server> {
  const server = createTlsServer(certificate, (request, response) => {
    const { method, url: path } = request;
    const headers = { ...request.headers, 'x-forwarded-proto': 'https', connection: 'close' };
    const onward = askHttp({ host: '127.0.0.1', port: phpPort, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/**
 * Asks a site without a browser.
 * @param content what to post: fields of a form, or a text that is JSON; without it the request is a GET.
 */
export function askHost(
  { host, port }: Pick<PhpSite, 'host' | 'port'>,
  path: string,
  headers: Record<string, string> = {},
  content?: Record<string, string> | string,
): Promise<SiteAnswer> {
  const isForm = typeof content === 'object';
  const body = isForm ? new URLSearchParams(content).toString() : content;
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  return new Promise((resolve, reject) => {
    const request = askHttps(
      {
        host: '127.0.0.1',
        port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        servername: host,
        headers: { ...(body !== undefined && { 'content-type': type }), ...headers, host },
        // Self-signed a moment ago, and it never leaves this machine.
        rejectUnauthorized: false,
        agent: false,
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
        answer.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
