import { ask, build, pause } from './build.js';
import { buildValue } from './values.js';

const SHORTEST_NAME = 8;

/** The frame all steps live in: a dialog, the browser's own modal dialog, or the wizard inside the page. */
export function createFrame({ rendering, wizard, root, onClose }) {
  const modal = rendering === 'dialog' && !wizard;
  const box = wizard
    ? build('section', { class: 'step', 'data-testid': 'wizard-step' })
    : build(modal ? 'dialog' : 'div', {
        class: 'step',
        ...(modal ? {} : { role: 'dialog', 'aria-modal': 'true' }),
        'aria-labelledby': 'step-title',
      });
  const veil = wizard || modal ? undefined : build('div', { class: 'veil' }, box);
  const mounted = veil ?? box;
  const opener = document.activeElement;

  function close() {
    mounted.remove();
    if (opener instanceof HTMLElement) opener.focus();
    onClose();
  }
  function onKey(event) {
    if (event.key === 'Escape' && !wizard) close();
  }
  box.addEventListener('keydown', onKey);

  if (rendering === 'body') {
    // Other late guests of the page come first, as chat bubbles and layers do.
    for (let index = 0; index < 14; index += 1) document.body.append(build('div', { hidden: true }));
    document.body.append(mounted);
  } else {
    root.append(mounted);
  }
  if (modal) box.showModal();

  return {
    close,
    show(title, content, buttons, { focus } = {}) {
      box.replaceChildren(
        build('h2', { id: 'step-title', 'data-testid': 'reskin-step-title', tabindex: '-1' }, title),
        ...content,
        build('div', { class: 'buttons' }, ...buttons),
      );
      (focus ?? box.querySelector('h2')).focus();
    },
  };
}

function buildNext(text, click, attributes = {}) {
  return build(
    'button',
    { type: 'button', class: 'primary', 'data-testid': 'reskin-step-next-button', click, ...attributes },
    text,
  );
}

function buildBack(text, click) {
  return build('button', { type: 'button', 'data-testid': 'reskin-step-back-button', click }, text);
}

/** Asks which method to add; only the app password is part of the practice. */
export function showPicker(frame, text, next) {
  const entries = [
    ['authenticatorApp', text.authenticator, text.unavailable, true],
    ['phone', text.phone, text.unavailable, true],
    ['appPassword', text.appPassword, text.appPasswordHint, false],
  ].map(([id, name, hint, disabled]) =>
    build(
      'button',
      {
        type: 'button',
        class: 'pick',
        'data-testid': `authmethod-picker-${id}`,
        'aria-label': name,
        disabled: disabled || undefined,
        click: next,
      },
      build('strong', {}, name),
      build('span', {}, hint),
    ),
  );
  frame.show(
    text.pick,
    [build('div', { class: 'picks' }, ...entries)],
    [buildBack(text.cancel, frame.close)],
  );
}

/** Asks for the name, then makes the app password and shows it. */
export function showName(frame, text, rendering) {
  const problem = build('p', { class: 'problem', id: 'name-problem', role: 'alert' });
  const field = build('input', {
    type: 'text',
    id: 'name',
    autocomplete: 'off',
    'data-testid': 'appPassword-input',
    'aria-describedby': 'name-hint name-problem',
  });
  async function submit() {
    const name = field.value.trim();
    if (name.length < SHORTEST_NAME) {
      problem.textContent = text.nameShort;
      field.setAttribute('aria-invalid', 'true');
      field.focus();
      return;
    }
    frame.show(text.appPassword, [build('p', { role: 'status', class: 'waiting' }, text.loading)], []);
    const [made] = await Promise.all([ask('POST', '', { name }), pause(rendering === 'slow' ? 3000 : 0)]);
    if (made.secret === undefined) {
      frame.show(
        text.appPassword,
        [build('p', { role: 'alert', 'data-testid': 'message-bar-error' }, text.full)],
        [buildBack(text.close, frame.close)],
      );
      return;
    }
    showResult(frame, text, rendering, made.secret);
  }
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') submit();
  });
  frame.show(
    text.appPassword,
    [
      build('p', { id: 'name-hint' }, text.nameHint),
      build('label', { for: 'name' }, text.name),
      field,
      problem,
    ],
    [buildBack(text.cancel, frame.close), buildNext(text.next, submit)],
    { focus: field },
  );
}

function showResult(frame, text, rendering, secret) {
  const status = build('span', { role: 'status', class: 'status' });
  const copy = build(
    'button',
    {
      type: 'button',
      async click() {
        await navigator.clipboard.writeText(secret);
        status.textContent = text.copied;
      },
    },
    build('i', { 'data-icon-name': 'Copy', 'aria-hidden': 'true', class: 'icon' }),
    text.copy,
  );
  frame.show(
    text.appPassword,
    [
      build('p', {}, text.once),
      build('div', { class: 'caption' }, text.password),
      build('div', { class: 'value' }, buildValue(rendering, text.password, secret), copy),
      status,
    ],
    [buildNext(text.done, frame.close)],
  );
}

/** Asks before an app password is taken away. */
export function showRemoval(frame, text, method) {
  frame.show(
    text.removeTitle,
    [build('p', {}, text.removeHint(method.label))],
    [
      buildBack(text.cancel, frame.close),
      buildNext(text.remove, async () => {
        await ask('DELETE', method.id);
        frame.close();
      }),
    ],
  );
}
