import type { ResultStep } from '../../scene.ts';
import { place, shown } from '../place.ts';
import type { Child, Field, Parts } from './parts.ts';

/** A value, and what it brings with it. */
export interface Value<N> {
  node: N;
  caption: boolean;
  facts: boolean;
  copy: boolean;
}

/** Side by side, by no class that a library gives another meaning. */
export const LINE = 'display:flex;gap:8px;align-items:center';

const nothing = () => undefined;

/** The control that copies, `undefined` for none. */
export function copyControl<N>(
  parts: Parts<N>,
  step: Pick<ResultStep, 'copy' | 'copyWord' | 'tooltip'>,
): N | undefined {
  const tip = step.tooltip ? step.copyWord : undefined;
  switch (step.copy) {
    case 'none':
      return undefined;
    case 'text':
      return parts.button([step.copyWord], {
        kind: 'plain',
        click: nothing,
        ...(tip === undefined ? {} : { attributes: { title: tip } }),
      });
    case 'icon':
      return parts.iconButton(undefined, tip, nothing);
    case 'icon-labelled':
      return parts.iconButton(step.copyWord, tip, nothing);
  }
}

/** The value of a result with the library's components, for every place. */
export function value<N>(parts: Parts<N>, step: ResultStep, variant: number): Value<N> {
  const text = shown(step);
  const { tag } = parts;
  const alone = (node: N): Value<N> => ({ node, caption: false, facts: false, copy: false });
  const field = (kind: Field<N>['kind']): Value<N> => {
    const inside = variant % 2 === 0;
    const after = inside ? copyControl(parts, step) : undefined;
    return {
      node: parts.field({ label: step.caption, value: text, kind, after }),
      caption: true,
      facts: false,
      copy: inside,
    };
  };
  switch (step.place) {
    case 'input':
      return field('editable');
    case 'readonly-input':
      return field('readonly');
    case 'property':
      return field('property');
    case 'textarea':
      return field('lines');
    case 'text':
      return alone(tag(['p', 'div', 'strong', 'span'][variant % 4] ?? 'p', {}, text));
    case 'code':
      return alone(variant % 2 === 0 ? tag('pre', {}, tag('code', {}, text)) : tag('code', {}, text));
    case 'output':
      return alone(tag('output', {}, text));
    case 'chip':
      return alone(parts.chip(text));
    case 'list-row':
      return { node: listRow(parts, step, text, variant), caption: true, facts: true, copy: false };
    case 'table-cell':
      return { node: table(parts, step, text), caption: true, facts: true, copy: true };
    case 'layout-table':
      return { node: layoutTable(parts, step, text, variant), caption: true, facts: true, copy: false };
    case 'button-text':
      return { ...alone(buttonText(parts, step, text)), copy: true };
    case 'characters':
      return alone(characters(parts, step));
    case 'groups':
      return alone(groups(parts, step));
    case 'beside-button': {
      const blank = variant % 2 === 0 ? ' ' : undefined;
      return {
        ...alone(tag('div', { class: 'joined' }, text, blank, copyControl(parts, step))),
        copy: true,
      };
    }
    case 'not-editable':
      return variant % 2 === 0
        ? alone(tag('div', { contenteditable: 'false', class: 'box' }, text))
        : field('disabled');
    case 'role-textbox':
      return alone(
        tag('div', { role: 'textbox', 'aria-readonly': 'true', tabindex: '0', class: 'box' }, text),
      );
    case 'shadow-nested':
    case 'slotted':
      return alone(parts.raw(() => place(step, variant).element));
  }
}

function buttonText<N>(parts: Parts<N>, step: ResultStep, text: string): N {
  const content: Child<N>[] = [text, step.copy === 'none' ? undefined : parts.copySign()];
  const attributes: Record<string, string> = {};
  if (step.copy === 'icon-labelled') attributes['aria-label'] = step.copyWord;
  if (step.tooltip) attributes['title'] = step.copyWord;
  return parts.button(content, { kind: 'plain', click: nothing, attributes });
}

function characters<N>({ tag }: Parts<N>, step: ResultStep): N {
  const letters = step.groups.flatMap((group, index): Child<N>[] => [
    ...(index > 0 ? [step.joint] : []),
    ...[...group].map((letter) => tag('span', {}, letter)),
  ]);
  return tag('div', { dir: 'ltr' }, ...letters);
}

function groups<N>({ tag }: Parts<N>, step: ResultStep): N {
  const pieces = step.groups.flatMap((group, index): Child<N>[] => [
    ...(index > 0 && step.joint.trim() !== '' ? [tag('span', {}, step.joint)] : []),
    tag('span', { class: 'group' }, group),
  ]);
  return tag('div', { dir: 'ltr', class: 'groups' }, ...pieces);
}

function listRow<N>({ tag }: Parts<N>, step: ResultStep, text: string, variant: number): N {
  const items = [...step.facts, { caption: step.caption, value: text }];
  if (variant % 3 === 0) {
    return tag(
      'ul',
      { style: 'list-style:none;padding:0' },
      ...items.map((item) =>
        tag('li', {}, tag('span', { class: 'caption' }, item.caption), tag('span', {}, item.value)),
      ),
    );
  }
  return tag(
    'dl',
    {},
    ...items.map((item) =>
      tag('div', { style: LINE }, tag('dt', {}, item.caption), tag('dd', {}, item.value)),
    ),
  );
}

function table<N>(parts: Parts<N>, step: ResultStep, text: string): N {
  const head = [...step.facts.map(({ caption }) => caption), step.caption];
  const last = parts.tag('span', {}, text);
  const copy = copyControl(parts, step);
  const row: Child<N>[][] = [
    ...step.facts.map((fact): Child<N>[] => [fact.value]),
    copy === undefined ? [text] : [last, copy],
  ];
  return parts.table(
    head,
    [row.map((cell) => (cell.length === 1 ? cell[0] : parts.tag('div', {}, ...cell)))],
    {},
  );
}

function layoutTable<N>({ tag }: Parts<N>, step: ResultStep, text: string, variant: number): N {
  const row = (caption: string, shownAs: Child<N>) =>
    tag('tr', {}, tag('td', {}, caption === '' ? '' : `${caption}:`), tag('td', {}, shownAs));
  const rows = step.facts.map((fact) => row(fact.caption, fact.value));
  rows.push(row(step.caption, tag(variant % 2 === 0 ? 'b' : 'span', {}, text)));
  return tag('table', { role: 'presentation', cellpadding: '4', border: '0' }, tag('tbody', {}, ...rows));
}
