import { ask, build } from './build.js';
import { languageOf, words } from './words.js';

const page = document.documentElement;
const text = words[languageOf(page.lang)];
const root = document.getElementById('root');

function show(...content) {
  root.replaceChildren(
    build(
      'header',
      { class: 'bar' },
      build('strong', {}, text.account),
      build('span', {}, page.dataset.person),
    ),
    build('main', { class: 'narrow' }, ...content),
  );
}

async function showList() {
  const methods = (await ask('GET')).filter((method) => method.kind === 'app-password');
  const rows = methods.map((method) =>
    build(
      'tr',
      {},
      build('td', {}, method.label),
      build('td', {}, new Intl.DateTimeFormat(page.lang).format(method.created)),
      build(
        'td',
        {},
        build(
          'button',
          { type: 'button', click: () => ask('DELETE', method.id).then(showList) },
          text.remove,
        ),
      ),
    ),
  );
  show(
    build('h1', {}, text.appPassword),
    build('button', { type: 'button', click: showName }, text.create),
    build('table', {}, build('tbody', {}, ...rows)),
  );
}

function showName() {
  const field = build('input', { type: 'text', id: 'name', autocomplete: 'off' });
  show(
    build('h1', {}, text.appPassword),
    build('label', { for: 'name' }, text.name),
    field,
    build(
      'button',
      {
        type: 'button',
        async click() {
          const made = await ask('POST', '', { name: field.value });
          if (made.secret !== undefined) showResult(made.secret);
        },
      },
      text.next,
    ),
  );
  field.focus();
}

function showResult(secret) {
  show(
    build('h1', {}, text.yourAppPassword),
    build('p', {}, text.once),
    build(
      'div',
      { class: 'value' },
      build('span', {}, text.password),
      ' ',
      build('span', { class: 'secret' }, secret),
    ),
    build('button', { type: 'button', click: () => navigator.clipboard.writeText(secret) }, text.copyLong),
    build('button', { type: 'button', click: showList }, text.close),
  );
}

if (page.dataset.kind === 'classic') showList();
