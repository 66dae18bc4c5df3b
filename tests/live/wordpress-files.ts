import { randomBytes } from 'node:crypto';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Debian's package `wordpress` puts its programs. */
export const WORDPRESS = '/usr/share/wordpress';

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
export async function layOutSite(directory: string, origin: string, databaseSocket: string): Promise<string> {
  const site = join(directory, 'site');
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
  await writeFile(join(site, 'wp-config.php'), config(origin, databaseSocket, content), { mode: 0o600 });
  await writeFile(join(content, 'mu-plugins', 'quiet.php'), quiet);
  await writeFile(router, route(`${site}/`));
  return router;
}

function config(origin: string, databaseSocket: string, content: string): string {
  const values: Record<string, string | boolean> = {
    DB_NAME: 'wordpress',
    DB_USER: 'wordpress',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${databaseSocket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    WP_HOME: origin,
    WP_SITEURL: origin,
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
  const lines = Object.entries(values).map(
    ([name, value]) => `define(${quote(name)}, ${typeof value === 'string' ? quote(value) : value});`,
  );
  return `<?php
${lines.join('\n')}
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
function route(site: string): string {
  return `<?php
define('ABSPATH', ${quote(site)});
$spare_key_script = (static function () {
    $path = rawurldecode(explode('?', $_SERVER['REQUEST_URI'], 2)[0]);
    $file = ABSPATH . ltrim($path, '/');
    if (is_dir($file)) {
        $path = rtrim($path, '/') . '/index.php';
        $file = rtrim($file, '/') . '/index.php';
    }
    if (is_file($file) && !str_ends_with($file, '.php')) {
        return false;
    }
    if (!is_file($file)) {
        $path = '/index.php';
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
