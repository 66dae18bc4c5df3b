import * as Tooltip from '@radix-ui/react-tooltip';
import { type ReactElement, useEffect, useId, useRef } from 'react';
import type { Scene } from '../scene.ts';
import type { Child, Field, Parts, Press } from './parts/parts.ts';
import { form, make, props, raw, reactKit, tag } from './parts/react.tsx';
import { Held } from './radix-holder.tsx';
import { newForm, oldForm } from './radix-stalwart.tsx';

/** Radix primitives in the manner of shadcn: class names of a style sheet that is not here, and roles from Radix. */
function partsOf(scene: Scene): Parts<ReactElement> {
  return {
    tag,
    raw,
    form,
    button,
    iconButton: (label, tip, click) => <IconButton label={label} tip={tip} click={click} />,
    copySign,
    field: (field) => <TextField field={field} />,
    hold: (holding, body, foot) => (
      <Held holding={holding} body={body} foot={foot} variant={scene.variant >> 3} />
    ),
    heading: (level, text) =>
      tag(`h${level}`, { class: 'scroll-m-20 text-xl font-semibold tracking-tight' }, text),
    chip: (text) =>
      tag(
        scene.variant % 2 === 0 ? 'div' : 'span',
        { class: 'inline-flex items-center rounded-md border px-2.5 py-0.5 text-xs font-semibold chip' },
        text,
      ),
    table,
    notice: (kind, text) =>
      tag(
        'div',
        { role: 'alert', class: `relative w-full rounded-lg border p-4 ${kind}` },
        tag('div', { class: 'text-sm [&_p]:leading-relaxed' }, text),
      ),
    spinner: () => tag('div', { class: 'animate-spin spinner', role: 'status' }, '…'),
  };
}

const buttonClass =
  'inline-flex items-center justify-center gap-2 rounded-md text-sm font-medium h-10 px-4 py-2';

export function button(
  content: Child<ReactElement>[],
  { kind, click, attributes = {} }: Press,
): ReactElement {
  const look = kind === 'plain' ? 'border bg-background' : 'bg-primary text-primary-foreground';
  const given = {
    type: kind === 'submit' ? 'submit' : 'button',
    className: `${buttonClass} ${look}`,
    onClick: kind === 'submit' ? undefined : click,
    ...props(attributes),
  };
  return make('button', given, ...content);
}

function IconButton({
  label,
  tip,
  click,
}: {
  label: string | undefined;
  tip: string | undefined;
  click(): void;
}) {
  const made = (
    <button type="button" className={`${buttonClass} h-8 w-8 p-0`} aria-label={label} onClick={click}>
      {copySign()}
    </button>
  );
  if (tip === undefined) return made;
  return (
    <Tooltip.Provider delayDuration={0}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>{made}</Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className="card">{tip}</Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}

export function copySign(): ReactElement {
  return (
    <svg width="16" height="16" viewBox="0 0 24 24" className="lucide lucide-copy" aria-hidden="true">
      <rect width="14" height="14" x="8" y="8" rx="2" />
      <path d="M4 16V4h12" fill="none" stroke="currentColor" />
    </svg>
  );
}

const inputClass = 'flex h-10 w-full rounded-md border border-input bg-background px-3 py-2 text-sm';

export function TextField({ field }: { field: Field<ReactElement> }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.kind !== 'property' || input.current === null) return;
    const { current } = input;
    // A moment later, as a page does that fills it by script.
    const timer = setTimeout(() => {
      current.value = field.value;
    }, 30);
    return () => clearTimeout(timer);
  }, [field.kind, field.value]);
  const given = {
    id,
    ...props(field.attributes ?? {}),
    className: inputClass,
    placeholder: field.placeholder,
  };
  let control: ReactElement;
  if (field.kind === 'lines')
    control = <textarea {...given} readOnly rows={1} cols={44} value={field.value} />;
  else if (field.kind === 'property') control = <input {...given} ref={input} readOnly size={40} />;
  else if (field.kind === 'editable')
    control = <input {...given} key={field.value} size={40} defaultValue={field.value} />;
  else if (field.kind === 'typed') {
    control = (
      <input
        {...given}
        type="text"
        maxLength={120}
        value={field.value}
        onChange={(event) => field.input?.(event.target.value)}
      />
    );
  } else {
    control = (
      <input
        {...given}
        size={40}
        value={field.value}
        readOnly={field.kind === 'readonly'}
        disabled={field.kind === 'disabled'}
        onChange={() => undefined}
      />
    );
  }
  return (
    <div className="space-y-2">
      {field.label === '' ? null : (
        <label htmlFor={id} className="text-sm font-medium leading-none">
          {field.label}
        </label>
      )}
      {field.after === undefined ? (
        control
      ) : (
        <div className="flex items-center gap-2">
          {control}
          {field.after}
        </div>
      )}
    </div>
  );
}

export function table(
  head: string[],
  rows: Child<ReactElement>[][],
  attributes: Record<string, string> = {},
): ReactElement {
  const top =
    head.length === 0
      ? undefined
      : tag(
          'thead',
          { class: '[&_tr]:border-b' },
          tag('tr', {}, ...head.map((text) => tag('th', { class: 'h-12 px-4 text-left' }, text))),
        );
  const body = rows.map((row) =>
    tag('tr', { class: 'border-b' }, ...row.map((cell) => tag('td', { class: 'p-4 align-middle' }, cell))),
  );
  return tag(
    'div',
    { class: 'relative w-full overflow-auto' },
    tag('table', { class: 'w-full caption-bottom text-sm', ...attributes }, top, tag('tbody', {}, ...body)),
  );
}

/** Stalwart since 0.16 draws with these parts; its page and the form before it are drawn as they are. */
export const kit = reactKit('radix', partsOf, (parts, step, scene, on, memory) => {
  if (scene.provider !== 'stalwart' || scene.variant % 4 === 3) return undefined;
  return scene.url.includes('/app-passwords')
    ? oldForm(parts, step, scene, on, memory)
    : newForm(parts, step, scene, on);
});
