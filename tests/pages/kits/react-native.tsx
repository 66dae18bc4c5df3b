import type { ReactElement } from 'react';
import { Pressable, Text, View } from 'react-native-web';
import type { ListStep, NamingStep, ResultStep, Scene } from '../scene.ts';
import type { Handlers } from './kit.ts';
import type { Memory, Parts } from './parts/parts.ts';
import { type Draw, reactKit } from './parts/react.tsx';
import { bareField, button, nativeParts, sign } from './parts/react-native.tsx';
import { overlay } from './parts/react-native-holder.tsx';

type Node = ReactElement;

const LARGE = { fontSize: 22, fontWeight: '700' };
const DIALOG = { backgroundColor: '#fff', borderRadius: 12, borderWidth: 1, padding: 24, width: 520 };

/** Bluesky's screen: a tip, a button, cards; titles are texts that only look like titles. */
function screen(step: ListStep, on: Handlers): Node {
  return (
    <View testID="AppPasswordsScreen" style={{ gap: 10 }}>
      <Text style={LARGE}>{step.title}</Text>
      {button([step.add], { kind: 'primary', click: () => on.next({}) })}
      {step.rows.map(({ label, created }) => (
        <View
          key={`${label} ${created}`}
          style={{
            flexDirection: 'row',
            justifyContent: 'space-between',
            borderWidth: 1,
            borderRadius: 8,
            padding: 12,
          }}
        >
          <View style={{ gap: 4 }}>
            <Text style={{ fontWeight: '700' }}>{label}</Text>
            <Text style={{ color: '#667' }}>{created}</Text>
          </View>
          <Pressable role="button" aria-label={step.remove} style={{ padding: 8 }}>
            {sign()}
          </Pressable>
        </View>
      ))}
    </View>
  );
}

function Naming({ step, on, memory }: { step: NamingStep; on: Handlers; memory: Memory }) {
  const field = bareField({
    label: step.field,
    value: memory.name,
    kind: 'typed',
    placeholder: step.placeholder ?? 'CornflowerBlue',
    input: (name) => {
      memory.name = name;
      memory.redraw();
    },
  });
  return (
    <View style={{ gap: 16 }}>
      <Text style={LARGE}>{step.title}</Text>
      <Text>{step.field}</Text>
      {field}
      <Pressable role="checkbox" aria-checked={false} style={{ flexDirection: 'row', gap: 8 }}>
        <View style={{ width: 20, height: 20, borderWidth: 1 }} />
      </Pressable>
      {button([step.next, sign()], { kind: 'primary', click: () => on.next({ name: memory.name }) })}
      {step.back !== undefined && button([step.back], { kind: 'plain', click: () => on.back() })}
    </View>
  );
}

/** The password is the text of a button that copies it; its name says so, where the scene has a name for it. */
function Created({ step, on }: { step: ResultStep; on: Handlers }) {
  const name = step.copy === 'icon-labelled' ? { 'aria-label': step.copyWord } : {};
  const text = step.groups.join(step.joint);
  return (
    <View style={{ gap: 16 }}>
      <Text style={LARGE}>{step.title}</Text>
      {step.before !== '' && <Text>{step.before}</Text>}
      {step.facts.map(({ caption, value }) => (
        <Text key={caption}>{`${caption}: ${value}`}</Text>
      ))}
      <View style={{ position: 'relative' }}>
        {button([text, step.copy === 'none' ? undefined : sign()], {
          kind: 'plain',
          click: () => undefined,
          attributes: name,
        })}
      </View>
      {step.after !== '' && <Text style={{ color: '#667' }}>{step.after}</Text>}
      {step.done !== '' && button([step.done], { kind: 'plain', click: () => on.done() })}
    </View>
  );
}

const bluesky: Draw<Node> = (_parts: Parts<Node>, step, scene: Scene, on, memory) => {
  // Copies of the app under other names have changed it.
  if (scene.provider !== 'bluesky' || scene.variant % 6 === 5) return undefined;
  const named = 'titleForm' in step && step.titleForm !== 'none' ? { 'aria-label': step.title } : {};
  const over = (content: Node) => overlay(named, null, content, { alignItems: 'center' }, DIALOG);
  if (step.kind === 'list') return screen(step, on);
  if (step.kind === 'naming' && step.container === 'dialog' && step.suggestions === undefined)
    return over(<Naming step={step} on={on} memory={memory} />);
  if (step.kind === 'result' && step.container === 'dialog' && step.place === 'button-text')
    return over(<Created step={step} on={on} />);
  return undefined;
};

/** React Native for the web, in which Bluesky's app is written, and others after it. */
export const kit = reactKit('react-native', nativeParts, bluesky);
