import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { request as askHttp } from 'node:http';
import { request as askHttps, createServer as createTlsServer, type Server } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '../../scripts/browser.mjs';
import { layOutSite, WORDPRESS } from './wordpress-files.ts';
import { type Household, openHousehold } from './wordpress-processes.ts';

const HOST = 'blog.example';
const ORIGIN = `https://${HOST}`;
const USER = 'robin';
const MAIL = `robin@${HOST}`;

/** A running WordPress that nobody else uses, and how a browser gets there. */
export interface WordPressSite {
  /** `https://blog.example`, the address WordPress gives itself; a browser reaches it by `hostRules`. */
  readonly origin: string;
  /** Port of 127.0.0.1 where TLS with a self-signed certificate is spoken. */
  readonly port: number;
  readonly host: string;
  /** Name of the administrator. */
  readonly user: string;
  /** The administrator's sign-in password, new for every site. */
  readonly password: string;
  /** For Chromium's `--host-resolver-rules`, together with `--ignore-certificate-errors`. */
  readonly hostRules: string;
  /** Absolute path of the one directory in which all of it lives. */
  readonly directory: string;
  /** Ends all programs and removes all files. May be called twice. */
  stop(): Promise<void>;
}

/** An answer of the site. */
export interface SiteAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Debian keeps servers where an ordinary user's path does not look. */
function findDatabase(): string | undefined {
  return findProgram('mariadbd') ?? ['/usr/sbin/mariadbd'].find((path) => existsSync(path));
}

/** Why a real WordPress cannot be had here, naming Debian's packages, or `undefined` when it can. */
export function missingWordPress(): string | undefined {
  const missing: string[] = [];
  if (!existsSync(join(WORDPRESS, 'wp-settings.php'))) missing.push('wordpress');
  if (findProgram('php') === undefined) missing.push('php-cli', 'php-mysql');
  else if (spawnSync('php', ['-r', 'exit(extension_loaded("mysqli") ? 0 : 1);']).status !== 0)
    missing.push('php-mysql');
  if (findDatabase() === undefined) missing.push('mariadb-server');
  if (findProgram('openssl') === undefined) missing.push('openssl');
  return missing.length === 0 ? undefined : `no real WordPress here, missing: ${missing.join(' ')}`;
}

/**
 * Starts MariaDB (on a socket in a private directory, no network), PHP's built-in server and a TLS server, all on
 * free ports, and installs WordPress with one invented administrator.
 * @throws Error with the failing program's messages; nothing is left running or lying about then.
 */
export async function startWordPress(): Promise<WordPressSite> {
  const missing = missingWordPress();
  if (missing !== undefined) throw new Error(missing);
  const household = await openHousehold('spare-key-wordpress-');
  let tls: Server | undefined;
  const stop = async () => {
    tls?.closeAllConnections();
    tls?.close();
    await household.end();
  };
  try {
    const password = randomBytes(18).toString('base64url');
    const router = await layOutSite(household.directory, ORIGIN, join(household.directory, 'db.sock'));
    const certificate = await makeCertificate(household.directory);
    const [phpPort] = await Promise.all([startPhp(household, router), startDatabase(household)]);
    tls = await startTls(certificate, phpPort);
    const { port } = tls.address() as AddressInfo;
    await install(port, password);
    const hostRules = `MAP ${HOST}:443 127.0.0.1:${port}`;
    const { directory } = household;
    return { origin: ORIGIN, port, host: HOST, user: USER, password, hostRules, directory, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase({ directory, launch }: Household): Promise<void> {
  const data = join(directory, 'data');
  await mkdir(data);
  const init = join(directory, 'init.sql');
  await writeFile(init, 'CREATE DATABASE wordpress CHARACTER SET utf8mb4;\n');
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
async function startPhp({ directory, launch }: Household, router: string): Promise<number> {
  const settings = [
    'opcache.enable_cli=1',
    'sendmail_path=/bin/true',
    'display_errors=0',
    'memory_limit=256M',
  ];
  const options = settings.flatMap((setting) => ['-d', setting]);
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const args = [...options, '-S', `127.0.0.1:${port}`, '-t', join(directory, 'site'), router];
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

async function makeCertificate(directory: string): Promise<Certificate> {
  const key = join(directory, 'tls.key');
  const cert = join(directory, 'tls.crt');
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
  await promisify(execFile)('openssl', ['req', '-x509', ...curve, ...names, '-keyout', key, '-out', cert]);
  return { key: await readFile(key), cert: await readFile(cert) };
}

/** Speaks TLS and hands every request on to PHP, which speaks none. */
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
 * Asks the site without a browser.
 * @param port `WordPressSite.port`
 * @param form fields of a form to post; without it the request is a GET.
 */
export function askSite(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  form?: Record<string, string>,
): Promise<SiteAnswer> {
  const content = form === undefined ? undefined : new URLSearchParams(form).toString();
  const type = content === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const request = askHttps(
      {
        host: '127.0.0.1',
        port,
        path,
        method: content === undefined ? 'GET' : 'POST',
        servername: HOST,
        headers: { ...type, ...headers, host: HOST },
        // Self-signed a moment ago, and it never leaves this machine.
        rejectUnauthorized: false,
        agent: false,
      },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
        answer.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(content);
  });
}

async function install(port: number, password: string): Promise<void> {
  const answer = await askSite(
    port,
    '/wp-admin/install.php?step=2',
    {},
    {
      weblog_title: 'Robin’s blog',
      user_name: USER,
      admin_password: password,
      admin_password2: password,
      admin_email: MAIL,
      Submit: 'Install WordPress',
      language: '',
    },
  );
  const login = await askSite(port, '/wp-login.php');
  if (answer.status !== 200 || login.status !== 200 || !login.body.includes('id="loginform"')) {
    throw new Error(
      `WordPress was not installed: ${answer.status}, ${login.status}\n${answer.body.slice(0, 2_000)}`,
    );
  }
}
