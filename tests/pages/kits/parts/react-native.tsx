import { createElement, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import {
  ActivityIndicator,
  unstable_createElement as element,
  Pressable,
  Text,
  TextInput,
  View,
} from 'react-native-web';
import type { Scene } from '../../scene.ts';
import type { Child, Field, Parts, Press } from './parts.ts';
import { props, raw } from './react.tsx';
import { Held } from './react-native-holder.tsx';

type Node = ReactElement;

/** Elements that hold text; every other one holds elements. */
const TEXTS = ['span', 'p', 'strong', 'b', 'small', 'label', 'code', 'pre', 'dt', 'dd', 'li', 'td', 'th'];
const ROLES: Partial<Record<string, string>> = {
  code: 'code',
  label: 'label',
  ul: 'list',
  li: 'listitem',
  section: 'region',
};
const BOLD = ['strong', 'b', 'dt'];

/** An element as an app for phones would draw it: boxes and texts without names, some with roles. */
function tag(name: string, attributes: Record<string, string>, ...children: Child<Node>[]): Node {
  const { class: _, style, contenteditable, cellpadding, border, ...rest } = attributes;
  const given: Record<string, unknown> = { ...props(rest) };
  if (style !== undefined) given['style'] = props({ style })['style'];
  if (contenteditable !== undefined || name === 'output') {
    const editable = contenteditable === undefined ? {} : { contentEditable: false };
    return element(name, { ...given, ...editable, children });
  }
  const role = ROLES[name];
  if (
    role !== undefined &&
    given['role'] === undefined &&
    (role !== 'region' || rest['aria-label'] !== undefined)
  )
    given['role'] = role;
  if (/^h\d$/.test(name)) return heading(Number(name.slice(1)), children);
  const mixed = children.some((child) => typeof child === 'object');
  const text = TEXTS.includes(name) && (!mixed || name === 'p');
  if (text) {
    const look = BOLD.includes(name) ? { fontWeight: '600' } : {};
    return createElement(
      Text as never,
      { ...given, style: [{ fontSize: 15 }, look, given['style']] } as never,
      ...children,
    );
  }
  if (children.every((child) => typeof child !== 'object'))
    return createElement(Text as never, given as never, ...children);
  return createElement(View as never, given as never, ...boxed(children));
}

/** In a box, text stands in an element of its own. */
export function boxed(children: Child<Node>[]): ReactNode[] {
  return children
    .filter((child) => typeof child !== 'string' || child.trim() !== '')
    .map((child) => (typeof child === 'string' ? createElement(Text, {}, child) : child));
}

export function heading(level: number, children: Child<Node>[]): Node {
  return createElement(
    Text as never,
    { role: 'heading', 'aria-level': level, style: { fontSize: 26 - 3 * level, fontWeight: '700' } } as never,
    ...children,
  );
}

export const BUTTON = {
  flexDirection: 'row',
  alignItems: 'center',
  justifyContent: 'space-between',
  alignSelf: 'flex-start',
  gap: 8,
  paddingVertical: 10,
  paddingHorizontal: 16,
  borderRadius: 8,
  marginVertical: 4,
};

/** Buttons are named after their words, once more. */
export function button(content: Child<Node>[], { kind, click, attributes = {} }: Press): Node {
  const words = content.filter((child) => typeof child === 'string').join('');
  const given = {
    role: 'button',
    onPress: click,
    'aria-label': words,
    ...props(attributes),
    style: [BUTTON, { backgroundColor: kind === 'plain' ? '#e4e9ee' : '#0b66d8' }],
  };
  const color = kind === 'plain' ? '#222' : '#fff';
  const drawn = content.map((child) =>
    typeof child === 'string'
      ? createElement(Text as never, { style: { color, fontWeight: '600' } } as never, child)
      : child,
  );
  return createElement(Pressable as never, given as never, ...drawn);
}

/** A sign as such apps draw it: a picture in a box, without a name. */
export function sign(): Node {
  const path = createElement('path', { d: 'M5 1h9v11h-2V3H5zM2 4h8v11H2z' });
  const svg = createElement('svg', { width: 16, height: 16, viewBox: '0 0 16 16', fill: 'none' }, path);
  return createElement(View as never, { style: { width: 20, height: 20 } } as never, svg);
}

function iconButton(label: string | undefined, tip: string | undefined, click: () => void): Node {
  const given = {
    role: 'button',
    onPress: click,
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(tip === undefined ? {} : { 'aria-description': tip }),
    style: [BUTTON, { padding: 6 }],
  };
  return createElement(Pressable as never, given as never, sign());
}

const INPUT = {
  fontSize: 16,
  borderWidth: 1,
  borderColor: '#99a',
  borderRadius: 8,
  padding: 10,
  minWidth: 320,
};

function Input({ field, bare }: { field: Field<Node>; bare: boolean }) {
  const place = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.kind !== 'property') return;
    const timer = setTimeout(() => {
      if (place.current !== null) place.current.value = field.value;
    }, 30);
    return () => clearTimeout(timer);
  }, [field.kind, field.value]);
  const name = field.label === '' ? props(field.attributes ?? {}) : { 'aria-label': field.label };
  const typed = field.kind === 'typed';
  const given: Record<string, unknown> = {
    ...name,
    style: INPUT,
    placeholder: field.placeholder,
    ref: place,
    readOnly: !typed && field.kind !== 'editable' && field.kind !== 'disabled',
    disabled: field.kind === 'disabled',
    multiline: field.kind === 'lines',
    rows: field.kind === 'lines' ? 1 : undefined,
    autoComplete: 'off',
  };
  if (typed) Object.assign(given, { value: field.value, onChangeText: field.input, maxLength: 120 });
  else if (field.kind === 'editable') Object.assign(given, { defaultValue: field.value, key: field.value });
  else if (field.kind !== 'property') given['value'] = field.value;
  // The library has no field that is switched off.
  const control =
    field.kind === 'disabled'
      ? element('input', { ...name, disabled: true, value: field.value, readOnly: true, style: INPUT })
      : createElement(TextInput, given);
  return (
    <View style={{ marginVertical: 6 }}>
      {field.label === '' || bare ? null : <Text style={{ fontWeight: '600' }}>{field.label}</Text>}
      <View style={{ flexDirection: 'row', alignItems: 'center', gap: 8 }}>
        {control}
        {field.after}
      </View>
    </View>
  );
}

