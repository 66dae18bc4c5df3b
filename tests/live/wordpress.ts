import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { askHost, missingPackages, type PhpSite, type SiteAnswer, startPhpSite } from './php-site.ts';
import { becomeNetwork, layOutSite, type Place, WORDPRESS } from './wordpress-files.ts';

const HOST = 'blog.example';
const USER = 'robin';
const MAIL = `robin@${HOST}`;

/** A running WordPress for this test alone, and how a browser gets there. */
export interface WordPressSite extends PhpSite {
  /** Name of the administrator. */
  readonly user: string;
  /** The administrator's sign-in password, new for every site. */
  readonly password: string;
  /** The address WordPress gives itself. */
  readonly home: string;
}

/** Why a real WordPress cannot be had here, naming Debian's packages, or `undefined` when it can. */
export function missingWordPress(): string | undefined {
  const missing = missingPackages({ mysqli: 'php-mysql' });
  if (!existsSync(join(WORDPRESS, 'wp-settings.php'))) missing.unshift('wordpress');
  return missing.length === 0 ? undefined : `no real WordPress here, missing: ${missing.join(' ')}`;
}

/**
 * Starts and installs WordPress with one invented administrator.
 * @param base path below which it lives, as `/news`; empty for the whole host.
 * @param network makes it the first site of a network, with a second person, `kim`.
 * @throws Error with the failing program's messages; nothing is left running or lying about then.
 */
export async function startWordPress({ base = '', network = false } = {}): Promise<WordPressSite> {
  const missing = missingWordPress();
  if (missing !== undefined) throw new Error(missing);
  const place: Place = { host: HOST, base };
  const site = await startPhpSite({
    name: 'wordpress',
    host: HOST,
    layOut: (directory, socket) => layOutSite(directory, place, socket),
  });
  try {
    const password = randomBytes(18).toString('base64url');
    await install(site, base, password);
    if (network) await becomeNetwork(site, place, MAIL);
    return { ...site, user: USER, password, home: `${site.origin}${base}` };
  } catch (error) {
    await site.stop();
    throw error;
  }
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
  return askHost({ host: HOST, port }, path, headers, form);
}

async function install({ port }: PhpSite, base: string, password: string): Promise<void> {
  const answer = await askSite(
    port,
    `${base}/wp-admin/install.php?step=2`,
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
  const login = await askSite(port, `${base}/wp-login.php`);
  if (answer.status !== 200 || login.status !== 200 || !login.body.includes('id="loginform"')) {
    throw new Error(
      `WordPress was not installed: ${answer.status}, ${login.status}\n${answer.body.slice(0, 2_000)}`,
    );
  }
}
