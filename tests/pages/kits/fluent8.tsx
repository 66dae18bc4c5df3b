import {
  Callout,
  CommandBarButton,
  DefaultButton,
  Dialog,
  DialogFooter,
  DialogType,
  type IButtonProps,
  IconButton,
  initializeIcons,
  MessageBar,
  MessageBarType,
  Panel,
  PrimaryButton,
  Spinner,
  Text,
  TooltipHost,
} from '@fluentui/react';
import { type ReactElement, useId, useState } from 'react';
import type { Scene } from '../scene.ts';
import { keyed } from './fluent-parts.tsx';
import { Input } from './fluent8-field.tsx';
import type { Child, Holding, Parts, Press } from './parts/parts.ts';
import { form, props, raw, reactKit, tag } from './parts/react.tsx';

initializeIcons(undefined, { disableWarnings: true });

/**
 * Fluent UI 8, with which My Sign-Ins is made. Newer builds of that page leave test ids on titles and buttons of a step;
 * every third scene has none.
 */
function partsOf(scene: Scene): Parts<ReactElement> {
  const isReal = scene.provider === 'microsoft-work' && scene.variant % 3 !== 0;
  const mark = (id: string): Record<string, string> => (isReal ? { 'data-testid': id } : {});
  const adds = new Set(scene.steps.map((step) => (step.kind === 'list' ? step.add : '')));
  return {
    tag,
    raw,
    form,
    button: (content, press) => {
      const isAdd = content.length === 1 && adds.has(String(content[0]));
      const id = isAdd ? 'add-method-button' : 'reskin-step-next-button';
      const marked = press.kind === 'plain' ? {} : mark(id);
      return button(content, { ...press, attributes: { ...marked, ...press.attributes } }, isAdd);
    },
    iconButton: (label, tip, click) => {
      const made = (
        <IconButton
          iconProps={{ iconName: 'Copy' }}
          {...(label === undefined ? {} : { ariaLabel: label })}
          onClick={click}
        />
      );
      return tip === undefined ? made : <TooltipHost content={tip}>{made}</TooltipHost>;
    },
    copySign: () => <i data-icon-name="Copy" aria-hidden="true" className="ms-Icon root-90" />,
    field: (field) => <Input field={field} variant={scene.variant >> 4} />,
    hold: (holding, body, foot) => (
      <Held
        holding={holding}
        body={body}
        foot={foot}
        variant={scene.variant >> 3}
        mark={mark('reskin-step-title')}
      />
    ),
    heading: (level, text) => (
      <Text as={level === 1 ? 'h1' : 'h2'} variant="xLarge" block>
        {text}
      </Text>
    ),
    chip: (text) => (
      <div className="ms-TagItem-root chip">
        <span className="ms-TagItem-text">{text}</span>
      </div>
    ),
    table,
    notice: (kind, text) => (
      <MessageBar messageBarType={kind === 'error' ? MessageBarType.error : MessageBarType[kind]}>
        {text}
      </MessageBar>
    ),
    spinner: () => <Spinner />,
  };
}

function button(content: Child<ReactElement>[], { kind, click, attributes = {} }: Press, isAdd: boolean) {
  const given = { ...props(attributes), ...(kind === 'submit' ? { type: 'submit' } : {}) } as IButtonProps;
  const onClick = kind === 'submit' ? undefined : click;
  const text = content.length === 1 && typeof content[0] === 'string' ? content[0] : undefined;
  if (isAdd && text !== undefined) {
    return (
      <CommandBarButton
        {...given}
        iconProps={{ iconName: 'Add' }}
        text={text}
        {...(onClick && { onClick })}
      />
    );
  }
  const Made = kind === 'plain' ? DefaultButton : PrimaryButton;
  if (text !== undefined) return <Made {...given} text={text} {...(onClick && { onClick })} />;
  return (
    <Made {...given} {...(onClick && { onClick })}>
      {keyed(content)}
    </Made>
  );
}

interface HeldProps {
  holding: Holding;
  body: Child<ReactElement>[];
  foot: ReactElement[];
  variant: number;
  mark: Record<string, string>;
}

function Held(given: HeldProps) {
  switch (given.holding.container) {
    case 'dialog':
      return given.variant % 5 === 4 ? <Bubble {...given} /> : <Over {...given} />;
    case 'panel':
      return <Side {...given} />;
    case 'unfold':
      return <Unfold {...given} />;
    case 'inline':
    case 'page':
      return <Within {...given} />;
  }
}

function content({ body }: HeldProps): ReactElement {
  return <div className="ms-Stack">{keyed(body)}</div>;
}