/** A field whose name is only spoken has no label that can be seen; its placeholder and the sentence above say it. */
export function bareField(field: Field<Node>): Node {
  return <Input field={field} bare />;
}

function table(head: string[], rows: Child<Node>[][]): Node {
  const line = (cells: Child<Node>[], role: string) =>
    createElement(
      View as never,
      { role: 'row', style: { flexDirection: 'row', gap: 16, alignItems: 'center' } } as never,
      ...cells.map((cell) =>
        createElement(View as never, { role, style: { width: 230 } } as never, ...boxed([cell])),
      ),
    );
  const lines = rows.map((cells) => line(cells, 'cell'));
  return createElement(
    View as never,
    { role: 'table', style: { gap: 6 } } as never,
    ...(head.length === 0 ? lines : [line(head, 'columnheader'), ...lines]),
  );
}

/** What react-native-web offers. */
export function nativeParts(scene: Scene): Parts<Node> {
  const variant = scene.variant >> 3;
  return {
    tag,
    raw,
    // There are no forms: the keyboard's Enter does what the button does.
    form: (_, submit, ...children) => (
      <View onKeyDown={(event: { key: string }) => event.key === 'Enter' && submit()} style={{ gap: 8 }}>
        {createElement(View as never, { style: { gap: 8 } } as never, ...boxed(children))}
      </View>
    ),
    button,
    iconButton,
    copySign: sign,
    field: (field) => <Input field={field} bare={false} />,
    hold: (holding, body, foot) => <Held holding={holding} body={body} foot={foot} variant={variant} />,
    heading: (level, text) => heading(level, [text]),
    chip: (text) => (
      <View
        style={{
          backgroundColor: '#e4e9ee',
          borderRadius: 999,
          paddingHorizontal: 12,
          alignSelf: 'flex-start',
        }}
      >
        <Text>{text}</Text>
      </View>
    ),
    table,
    notice: (kind, text) => (
      <View
        role={kind === 'error' ? 'alert' : undefined}
        style={{
          flexDirection: 'row',
          gap: 8,
          padding: 12,
          borderWidth: 1,
          borderColor: '#cb8',
          borderRadius: 8,
        }}
      >
        <Text>{text}</Text>
      </View>
    ),
    spinner: () => <ActivityIndicator size="large" />,
  };
}
