import type { ReactElement } from 'react';
import type { ListStep, NamingStep, ResultStep, Scene, Step } from '../scene.ts';
import type { Handlers } from './kit.ts';
import type { Child, Memory, Parts } from './parts/parts.ts';
import { draft } from './parts/steps.ts';
import { copyControl, value } from './parts/value.ts';

type Node = ReactElement;

/** Stalwart's account pages since 0.16: a list, a form without names or ids, and a dialog with what the server made. */
export function newForm(parts: Parts<Node>, step: Step, scene: Scene, on: Handlers): Node | undefined {
  if (step.kind === 'list') return newList(parts, step, on);
  if (step.kind === 'result' && step.draft === undefined) return created(parts, step, scene, on);
  return undefined;
}

function newList(parts: Parts<Node>, step: ListStep, on: Handlers): Node {
  const { tag } = parts;
  const rows = step.rows.map(({ label, created }): Child<Node>[] => [
    tag('button', { type: 'button', role: 'checkbox', 'aria-checked': 'false', 'aria-label': 'Select item' }),
    label,
    created,
    parts.button([step.remove], { kind: 'plain', click: () => undefined }),
  ]);
  const empty: Child<Node>[][] = [[tag('span', {}, 'No results found')]];
  return tag(
    'div',
    { class: 'space-y-4' },
    tag(
      'div',
      { class: 'flex items-center justify-between' },
      parts.heading(1, step.title),
      parts.button([step.add], { kind: 'primary', click: () => on.next({}) }),
    ),
    parts.table(['', 'Description', 'Expires At', ''], rows.length === 0 ? empty : rows),
    tag(
      'div',
      { class: 'text-sm text-muted-foreground' },
      `Showing ${rows.length === 0 ? 0 : 1}-${rows.length} of ${rows.length} App passwords`,
    ),
  );
}

/** Per value a label and a `code` that one click selects. */
function created(parts: Parts<Node>, step: ResultStep, scene: Scene, on: Handlers): Node {
  const { tag } = parts;
  const variant = scene.variant >> 2;
  const known = step.place === 'code' || step.place === 'text';
  const drawn = value(parts, step, variant);
  const secret = known
    ? tag(
        'code',
        { class: 'rounded bg-muted px-2 py-1 font-mono text-sm break-all select-all' },
        shownText(step),
      )
    : drawn.node;
  const caption =
    !known && drawn.caption ? undefined : tag('span', { class: 'text-sm font-medium' }, step.caption);
  const copy = !known && drawn.copy ? undefined : copyControl(parts, step);
  const line = tag('div', { class: 'flex flex-col gap-1' }, caption, secret, copy);
  const facts = drawn.facts
    ? []
    : step.facts.map((fact) =>
        tag(
          'div',
          { class: 'flex flex-col gap-1' },
          tag('span', { class: 'text-sm font-medium' }, fact.caption),
          tag('code', { class: 'select-all' }, fact.value),
        ),
      );
  return parts.hold(
    { ...step, close: () => on.done() },
    [
      tag('p', { class: 'text-sm text-muted-foreground' }, [step.before, step.after].join(' ').trim()),
      tag('div', { class: 'space-y-3' }, ...facts, line),
    ],
    step.done === '' ? [] : [parts.button([step.done], { kind: 'primary', click: () => on.done() })],
  );
}

function shownText(step: ResultStep): string {
  return step.groups.join(step.joint);
}

/**
 * Stalwart's form before 0.16: name and password side by side in the same form, the password ready made and sent with
 * it.
 */
export function oldForm(
  parts: Parts<Node>,
  step: Step,
  scene: Scene,
  on: Handlers,
  memory: Memory,
): Node | undefined {
  if (step.kind === 'naming') return oldNaming(parts, step, on, memory);
  if (step.kind !== 'result') return undefined;
  const variant = scene.variant >> 2;
  const drawn = value(parts, step, variant);
  return parts.hold(
    step,
    [
      row(parts, undefined, draft(parts, step, memory)),
      step.before === '' ? undefined : parts.tag('p', {}, step.before),
      ...(drawn.facts
        ? []
        : step.facts.map((fact) => row(parts, fact.caption, parts.tag('span', {}, fact.value)))),
      row(
        parts,
        drawn.caption ? undefined : step.caption,
        drawn.node,
        drawn.copy ? undefined : copyControl(parts, step),
      ),
      step.after === '' ? undefined : parts.tag('p', {}, step.after),
    ],
    step.done === '' ? [] : [parts.button([step.done], { kind: 'primary', click: () => on.done() })],
  );
}

function oldNaming(parts: Parts<Node>, step: NamingStep, on: Handlers, memory: Memory): Node | undefined {
  if (step.suggestions !== undefined) return undefined;
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
  const next = parts.button([step.next], { kind: 'primary', click: () => on.next({ name: memory.name }) });
  const back =
    step.back === undefined ? [] : [parts.button([step.back], { kind: 'plain', click: () => on.back() })];
  return parts.hold(step, [row(parts, undefined, field)], [...back, next]);
}

function row({ tag }: Parts<Node>, label: string | undefined, ...content: Child<Node>[]): Node | undefined {
  if (content.every((child) => child === undefined)) return undefined;
  return tag(
    'div',
    { class: 'sm:inline-grid sm:grid-cols-12 gap-2.5' },
    label === undefined
      ? undefined
      : tag('div', { class: 'sm:col-span-3' }, tag('label', { class: 'mt-2.5 inline-block' }, label)),
    tag('div', { class: 'sm:col-span-9' }, ...content),
  );
}
