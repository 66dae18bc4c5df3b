import { BUTTONS, findMain, fold, isHidden, readSteps, spell } from './dom';
import type { Listed, Reading, Site } from './provider';

const ROWS = 'li,tr,[role=listitem],[role=row]';
/** Parts of the page around its content. */
const FRAME = 'header,[role=banner],nav,[role=search],footer';
/** What an app password may be called; without it, only the page of their own says that something is one. */
const NAMES =
  'app-passw,mot de passe d’application,mots de passe d’application,contraseña de aplicación,contraseña de la aplicación,password per app,password dell’app,senha de aplicativo,senha do aplicativo,mật khẩu ứng dụng,アプリパスワード,應用程式密碼';

/** True when the dialog's title says that it is about app passwords. */
function isAbout(dialog: Element): boolean {
  const titles = [...dialog.querySelectorAll('h1,h2,h3,h4,[role=heading]')].map((title) => title.textContent);
  const title = spell(`${dialog.getAttribute('aria-label')} ${titles.join(' ')}`);
  return spell(NAMES)
    .split(',')
    .some((name) => title.includes(name));
}

/** Rows with a name and one button, the one that revokes it; every date has a number in it. */
function list(root: Element): Listed[] {
  // A step small enough to be read has no more rows.
  return [...root.querySelectorAll(ROWS)].slice(0, 333).flatMap((row) => {
    if (
      row.querySelectorAll(BUTTONS).length !== 1 ||
      row.querySelector('a,input') ||
      row.closest(FRAME) ||
      isHidden(row)
    )
      return [];
    const parts = [...row.querySelectorAll('*')].filter(
      (part) => !part.childElementCount && !part.closest(BUTTONS) && !isHidden(part),
    );
    const [label, created = '', lastUsed] = parts
      .map((part) => fold(part.textContent))
      .filter((text) => text);
    const dates = /\p{N}/u.test(created) ? { created, ...(lastUsed && { lastUsed }) } : {};
    return label ? [{ label, ...dates }] : [];
  });
}

/**
 * Reads the account pages that Yahoo and AOL have in common: the page of app passwords, and the dialogs about them
 * that the security page may open.
 */
export function readAccountPages(reader: Site, host: string, url: URL, page: Document): Reading | undefined {
  const path = /^\/(?:my)?account\/security(\/app-password)?(?:\/|$)/i.exec(url.pathname);
  if (url.hostname !== host || !path) return undefined;
  const own = path[1] !== undefined;
  const dialogs = [...page.querySelectorAll('[role$=dialog],[aria-modal=true]')].reverse();
  const dialog = dialogs.find((one) => !isHidden(one));
  const root = dialog ?? (own ? findMain(page) : undefined);
  if (!root || root.querySelectorAll('*').length > 2000 || (!own && !isAbout(root))) return undefined;
  const otherwise = own ? root : undefined;
  const reading =
    readSteps(reader, page, otherwise, NAMES) ?? (own ? readSteps(reader, page, otherwise) : undefined);
  const entries = list(root);
  // A name of sixteen letters beside the picture that deletes it looks like a secret beside the one that copies it.
  const named = reading?.kind === 'created' && entries.some(({ label }) => label === reading.secret);
  if (reading && !named && (reading.kind !== 'naming' || reading.label || !entries.length)) return reading;
  return entries.length ? { kind: 'list', complete: false, entries } : undefined;
}
