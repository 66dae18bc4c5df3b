import type { ListStep, NamingStep, OtherStep, ResultStep, Scene, Step } from '../../scene.ts';
import type { Handlers } from '../kit.ts';
import { unseenBy } from '../plain.ts';
import type { Child, Memory, Parts } from './parts.ts';
import { copyControl, LINE, value } from './value.ts';

/** One step with the library's components, in one of the ways that `variant` tells apart. */
export function drawStep<N>(parts: Parts<N>, step: Step, scene: Scene, on: Handlers, memory: Memory): N {
  const variant = scene.variant >> 2;
  switch (step.kind) {
    case 'list':
      return list(parts, step, on, variant);
    case 'naming':
      return naming(parts, step, on, memory, variant);
    case 'result':
      return result(parts, step, on, memory, variant);
    case 'other':
      return other(parts, step, on, variant);
    case 'error':
      return parts.hold(
        { title: step.title, titleForm: 'heading', container: step.container },
        [parts.notice('error', step.text)],
        [parts.button([step.again], { kind: 'primary', click: () => on.back() })],
      );
    case 'spinner':
      return parts.hold(
        { title: '', titleForm: 'none', container: step.container },
        [parts.spinner(), parts.tag('p', { 'aria-live': 'polite' }, step.text)],
        [],
      );
  }
}

function list<N>(parts: Parts<N>, step: ListStep, on: Handlers, variant: number): N {
  const remove = () => parts.button([step.remove], { kind: 'plain', click: () => undefined });
  const add = parts.button([step.add], { kind: 'primary', click: () => on.next({}) });
  const rows =
    variant % 3 === 0
      ? parts.tag(
          'ul',
          {},
          ...step.rows.map(({ label, created }) =>
            parts.tag(
              'li',
              {},
              parts.tag('strong', {}, label),
              ' ',
              parts.tag('small', {}, created),
              ' ',
              remove(),
            ),
          ),
        )
      : parts.table(
          [],
          step.rows.map(({ label, created }): Child<N>[] => [label, created, remove()]),
        );
  const content = step.rows.length === 0 ? [add] : variant % 2 === 0 ? [rows, add] : [add, rows];
  return parts.tag('section', {}, parts.heading(2, step.title), ...content);
}

function naming<N>(parts: Parts<N>, step: NamingStep, on: Handlers, memory: Memory, variant: number): N {
  const give = () => on.next({ name: memory.name });
  const field = parts.field({
    label: step.field,
    value: memory.name,
    kind: 'typed',
    placeholder: step.placeholder,
    input: (name) => {
      memory.name = name;
      memory.redraw();
    },
  });
  const suggestions = step.suggestions?.map((text) =>
    parts.button([text], {
      kind: 'plain',
      click: () => {
        memory.name = text;
        memory.redraw();
      },
    }),
  );
  const chosen = suggestions === undefined ? undefined : parts.tag('div', {}, ...suggestions);
  const back =
    step.back === undefined ? [] : [parts.button([step.back], { kind: 'plain', click: () => on.back() })];
  const close = step.back === undefined ? {} : { close: () => on.back() };
  if (variant % 3 === 0) {
    const submit = parts.button([step.next], { kind: 'submit', click: give });
    return parts.hold({ ...step, ...close }, [parts.form({}, give, field, chosen, submit)], back);
  }
  const next = parts.button([step.next], { kind: 'primary', click: give });
  const foot = variant % 2 === 0 ? [...back, next] : [next, ...back];
  const body = variant % 3 === 1 ? [parts.form({}, give, field, chosen)] : [field, chosen];
  return parts.hold({ ...step, ...close }, body, foot);
}

function result<N>(parts: Parts<N>, step: ResultStep, on: Handlers, memory: Memory, variant: number): N {
  const { tag } = parts;
  const drawn = value(parts, step, variant);
  const facts = drawn.facts
    ? []
    : step.facts.map((fact) =>
        variant % 3 === 0
          ? parts.field({ label: fact.caption, value: fact.value, kind: 'readonly' })
          : tag('p', {}, `${fact.caption}: `, tag('span', {}, fact.value)),
      );
  const copy = drawn.copy ? undefined : copyControl(parts, step);
  const body: Child<N>[] = [
    draft(parts, step, memory),
    step.before === '' ? undefined : tag('p', {}, step.before),
    ...(variant % 5 === 4 ? [] : facts),
    ...captioned(parts, step, drawn.node, drawn.caption, copy, variant),
    ...(variant % 5 === 4 ? facts : []),
    step.after === ''
      ? undefined
      : variant % 2 === 0
        ? parts.notice('warning', step.after)
        : tag('p', {}, step.after),
  ];
  const done =
    step.done === '' ? [] : [parts.button([step.done], { kind: 'primary', click: () => on.done() })];
  return parts.hold({ ...step, close: () => on.done() }, body, done);
}

/** The field for the name, where the secret stands in a form that is still to be sent. */
export function draft<N>(parts: Parts<N>, step: ResultStep, memory: Memory): N | undefined {
  if (step.draft === undefined) return undefined;
  return parts.field({
    label: step.draft.field,
    value: memory.name,
    kind: 'typed',
    input: (name) => {
      memory.name = name;
      memory.redraw();
    },
  });
}

/** Value and control stand in one row or below each other; the caption before them, in one line or its own. */
function captioned<N>(
  { tag }: Parts<N>,
  step: ResultStep,
  node: N,
  hasCaption: boolean,
  copy: N | undefined,
  variant: number,
): Child<N>[] {
  const caption =
    hasCaption || step.caption === ''
      ? undefined
      : tag(
          ['div', 'span', 'strong', 'label'][variant % 4] ?? 'div',
          {},
          variant % 4 === 1 ? `${step.caption}:` : step.caption,
        );
  const row = copy === undefined ? node : tag('div', { style: LINE }, node, copy);
  return variant % 2 === 0 ? [caption, ' ', row] : [tag('div', {}, caption, ' ', row)];
}

function other<N>(parts: Parts<N>, step: OtherStep, on: Handlers, variant: number): N {
  const { tag } = parts;
  const values = step.value.split('\n');
  const unseen = unseenBy[step.neighbour];
  const copy = copyControl(parts, { copy: step.copy, copyWord: step.copyWord, tooltip: false });
  const drawn = (text: string): N => {
    const way = variant % 5;
    if (way === 0) return tag('code', {}, text);
    if (way === 1) return tag('span', {}, text);
    if (way === 2) return parts.chip(text);
    if (way === 3) return tag('strong', {}, text);
    return parts.field({ label: '', value: text, kind: 'readonly', attributes: nameless(step.caption) });
  };
  const line = tag(
    values.length > 1 ? 'ul' : 'div',
    unseen === undefined ? {} : { style: unseen },
    step.caption === '' ? undefined : tag(values.length > 1 ? 'li' : 'div', {}, step.caption),
    ...values.map((text) => (values.length > 1 ? tag('li', {}, drawn(text)) : drawn(text))),
    copy === undefined ? undefined : values.length > 1 ? tag('li', {}, copy) : copy,
  );
  const done = step.done === '' ? [] : [parts.button([step.done], { kind: 'plain', click: () => on.done() })];
  const close = step.done === '' ? {} : { close: () => on.done() };
  return parts.hold(
    { ...step, ...close },
    [step.text === '' ? undefined : tag('p', {}, step.text), line],
    done,
  );
}

function nameless(caption: string): Record<string, string> {
  return caption === '' ? {} : { 'aria-label': caption };
}
