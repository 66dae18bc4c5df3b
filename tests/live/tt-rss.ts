import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askHost, missingPackages, type PhpSite, startPhpSite } from './php-site.ts';

/** Where Debian's package `tt-rss` puts its programs, its tables and its configuration. */
const PROGRAMS = '/usr/share/tt-rss/www';
const SCHEMA = '/usr/share/tt-rss/schema/ttrss_schema_mysql.sql';
const CONFIG = '/etc/tt-rss/config.php';
const HOST = 'news.example';
const USER = 'robin';

/** A running Tiny Tiny RSS for this test alone. */
export interface TtRssSite extends PhpSite {
  readonly user: string;
  /** The person's sign-in password, new for every site. */
  readonly password: string;
  /** The address it gives itself, without a slash at the end. */
  readonly home: string;
}

/** Why a real Tiny Tiny RSS cannot be had here, naming Debian's packages, or `undefined` when it can. */
export function missingTtRss(): string | undefined {
  const missing = missingPackages({ pdo_mysql: 'php-mysql', intl: 'php-intl', mbstring: 'php-mbstring' });
  if (![PROGRAMS, SCHEMA, CONFIG].every((path) => existsSync(path))) missing.unshift('tt-rss');
  return missing.length === 0 ? undefined : `no real Tiny Tiny RSS here, missing: ${missing.join(' ')}`;
}

/**
 * Starts Tiny Tiny RSS below `/tt-rss`, as Debian puts it, with one invented person whose programs may use its API.
 * @throws Error with the failing program's messages; nothing is left running or lying about then.
 */
export async function startTtRss(): Promise<TtRssSite> {
  const missing = missingTtRss();
  if (missing !== undefined) throw new Error(missing);
  const site = await startPhpSite({
    name: 'ttrss',
    host: HOST,
    layOut,
    // It refuses to run as root, as which it runs in a container; here it reaches nothing but its own folder.
    settings: ['disable_functions=posix_getuid'],
  });
  try {
    const password = randomBytes(18).toString('base64url');
    await site.runPhp(`
$db = new PDO('mysql:dbname=ttrss;host=localhost', 'ttrss', '', [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
foreach (preg_split('/;\\s*\\n/', file_get_contents('${SCHEMA}')) as $statement) {
  if (trim($statement) !== '') { $db->exec($statement); }
}
$db->exec("UPDATE ttrss_users SET access_level = 0, login = '${USER}', pwd_hash = CONCAT('SHA1:', SHA1('${password}'))");
$db->exec("UPDATE ttrss_prefs SET def_value = 'true' WHERE pref_name = 'ENABLE_API_ACCESS'");
`);
    return { ...site, user: USER, password, home: `${site.origin}/tt-rss` };
  } catch (error) {
    await site.stop();
    throw error;
  }
}

/** Signs in to the API as a program does. @returns whether it let the program in */
export async function signIn(site: TtRssSite, password: string): Promise<boolean> {
  const question = JSON.stringify({ op: 'login', user: site.user, password });
  const { body } = await askHost(site, '/tt-rss/api/', {}, question);
  return (JSON.parse(body) as { status: number }).status === 0;
}

/**
 * Copies what looks for its configuration, and links the rest, because PHP follows links and would find the
 * configuration of the whole machine.
 */
async function layOut(directory: string): Promise<string> {
  const site = join(directory, 'site', 'tt-rss');
  const linked = ['images', 'js', 'lib', 'locale', 'plugins', 'themes'];
  await mkdir(site, { recursive: true });
  for (const name of await readdir(PROGRAMS)) {
    if (name === 'config.php' || name === 'feed-icons') continue;
    if (linked.includes(name)) await symlink(join(PROGRAMS, name), join(site, name));
    else await cp(join(PROGRAMS, name), join(site, name), { recursive: true, dereference: true });
  }
  const cache = join(directory, 'cache');
  for (const name of ['images', 'upload', 'export', 'feeds', 'js'])
    await mkdir(join(cache, name), { recursive: true });
  await mkdir(join(site, 'feed-icons'));
  await writeFile(join(site, 'config.php'), await configure(directory, cache));
  const router = join(directory, 'router.php');
  await writeFile(router, route(join(directory, 'site')));
  return router;
}

/** Debian's configuration with other values; it has some that no version may be without. */
async function configure(directory: string, cache: string): Promise<string> {
  const values: Record<string, string> = {
    DB_TYPE: 'mysql',
    // The socket is a setting of PHP.
    DB_HOST: 'localhost',
    DB_PORT: '',
    DB_USER: 'ttrss',
    DB_NAME: 'ttrss',
    DB_PASS: '',
    SELF_URL_PATH: `https://${HOST}/tt-rss/`,
    LOCK_DIRECTORY: directory,
    CACHE_DIR: cache,
    LOG_DESTINATION: '',
  };
  const text = (await readFile(CONFIG, 'utf8'))
    .replace(/^.*include_once.*$/m, '')
    .replace("'CHECK_FOR_UPDATES', true", "'CHECK_FOR_UPDATES', false");
  return Object.entries(values).reduce(
    (so, [name, value]) =>
      so.replace(new RegExp(`define\\('${name}',.*\\);`), () => `define('${name}', '${value}');`),
    text,
  );
}

/** PHP's built-in server runs this for every request. */
function route(root: string): string {
  return `<?php
$path = rawurldecode(explode('?', $_SERVER['REQUEST_URI'], 2)[0]);
$file = '${root}' . $path;
if (is_dir($file)) {
    $path = rtrim($path, '/') . '/index.php';
    $file = rtrim($file, '/') . '/index.php';
}
if (!is_file($file)) {
    http_response_code(404);
    exit;
}
if (!str_ends_with($file, '.php')) {
    return false;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $path;
$_SERVER['SCRIPT_FILENAME'] = $file;
chdir(dirname($file));
require $file;
`;
}
