import { ask, build } from './build.js';
import { createFrame, showName, showPicker, showRemoval } from './steps.js';
import { languageOf, languages, words } from './words.js';

const page = document.documentElement;
const { kind, rendering, person } = page.dataset;
const text = words[languageOf(page.lang)];
const root = document.getElementById('root');
const APPEARANCE = 'practice-appearance';

function applyAppearance(appearance) {
  page.style.colorScheme = appearance === 'system' ? '' : appearance;
}

function buildSelect(name, entries, chosen, change) {
  const select = build(
    'select',
    { 'aria-label': name, change: (event) => change(event.target.value) },
    ...Object.entries(entries).map(([value, label]) =>
      build('option', { value, selected: value === chosen || undefined }, label),
    ),
  );
  return build('label', { class: 'option' }, build('span', {}, name), select);
}

/** Opens the same page with another language or rendering. */
function reopen(name, value) {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  location.assign(url);
}

function buildHeader() {
  const bar = build(
    'header',
    { class: 'bar' },
    build('strong', {}, kind === 'practice' ? text.practice : text.account),
    kind === 'practice' ? build('span', { class: 'quiet' }, text.practiceHint) : undefined,
    build('span', { class: 'person', dir: 'ltr' }, person),
  );
  if (kind !== 'practice') return bar;
  const appearance = localStorage.getItem(APPEARANCE) ?? 'system';
  applyAppearance(appearance);
  const options = build(
    'details',
    { class: 'options' },
    build('summary', {}, text.options),
    build(
      'div',
      {},
      buildSelect(text.language, languages, page.lang, (value) => reopen('language', value)),
      buildSelect(
        text.appearance,
        { system: text.system, light: text.light, dark: text.dark },
        appearance,
        (value) => {
          localStorage.setItem(APPEARANCE, value);
          applyAppearance(value);
        },
      ),
      buildSelect(text.renderings, text.rendering, rendering, (value) => reopen('rendering', value)),
    ),
  );
  bar.append(options);
  return bar;
}

function open(show) {
  show(createFrame({ rendering, wizard: false, root, onClose: fillList }));
}

function addMethod() {
  open((frame) => showPicker(frame, text, () => showName(frame, text, rendering)));
}

function buildRow(method) {
  const name = {
    password: text.password,
    phone: text.phone,
    authenticator: text.authenticator,
    'app-password': text.appPassword,
  }[method.kind];
  const date = new Intl.DateTimeFormat(page.lang, { dateStyle: 'medium' }).format(method.created);
  return build(
    'li',
    {},
    build('span', { class: `mark ${method.kind}`, 'aria-hidden': 'true' }),
    build('strong', {}, name),
    build('span', { class: 'grow', dir: 'auto' }, method.label),
    build('span', { class: 'quiet' }, `${text.created} ${date}`),
    method.kind === 'app-password'
      ? build(
          'button',
          { type: 'button', click: () => open((frame) => showRemoval(frame, text, method)) },
          text.remove,
        )
      : undefined,
  );
}

async function fillList() {
  const list = document.getElementById('methods');
  if (list !== null) list.replaceChildren(...(await ask('GET')).map(buildRow));
}

function showView(view) {
  const main = build('main', kind === 'practice' ? { 'data-practice': 'security-info' } : {});
  root.replaceChildren(buildHeader(), main);
  if (view === 'overview') {
    main.append(
      build('h1', {}, text.overview),
      build(
        'a',
        {
          href: '/security-info?rendering=navigation',
          click(event) {
            event.preventDefault();
            history.pushState({}, '', '/security-info?rendering=navigation');
            showView('list');
          },
        },
        text.goThere,
      ),
    );
    return;
  }
  if (view === 'wizard') {
    main.append(build('h1', {}, text.securityInfo));
    const frame = createFrame({ rendering, wizard: true, root: main, onClose: () => showView('list') });
    showPicker(frame, text, () => showName(frame, text, rendering));
    return;
  }
  main.append(
    build('h1', {}, text.securityInfo),
    build('p', { class: 'quiet' }, text.securityHint),
    build(
      'button',
      { type: 'button', name: 'Add method', 'data-testid': 'add-method-button', click: addMethod },
      build('i', { 'data-icon-name': 'Add', 'aria-hidden': 'true', class: 'icon' }),
      text.addMethod,
    ),
    build('ul', { id: 'methods', 'aria-label': text.securityInfo }),
  );
  fillList();
}

showView(page.dataset.view);
