import * as Collapsible from '@radix-ui/react-collapsible';
import * as Dialog from '@radix-ui/react-dialog';
import * as Tooltip from '@radix-ui/react-tooltip';
import { type ReactElement, useEffect, useId, useRef } from 'react';
import type { Scene } from '../scene.ts';
import type { Child, Field, Holding, Parts, Press } from './parts/parts.ts';
import { form, make, props, raw, reactKit, tag } from './parts/react.tsx';
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

interface HeldProps {
  holding: Holding;
  body: Child<ReactElement>[];
  foot: ReactElement[];
  variant: number;
}

function Held(given: HeldProps) {
  switch (given.holding.container) {
    case 'dialog':
      return <Over {...given} className="dialog" />;
    case 'panel':
      return <Over {...given} className="panel" />;
    case 'unfold':
      return <Unfold {...given} />;
    case 'inline':
    case 'page':
      return <Within {...given} />;
  }
}

/** Radix draws a sheet with its dialog, too. */
function Over({ holding, body, foot, variant, className }: HeldProps & { className: string }) {
  const { title, titleForm, close } = holding;
  const name =
    titleForm === 'aria-label'
      ? { 'aria-label': title, 'aria-labelledby': undefined }
      : { 'aria-describedby': undefined };
  return (
    <Dialog.Root open modal={variant % 4 !== 3} onOpenChange={(open) => !open && close?.()}>
      <Dialog.Portal>
        <Dialog.Overlay className={className === 'dialog' ? 'mask' : ''} />
        <Dialog.Content
          className={className}
          style={className === 'dialog' ? { position: 'fixed', top: '15%', left: '20%', zIndex: 60 } : {}}
          onInteractOutside={(event) => event.preventDefault()}
          {...name}
        >
          {heading(titleForm, title)}
          {tag('div', { class: 'grid gap-4 py-4' }, ...body)}
          {tag('div', { class: 'foot flex flex-col-reverse sm:flex-row' }, ...foot)}
          {close !== undefined && (
            <Dialog.Close className="absolute right-4 top-4">
              <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
                <path d="M1 1l12 12M13 1L1 13" stroke="currentColor" />
              </svg>
              <span
                style={{
                  position: 'absolute',
                  clip: 'rect(0,0,0,0)',
                  width: 1,
                  height: 1,
                  overflow: 'hidden',
                }}
              >
                Close
              </span>
            </Dialog.Close>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function heading(form: Holding['titleForm'], title: string): ReactElement | null {
  if (form === 'heading') return <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>;
  if (form === 'aria-labelledby') {
    return (
      <Dialog.Title asChild>
        <div className="name">{title}</div>
      </Dialog.Title>
    );
  }
  return null;
}

function Unfold({ holding, body, foot }: HeldProps) {
  const { title, titleForm } = holding;
  const visible = titleForm === 'heading' || titleForm === 'aria-labelledby';
  return (
    <Collapsible.Root open className="card">
      <Collapsible.Trigger aria-label={titleForm === 'aria-label' ? title : undefined}>
        {visible ? title : '▾'}
      </Collapsible.Trigger>
      <Collapsible.Content>
        {tag('div', {}, ...body)}
        {tag('div', { class: 'foot' }, ...foot)}
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

function Within({ holding, body, foot, variant }: HeldProps) {
  const id = useId();
  const { title, titleForm, container } = holding;
  const attributes: Record<string, string> = {
    class: container === 'page' ? 'step' : 'rounded-lg border bg-card shadow-sm card',
  };
  if (titleForm === 'aria-label') attributes['aria-label'] = title;
  if (titleForm === 'aria-labelledby') attributes['aria-labelledby'] = id;
  if (titleForm !== 'none' && variant % 2 === 0) attributes['role'] = 'group';
  let shown: ReactElement | undefined;
  if (titleForm === 'heading')
    shown = tag(container === 'page' ? 'h1' : 'h3', { class: 'text-2xl font-semibold' }, title);
  if (titleForm === 'aria-labelledby') shown = tag('div', { id, class: 'name' }, title);
  return tag(
    variant % 2 === 0 ? 'section' : 'div',
    attributes,
    shown === undefined ? undefined : tag('div', { class: 'flex flex-col space-y-1.5 p-6' }, shown),
    tag('div', { class: 'p-6 pt-0' }, ...body),
    tag('div', { class: 'foot' }, ...foot),
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
