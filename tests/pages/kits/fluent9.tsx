import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Card,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  FluentProvider,
  MessageBar,
  MessageBarBody,
  OverlayDrawer,
  Spinner,
  Subtitle1,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Tag,
  Title2,
  Title3,
  Tooltip,
  webLightTheme,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { type ReactElement, useId } from 'react';
import type { Scene } from '../scene.ts';
import { keyed } from './fluent-parts.tsx';
import { TextField } from './fluent9-field.tsx';
import type { Child, Holding, Parts, Press } from './parts/parts.ts';
import { form, props, raw, reactKit, tag } from './parts/react.tsx';
import { drawStep } from './parts/steps.ts';

/** Fluent UI 9: class names are made from styles, so that nothing stable is left in them. */
function partsOf(scene: Scene): Parts<ReactElement> {
  return {
    tag,
    raw,
    form,
    button,
    iconButton: (label, tip, click) => {
      const named = label === undefined ? {} : { 'aria-label': label };
      const made = <Button appearance="subtle" icon={<CopyRegular />} {...named} onClick={click} />;
      if (tip === undefined) return made;
      return (
        <Tooltip content={tip} relationship={label === undefined ? 'description' : 'label'}>
          {made}
        </Tooltip>
      );
    },
    copySign: () => <CopyRegular />,
    field: (field) => <TextField field={field} variant={scene.variant >> 4} />,
    hold: (holding, body, foot) => (
      <Held holding={holding} body={body} foot={foot} variant={scene.variant >> 3} />
    ),
    heading: (level, text) =>
      level === 1 ? <Title2 as="h1">{text}</Title2> : <Title3 as="h2">{text}</Title3>,
    chip: (text) => <Tag>{text}</Tag>,
    table,
    notice: (kind, text) => (
      <MessageBar intent={kind}>
        <MessageBarBody>{text}</MessageBarBody>
      </MessageBar>
    ),
    spinner: () => <Spinner />,
  };
}

function button(content: Child<ReactElement>[], { kind, click, attributes = {} }: Press): ReactElement {
  return (
    <Button
      appearance={kind === 'plain' ? 'secondary' : 'primary'}
      type={kind === 'submit' ? 'submit' : 'button'}
      {...(kind === 'submit' ? {} : { onClick: click })}
      {...props(attributes)}
    >
      {keyed(content)}
    </Button>
  );
}

interface HeldProps {
  holding: Holding;
  body: Child<ReactElement>[];
  foot: ReactElement[];
  variant: number;
}

function Held(given: HeldProps): ReactElement {
  switch (given.holding.container) {
    case 'dialog':
      return <Over {...given} />;
    case 'panel':
      return <Side {...given} />;
    case 'unfold':
      return <Unfold {...given} />;
    case 'inline':
    case 'page':
      return <Within {...given} />;
  }
}

function Over({ holding, body, foot, variant }: HeldProps) {
  const { title, titleForm } = holding;
  const id = useId();
  const name =
    titleForm === 'aria-label'
      ? { 'aria-label': title, 'aria-labelledby': undefined }
      : titleForm === 'aria-labelledby'
        ? { 'aria-labelledby': id }
        : {};
  return (
    <Dialog open modalType={variant % 3 === 2 ? 'alert' : 'modal'}>
      <DialogSurface {...name}>
        <DialogBody>
          {titleForm === 'heading' && <DialogTitle>{title}</DialogTitle>}
          <DialogContent>
            {titleForm === 'aria-labelledby' && (
              <Subtitle1 id={id} block>
                {title}
              </Subtitle1>
            )}
            {keyed(body)}
          </DialogContent>
          <DialogActions>{keyed(foot)}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Side({ holding, body, foot, variant }: HeldProps) {
  const { title, titleForm } = holding;
  const id = useId();
  const name =
    titleForm === 'aria-label'
      ? { 'aria-label': title, 'aria-labelledby': undefined }
      : titleForm === 'aria-labelledby'
        ? { 'aria-labelledby': id }
        : {};
  return (
    <OverlayDrawer open position="end" modalType={variant % 2 === 0 ? 'modal' : 'non-modal'} {...name}>
      {titleForm === 'heading' && (
        <DrawerHeader>
          <DrawerHeaderTitle>{title}</DrawerHeaderTitle>
        </DrawerHeader>
      )}
      <DrawerBody>
        {titleForm === 'aria-labelledby' && <Subtitle1 id={id}>{title}</Subtitle1>}
        {keyed(body)}
      </DrawerBody>
      <DrawerFooter>{keyed(foot)}</DrawerFooter>
    </OverlayDrawer>
  );
}

function Unfold({ holding, body, foot }: HeldProps) {
  const { title, titleForm } = holding;
  const isSeen = titleForm === 'heading' || titleForm === 'aria-labelledby';
  const button = titleForm === 'aria-label' ? { button: { 'aria-label': title } } : {};
  return (
    <Accordion openItems="one" collapsible>
      <AccordionItem value="one">
        <AccordionHeader {...button}>{isSeen ? title : '…'}</AccordionHeader>
        <AccordionPanel>
          {keyed(body)}
          <div className="foot">{keyed(foot)}</div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

function Within({ holding, body, foot, variant }: HeldProps) {
  const { title, titleForm, container } = holding;
  const id = useId();
  const name: Record<string, string> = {};
  if (titleForm === 'aria-label') name['aria-label'] = title;
  if (titleForm === 'aria-labelledby') name['aria-labelledby'] = id;
  if (titleForm.startsWith('aria')) name['role'] = variant % 2 === 0 ? 'region' : 'group';
  const inside = (
    <>
      {titleForm === 'heading' &&
        (container === 'page' ? <Title2 as="h1">{title}</Title2> : <Title3 as="h3">{title}</Title3>)}
      {titleForm === 'aria-labelledby' && (
        <Subtitle1 id={id} block>
          {title}
        </Subtitle1>
      )}
      {keyed(body)}
      <div className="foot">{keyed(foot)}</div>
    </>
  );
  return container === 'page' ? <div {...name}>{inside}</div> : <Card {...name}>{inside}</Card>;
}

function table(head: string[], rows: Child<ReactElement>[][]): ReactElement {
  const cells = (row: Child<ReactElement>[]) =>
    row.map((child, index) => <TableCell key={String(index)}>{child}</TableCell>);
  return (
    <Table size="small">
      {head.length > 0 && (
        <TableHeader>
          <TableRow>
            {head.map((text) => (
              <TableHeaderCell key={text}>{text}</TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
      )}
      <TableBody>
        {rows.map((row, index) => (
          <TableRow key={String(index)}>{cells(row)}</TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Every step stands under a provider of its own, as one page among others of a portal. */
export const kit = reactKit('fluent9', partsOf, (parts, step, scene, on, memory) => (
  <FluentProvider theme={webLightTheme}>{drawStep(parts, step, scene, on, memory)}</FluentProvider>
));
