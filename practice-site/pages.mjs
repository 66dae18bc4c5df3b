import { readFileSync } from 'node:fs';
import { createAccount } from './account.mjs';
import { languageOf, words } from './page/words.js';

/** Ways to show a secret that a reader must cope with; `plain` is the one a person sees first. */
export const renderings = [
  'plain',
  'property',
  'characters',
  'shadow',
  'body',
  'dialog',
  'split',
  'slow',
  'navigation',
];

const PERSON = 'robin@contoso.example';
const STATIC = {
  '/practice/app.js': 'text/javascript',
  '/practice/steps.js': 'text/javascript',
  '/practice/values.js': 'text/javascript',
  '/practice/build.js': 'text/javascript',
  '/practice/words.js': 'text/javascript',
  '/practice/classic.js': 'text/javascript',
  '/practice/style.css': 'text/css',
};
/** As strict as such pages are, so that all that the extension adds to the page is tried under it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'";

function escapeText(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function html(body) {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
    },
    body,
  };
}

function json(status, value) {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  };
}

function page({ title, language, script, data, body }) {
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escapeText(value)}"`);
  return html(`<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"${attributes.join('')}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/practice/style.css">
<script type="module" src="/practice/${script}"></script>
</head>
<body>${body}</body>
</html>
`);
}

/** The security page of a work account: an empty root that a script fills, as the real one is. */
export function securityInfoPage({ kind, language, rendering, person, view }) {
  const text = words[language];
  return page({
    title: kind === 'practice' ? `${text.practice} · ${text.securityInfo}` : 'My Sign-Ins',
    language,
    script: 'app.js',
    data: { kind, rendering, person, view },
    body: '<div id="root"></div>',
  });
}

/** The older app-passwords page of a work account. */
export function appPasswordsPage({ language, person }) {
  return page({
    title: 'App Passwords',
    language,
    script: 'classic.js',
    data: { kind: 'classic', person },
    body: '<div id="root"></div>',
  });
}

/** The page of a personal account, where opening it makes an app password without a name. */
export function personalPage({ language, person, secret }) {
  const text = words[language];
  return page({
    title: text.appPassword,
    language,
    script: 'classic.js',
    data: { kind: 'personal', person },
    body: `<header class="bar"><strong>${escapeText(text.account)}</strong><span>${escapeText(person)}</span></header>
<main class="narrow">
<h1>${escapeText(text.appPassword)}</h1>
<p>${escapeText(text.personalHint)}</p>
<div class="value"><span>${escapeText(text.password)}</span> <strong class="secret" dir="ltr">${escapeText(secret)}</strong></div>
<p><a class="button" href="/proofs/Manage/additional">${escapeText(text.done)}</a></p>
</main>`,
  });
}

/**
 * A site with one invented account.
 * `kind` chooses whose pages it has: `practice` and `my-sign-ins` the security page, `classic` the older page of work
 * accounts, `personal` the one of personal accounts. `nextSecret` replaces the random letters; `language` and
 * `rendering` are what a visitor without `?language=` and `?rendering=` gets.
 * @returns `answer(request)`, which is given `method`, a `URL` and the body's text
 */
export function createSite({
  kind = 'practice',
  language,
  rendering = 'plain',
  person = PERSON,
  ...rest
} = {}) {
  const account = createAccount({ person, ...rest });

  function settings(url) {
    const asked = url.searchParams.get('rendering');
    return {
      kind,
      person,
      language: languageOf(url.searchParams.get('language') ?? language ?? 'en'),
      rendering: renderings.includes(asked) ? asked : rendering,
    };
  }

  function openPage(url) {
    const path = url.pathname.toLowerCase();
    const shown = settings(url);
    if (kind === 'classic') return path.endsWith('.aspx') ? appPasswordsPage(shown) : undefined;
    if (kind === 'personal') {
      if (path === '/proofs/apppassword') {
        const { secret = '' } = account.addUnnamed();
        return personalPage({ ...shown, secret });
      }
      return page({
        title: words[shown.language].account,
        language: shown.language,
        script: 'classic.js',
        data: { kind: 'personal', person },
        body: `<main class="narrow"><h1>${escapeText(words[shown.language].securityInfo)}</h1></main>`,
      });
    }
    if (path === '/' || path.startsWith('/security-info')) {
      const overview = path === '/' && shown.rendering === 'navigation';
      return securityInfoPage({ ...shown, view: overview ? 'overview' : 'list' });
    }
    return path === '/register' ? securityInfoPage({ ...shown, view: 'wizard' }) : undefined;
  }

  function answerApi(method, url, body) {
    const id = url.pathname.slice('/practice/api/'.length);
    if (method === 'GET') return json(200, account.list());
    if (method === 'POST') {
      const made = account.add(JSON.parse(body).name);
      return json(made.secret === undefined ? 400 : 200, made);
    }
    if (method === 'DELETE') return json(account.remove(id) ? 200 : 404, {});
    return json(405, {});
  }

  return {
    account,
    answer({ method, url, body = '' }) {
      const type = STATIC[url.pathname];
      if (type !== undefined) {
        const file = new URL(`./page${url.pathname.slice('/practice'.length)}`, import.meta.url);
        return { status: 200, headers: { 'content-type': type }, body: readFileSync(file, 'utf8') };
      }
      if (url.pathname.startsWith('/practice/api/')) return answerApi(method, url, body);
      const found = method === 'GET' ? openPage(url) : undefined;
      return found ?? { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
    },
  };
}
