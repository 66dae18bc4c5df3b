/** What is used of react-native-web, which brings no types. */
declare module 'react-native-web' {
  type Component = import('react').ComponentType<Record<string, unknown>>;
  export const ActivityIndicator: Component;
  export const Modal: Component;
  export const Pressable: Component;
  export const ScrollView: Component;
  export const Text: Component;
  export const TextInput: Component;
  export const TouchableWithoutFeedback: Component;
  export const View: Component;
  export function unstable_createElement(
    name: string,
    properties: Record<string, unknown>,
  ): import('react').ReactElement;
}
