import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhpSite } from './php-site.ts';

/** Where Debian's package `wordpress` puts its programs. */
export const WORDPRESS = '/usr/share/wordpress';

/** Where a site is. */
export interface Place {
  host: string;
  /** Path below which it lives, as `/news`; empty for the whole host. */
  base: string;
}

/** A string literal of PHP. */
function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/**
 * Lays out a site below `directory`: Debian's WordPress as symbolic links, with a configuration and a content
 * folder of its own. Debian's own `wp-config.php` would look for `/etc/wordpress/config-<host>.php`, which only
 * root can write and which a killed run would leave behind; it is the one file that is not linked.
 * @returns absolute path of the router for PHP's built-in server.
 */
export async function layOutSite(directory: string, place: Place, databaseSocket: string): Promise<string> {
  const site = join(directory, 'site', place.base);
  const content = join(site, 'wp-content');
  await mkdir(join(content, 'mu-plugins'), { recursive: true });
  for (const name of await readdir(WORDPRESS)) {
    if (name === 'wp-config.php' || name === 'wp-content' || name.startsWith('.')) continue;
    await symlink(join(WORDPRESS, name), join(site, name));
  }
  for (const name of await readdir(join(WORDPRESS, 'wp-content'))) {
    if (name === 'themes' || name === 'languages')
      await symlink(join(WORDPRESS, 'wp-content', name), join(content, name));
  }
  const router = join(directory, 'router.php');
  await writeFile(join(site, 'wp-config.php'), config(place, databaseSocket, content), { mode: 0o600 });
  await writeFile(join(content, 'mu-plugins', 'quiet.php'), quiet);
  await writeFile(router, route(`${site}/`, place.base));
  return router;
}

/**
 * Makes an installed site the first of a network whose sites would differ by path, and gives it a second person, `kim`,
 * as an administrator does by the page "Network Setup" and by editing the configuration as that page says.
 */
export async function becomeNetwork(
  site: Pick<PhpSite, 'directory' | 'runPhp'>,
  { host, base }: Place,
  mail: string,
): Promise<void> {
  const folder = join(site.directory, 'site', base);
  await site.runPhp(`
$_SERVER += ['HTTP_HOST' => ${quote(host)}, 'REQUEST_URI' => ${quote(`${base}/`)}, 'HTTP_X_FORWARDED_PROTO' => 'https'];
define('ABSPATH', ${quote(`${folder}/`)});
define('WP_INSTALLING_NETWORK', true);
require ABSPATH . 'wp-config.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
foreach ($wpdb->tables('ms_global') as $table => $prefixed) { $wpdb->$table = $prefixed; }
install_network();
$outcome = populate_network(1, ${quote(host)}, ${quote(mail)}, 'Robin’s network', ${quote(`${base}/`)}, false);
if (is_wp_error($outcome)) { throw new Exception($outcome->get_error_message()); }
wp_create_user('kim', wp_generate_password(), 'kim@${host}');
`);
  const values: Record<string, string | boolean | number> = {
    WP_ALLOW_MULTISITE: true,
    MULTISITE: true,
    SUBDOMAIN_INSTALL: false,
    DOMAIN_CURRENT_SITE: host,
    PATH_CURRENT_SITE: `${base}/`,
    SITE_ID_CURRENT_SITE: 1,
    BLOG_ID_CURRENT_SITE: 1,
  };
  const file = join(folder, 'wp-config.php');
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replace('$table_prefix', `${define(values)}\n$table_prefix`));
}

function define(values: Record<string, string | boolean | number>): string {
  return Object.entries(values)
    .map(([name, value]) => `define(${quote(name)}, ${typeof value === 'string' ? quote(value) : value});`)
    .join('\n');
}

function config({ host, base }: Place, databaseSocket: string, content: string): string {
  const values: Record<string, string | boolean> = {
    DB_NAME: 'wordpress',
    DB_USER: 'wordpress',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${databaseSocket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    WP_HOME: `https://${host}${base}`,
    WP_SITEURL: `https://${host}${base}`,
    WP_CONTENT_DIR: content,
    WP_ENVIRONMENT_TYPE: 'local',
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    DISALLOW_FILE_MODS: true,
    WP_AUTO_UPDATE_CORE: false,
    FORCE_SSL_ADMIN: true,
  };
  for (const name of ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE']) {
    values[`${name}_KEY`] = randomBytes(32).toString('hex');
    values[`${name}_SALT`] = randomBytes(32).toString('hex');
  }
  return `<?php
${define(values)}
$table_prefix = 'wp_';
if (($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https') {
    $_SERVER['HTTPS'] = 'on';
}
require_once ABSPATH . 'wp-settings.php';
`;
}

/**
 * Keeps WordPress from asking itself or others anything, and gives it pretty addresses (needed for `/wp-json/`),
 * which its installer would switch off again because it cannot reach itself.
 */
const quiet = `<?php
add_filter('pre_option_permalink_structure', fn() => '/%postname%/');
add_filter('pre_http_request', fn() => new WP_Error('http_request_not_executed', 'No network here.'));
`;

/**
 * PHP's built-in server runs this for every request. ABSPATH is set first, because WordPress would find its own
 * folder by following the links to Debian's, and with it Debian's configuration.
 */
function route(site: string, base: string): string {
  return `<?php
define('ABSPATH', ${quote(site)});
$spare_key_script = (static function () {
    $path = rawurldecode(explode('?', $_SERVER['REQUEST_URI'], 2)[0]);
    $base = ${quote(base)};
    $inside = $base === '' || $path === $base || str_starts_with($path, $base . '/');
    if (!$inside) {
        http_response_code(404);
        exit;
    }
    $file = ABSPATH . ltrim(substr($path, strlen($base)), '/');
    if (is_dir($file)) {
        $path = rtrim($path, '/') . '/index.php';
        $file = rtrim($file, '/') . '/index.php';
    }
    if (is_file($file) && !str_ends_with($file, '.php')) {
        return false;
    }
    if (!is_file($file)) {
        $path = $base . '/index.php';
        $file = ABSPATH . 'index.php';
    }
    $_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $path;
    $_SERVER['SCRIPT_FILENAME'] = $file;
    chdir(dirname($file));
    return $file;
})();
if ($spare_key_script === false) {
    return false;
}
require $spare_key_script;
`;
}
