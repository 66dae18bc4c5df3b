/**
 * Reading of nodes that a page cannot steer: a form has its fields as properties of its own, so that a field called
 * `childNodes` would stand before what the browser says (HTML, 4.10.3).
 */

function property(node: Node, name: string, kind: 'Node' | 'Element'): unknown {
  const view = (node.ownerDocument ?? (node as Document)).defaultView as (Window & typeof globalThis) | null;
  return view ? Reflect.get(view[kind].prototype, name, node) : Reflect.get(node, name);
}

function call(element: Element, name: string, ...parameters: unknown[]): unknown {
  const method = property(element, name, 'Element');
  return typeof method === 'function' ? method.apply(element, parameters) : undefined;
}

export function tagName(element: Element): string {
  return String(property(element, 'localName', 'Element')).toLowerCase();
}

export function attributeOf(element: Element, name: string): string | null {
  return call(element, 'getAttribute', name) as string | null;
}

export function attributeNames(element: Element): string[] {
  return call(element, 'getAttributeNames') as string[];
}

export function shadowOf(element: Element): ShadowRoot | null {
  return property(element, 'shadowRoot', 'Element') as ShadowRoot | null;
}

export function childrenOf(node: Element | ShadowRoot): Iterable<Node> {
  return property(node, 'childNodes', 'Node') as Iterable<Node>;
}

export function rootOf(element: Element): Document | ShadowRoot {
  const method = property(element, 'getRootNode', 'Node') as () => Document | ShadowRoot;
  return method.call(element);
}

/** How many elements are below this one, shadow roots aside. */
export function countInside(element: Element): number {
  return (call(element, 'querySelectorAll', '*') as NodeList).length;
}

/** True for what the browser says that it does not show; where it cannot say, nothing is. */
export function isUnseen(element: Element): boolean {
  return call(element, 'checkVisibility', { visibilityProperty: true }) === false;
}
