import * as Collapsible from '@radix-ui/react-collapsible';
import * as Dialog from '@radix-ui/react-dialog';
import { type ReactElement, useId } from 'react';
import type { Child, Holding } from './parts/parts.ts';
import { tag } from './parts/react.tsx';

interface HeldProps {
  holding: Holding;
  body: Child<ReactElement>[];
  foot: ReactElement[];
  variant: number;
}

/** A container of any kind, as Radix draws it. */
export function Held(given: HeldProps) {
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
