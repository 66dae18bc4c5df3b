/** What is used of Vue 2, under a name that only the build knows: its own types give all JSX of the package Vue's meaning. */
declare module 'vue-of-nextcloud-8' {
  export interface VNode {
    elm?: Node;
  }
  interface Data {
    attrs?: Record<string, unknown>;
    class?: string | undefined;
    style?: string | undefined;
    on?: Record<string, (...values: never[]) => void>;
    slot?: string;
    hook?: { insert?: (node: VNode) => void; postpatch?: (old: VNode, node: VNode) => void };
  }
  export function h(component: unknown, data: Data, children?: (VNode | string)[]): VNode;
  export default class Vue {
    constructor(options: { render(): VNode });
    $el: Element;
    $mount(host: Element): this;
    $forceUpdate(): void;
    $destroy(): void;
  }
}

declare module 'nextcloud-vue-8/components/*' {
  const component: unknown;
  export default component;
}

declare module 'vue3-gettext' {
  export function createGettext(options: {
    translations: Record<string, never>;
    silent: boolean;
  }): import('vue').Plugin;
}