function Over(given: HeldProps) {
  const { holding, foot, variant, mark } = given;
  const { title, titleForm, close } = holding;
  const id = useId();
  const heading = titleForm === 'heading' ? title : '';
  const own = Object.keys(mark).length > 0 && heading !== '' && variant % 2 === 0;
  const label = titleForm === 'aria-label' ? { 'aria-label': title } : {};
  const modal = {
    isBlocking: true,
    ...(titleForm === 'aria-labelledby' ? { titleAriaId: id } : {}),
    ...(titleForm === 'aria-label' ? { titleAriaId: '' } : {}),
  };
  return (
    <Dialog
      hidden={false}
      {...(close === undefined ? {} : { onDismiss: close })}
      minWidth={480}
      dialogContentProps={{
        type: variant % 3 === 0 ? DialogType.close : DialogType.normal,
        ...(own || heading === '' ? {} : { title: heading }),
      }}
      modalProps={modal}
      {...label}
    >
      {own && (
        <h2 {...mark} className="ms-Dialog-title">
          {title}
        </h2>
      )}
      {titleForm === 'aria-labelledby' && (
        <Text id={id} variant="large" block>
          {title}
        </Text>
      )}
      {content(given)}
      <DialogFooter>{keyed(foot)}</DialogFooter>
    </Dialog>
  );
}

/** A small box that points at what was clicked. */
function Bubble(given: HeldProps) {
  const { title, titleForm } = given.holding;
  const id = useId();
  const [target] = useState(() => document.querySelector('main, [role=main]'));
  const name =
    titleForm === 'aria-label' ? { ariaLabel: title } : titleForm === 'none' ? {} : { ariaLabelledBy: id };
  return (
    <Callout role="dialog" target={target} {...name} setInitialFocus preventDismissOnEvent={() => true}>
      <div style={{ padding: 20, width: 440 }}>
        {(titleForm === 'heading' || titleForm === 'aria-labelledby') && (
          <Text id={id} as={titleForm === 'heading' ? 'h1' : 'div'} block variant="xLarge">
            {title}
          </Text>
        )}
        {content(given)}
        <div className="foot">{keyed(given.foot)}</div>
      </div>
    </Callout>
  );
}

function Side(given: HeldProps) {
  const { holding, foot } = given;
  const { title, titleForm, close } = holding;
  const id = useId();
  return (
    <Panel
      isOpen
      isBlocking={given.variant % 2 === 0}
      customWidth="460px"
      {...(close === undefined ? {} : { onDismiss: close })}
      {...(titleForm === 'heading' ? { headerText: title } : {})}
      {...(titleForm === 'aria-label' ? { 'aria-label': title } : {})}
      {...(titleForm === 'aria-labelledby' ? { 'aria-labelledby': id } : {})}
      isFooterAtBottom
      onRenderFooterContent={() => <div className="foot">{keyed(foot)}</div>}
    >
      {titleForm === 'aria-labelledby' && <Text id={id}>{title}</Text>}
      {content(given)}
    </Panel>
  );
}

function Unfold(given: HeldProps) {
  const { title, titleForm } = given.holding;
  const id = useId();
  const isSeen = titleForm === 'heading' || titleForm === 'aria-labelledby';
  return (
    <div className="card">
      <DefaultButton
        toggle
        aria-expanded
        aria-controls={id}
        iconProps={{ iconName: 'ChevronDown' }}
        {...(isSeen ? { text: title } : titleForm === 'aria-label' ? { ariaLabel: title } : {})}
      />
      <div id={id}>
        {content(given)}
        <div className="foot">{keyed(given.foot)}</div>
      </div>
    </div>
  );
}

function Within(given: HeldProps) {
  const { holding, foot, variant, mark } = given;
  const { title, titleForm, container } = holding;
  const id = useId();
  const name: Record<string, string> = {};
  if (titleForm === 'aria-label') name['aria-label'] = title;
  if (titleForm === 'aria-labelledby') name['aria-labelledby'] = id;
  if (titleForm.startsWith('aria')) name['role'] = variant % 2 === 0 ? 'region' : 'group';
  return (
    <div className={container === 'page' ? 'step' : 'card ms-depth-4'} {...name}>
      {titleForm === 'heading' && <h2 {...mark}>{title}</h2>}
      {titleForm === 'aria-labelledby' && (
        <Text id={id} variant="large" block>
          {title}
        </Text>
      )}
      {content(given)}
      <div className="foot">{keyed(foot)}</div>
    </div>
  );
}

function table(head: string[], rows: Child<ReactElement>[][]): ReactElement {
  // The details list of this library is a grid of elements with roles, without a table.
  const cell = (role: string) => (child: Child<ReactElement>) =>
    tag(
      'div',
      { role, class: 'ms-DetailsRow-cell', style: 'display:inline-block;min-width:9em;padding:4px 8px' },
      child,
    );
  const top =
    head.length === 0
      ? undefined
      : tag('div', { role: 'row', class: 'ms-DetailsHeader' }, ...head.map(cell('columnheader')));
  return tag(
    'div',
    { role: 'grid', class: 'ms-DetailsList', 'aria-rowcount': String(rows.length) },
    top,
    ...rows.map((row) => tag('div', { role: 'row', class: 'ms-DetailsRow' }, ...row.map(cell('gridcell')))),
  );
}

export const kit = reactKit('fluent8', partsOf);
