import '@opencloud-eu/design-system/dist/design-system.css';
import './opencloud.css';
import {
  OcButton,
  OcModal,
  OcSpinner,
  OcTag,
  OcTextarea,
  OcTextInput,
} from '@opencloud-eu/design-system/components';
import type { VNode } from 'vue';
import type { ListStep, NamingStep, ResultStep, Scene } from '../scene.ts';
import type { Handlers } from './kit.ts';
import { modal } from './parts/oc.ts';
import { ocKit } from './parts/oc-kit.ts';
import type { Child, Memory, Parts } from './parts/parts.ts';
import { copyControl, value } from './parts/value.ts';

const components = { OcButton, OcModal, OcSpinner, OcTag, OcTextInput, OcTextarea };

/** The part of the preferences that lists app tokens. */
function tokens(parts: Parts<VNode>, step: ListStep, on: Handlers): VNode {
  const { tag } = parts;
  const rows = step.rows.map(({ label, created }): Child<VNode>[] => [
    tag('div', { class: 'w-full truncate' }, tag('span', {}, label)),
    tag('div', { class: 'w-full truncate' }, tag('span', {}, created)),
    parts.button([step.remove], { kind: 'plain', click: () => undefined }),
  ]);
  return tag(
    'div',
    { id: 'preferences-panel-app-tokens' },
    tag(
      'div',
      { class: 'flex items-center mb-2' },
      tag('h1', { class: 'my-2 text-lg' }, step.title),
      parts.button([step.add], {
        kind: 'primary',
        click: () => on.next({}),
        attributes: { class: 'create-app-token-btn ml-4' },
      }),
    ),
    parts.table([], rows, { class: 'app-token-table' }),
  );
}

function note(parts: Parts<VNode>, step: NamingStep, on: Handlers, memory: Memory, variant: number): VNode {
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
  const next = parts.button([step.next], {
    kind: 'primary',
    click: () => on.next({ name: memory.name }),
    attributes: { class: 'oc-modal-body-actions-confirm ml-2' },
  });
  const back =
    step.back === undefined ? [] : [parts.button([step.back], { kind: 'plain', click: () => on.back() })];
  return modal(components, step.title, [field], [...back, next], variant);
}

/** The token and the button that copies it stand in one element. */
function created(parts: Parts<VNode>, step: ResultStep, scene: Scene, on: Handlers): VNode {
  const { tag } = parts;
  const variant = scene.variant >> 3;
  const known = step.place === 'beside-button' || step.place === 'text';
  const drawn = value(parts, step, scene.variant >> 2);
  const box = 'created-token flex items-center justify-between rounded-sm p-2 font-bold';
  const content: Child<VNode>[] = known
    ? [step.groups.join(step.joint), ' ', copyControl(parts, step)]
    : [drawn.node, drawn.copy ? undefined : copyControl(parts, step)];
  const caption = !known && drawn.caption ? undefined : step.caption;
  const facts =
    drawn.facts && !known
      ? []
      : step.facts.map((fact) =>
          tag('div', { class: 'text-sm' }, tag('span', {}, `${fact.caption}: `), tag('span', {}, fact.value)),
        );
  const body: (VNode | string)[] = [
    tag('span', {}, [step.before, step.after].join(' ').trim()),
    tag(
      'div',
      { class: 'mt-4 mb-2 flex items-center rounded-sm' },
      tag(
        'div',
        { class: 'w-full' },
        caption === undefined || caption === '' ? undefined : tag('div', {}, caption),
        tag('div', { class: known ? box : '' }, ...content),
        ...facts,
      ),
    ),
  ];
  const done =
    step.done === ''
      ? []
      : [
          parts.button([step.done], {
            kind: 'primary',
            click: () => on.done(),
            attributes: { class: 'oc-modal-body-actions-confirm ml-2' },
          }),
        ];
  return modal(components, step.title, body, done, variant);
}

/** OpenCloud's design system; its modal of app tokens is drawn as it is where the scene has that form. */
export const kit = ocKit('opencloud', components, (parts, step, scene, on, memory) => {
  if (scene.provider !== 'opencloud' || scene.variant % 5 === 4) return undefined;
  if (step.kind === 'list') return tokens(parts, step, on);
  const fits = 'container' in step && step.container === 'dialog';
  if (step.kind === 'naming' && fits && step.titleForm === 'heading' && step.suggestions === undefined)
    return note(parts, step, on, memory, scene.variant >> 3);
  if (step.kind === 'result' && fits && step.titleForm === 'heading') return created(parts, step, scene, on);
  return undefined;
});
