import { createElement, type ReactElement, type ReactNode, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Modal, Pressable, Text, View } from 'react-native-web';
import { freshId } from '../place.ts';
import type { Child, Holding } from './parts.ts';
import { BUTTON, boxed, heading } from './react-native.tsx';

type Node = ReactElement;

interface HeldProps {
  holding: Holding;
  body: Child<Node>[];
  foot: Node[];
  variant: number;
}

const CARD = {
  backgroundColor: '#fff',
  borderRadius: 12,
  borderWidth: 1,
  borderColor: '#cdd',
  padding: 20,
  maxWidth: 600,
};

/** A container of any kind, of boxes. */
export function Held({ holding, body, foot, variant }: HeldProps) {
  const { title, titleForm, container } = holding;
  const id = useRef(freshId('rn'));
  const named: Record<string, unknown> = {};
  if (titleForm === 'aria-label') named['aria-label'] = title;
  if (titleForm === 'aria-labelledby') named['aria-labelledby'] = id.current;
  const shown =
    titleForm === 'heading'
      ? heading(container === 'page' ? 1 : 2, [title])
      : titleForm === 'aria-labelledby' && (
          <Text nativeID={id.current} id={id.current} style={{ fontSize: 20, fontWeight: '700' }}>
            {title}
          </Text>
        );
  const content = createElement(
    View as never,
    { style: { gap: 8 } } as never,
    ...boxed(body),
    createElement(View as never, { style: { flexDirection: 'row', gap: 8 } } as never, ...foot),
  );
  if (container === 'dialog') {
    if (variant % 2 === 0)
      return (
        <Modal visible transparent animationType="none" onRequestClose={() => holding.close?.()}>
          <View {...named} style={[CARD, { margin: 60 }]}>
            {shown}
            {content}
          </View>
        </Modal>
      );
    return overlay(named, shown, content, { alignItems: 'center' }, CARD);
  }
  if (container === 'panel')
    return overlay(
      named,
      shown,
      content,
      { alignItems: 'flex-end' },
      { ...CARD, height: '100%', borderRadius: 0 },
    );
  if (container === 'unfold') {
    const visible = titleForm === 'heading' || titleForm === 'aria-labelledby';
    return (
      <View style={CARD}>
        <Pressable role="button" aria-expanded aria-label={title} style={BUTTON}>
          <Text style={{ fontWeight: '600' }}>{visible ? title : '▾'}</Text>
        </Pressable>
        {content}
      </View>
    );
  }
  const role = titleForm === 'none' || variant % 2 === 0 ? {} : { role: 'group' };
  return (
    <View {...named} {...role} style={container === 'inline' ? [CARD, { marginVertical: 12 }] : {}}>
      {shown}
      {content}
    </View>
  );
}

/** Over the page, at the end of the body: what is behind is darkened. */
export function overlay(
  named: Record<string, unknown>,
  title: ReactNode,
  content: ReactNode,
  align: Record<string, string>,
  look: Record<string, unknown>,
): Node {
  return (
    <>
      {createPortal(
        <View style={[{ position: 'fixed', inset: 0, zIndex: 10 }, align]}>
          <View style={{ position: 'fixed', inset: 0, backgroundColor: '#000', opacity: 0.6 }} />
          <View
            role="dialog"
            {...named}
            style={[look, { zIndex: 20, marginTop: look['height'] === undefined ? 80 : 0 }]}
          >
            {title}
            {content}
          </View>
        </View>,
        document.body,
      )}
    </>
  );
}
