/** All elements as they are composed: what is in open shadow roots, too, in the order of the tree. */
export function* everything(root: ParentNode): Generator<Element> {
  for (const element of root.children) {
    yield element;
    if (element.shadowRoot !== null) yield* everything(element.shadowRoot);
    yield* everything(element);
  }
}

/** Text as it is read: signs of an icon font are no letters. */
function words(text: string | null | undefined): string {
  return (text ?? '').replace(/[\s\uE000-\uF8FF]+/g, ' ').trim();
}

export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

const pressable =
  'button, a, summary, [role=button], [role=option], [role=menuitem], [role=tab], input[type=submit], input[type=button], fluent-button, li';

/** The text of an element, that of its shadow root where it has no own one. */
function textOf(element: Element): string {
  const own = words(element.textContent);
  return own === '' && element instanceof HTMLInputElement ? element.value : own;
}

/** The last visible control with these words, which is the one on top. */
export function findButton(word: string): Element | undefined {
  const wanted = words(word);
  let found: Element | undefined;
  for (const element of everything(document)) {
    if (!element.matches(pressable) || !isSeen(element)) continue;
    const fits = [textOf(element), element.getAttribute('aria-label'), element.getAttribute('title')].some(
      (text) => words(text).toLowerCase() === wanted.toLowerCase(),
    );
    if (fits) found = element;
  }
  return found;
}

const typing =
  'input:not([type=checkbox], [type=radio], [type=hidden], [type=submit], [type=button], [readonly], [disabled]), textarea:not([readonly], [disabled]), [contenteditable=true]';

function nameOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const host = root instanceof ShadowRoot ? root.host : undefined;
  const of = (target: Element) => {
    const { labels } = target as HTMLInputElement;
    const ids = (target.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== '');
    const scope = target.getRootNode() as Document | ShadowRoot;
    return [
      ...[...(labels ?? [])].map((label) => label.textContent),
      ...ids.map((id) => scope.getElementById(id)?.textContent),
      target.getAttribute('aria-label'),
      target.getAttribute('placeholder'),
      target.closest('label, fluent-field')?.textContent,
    ];
  };
  return [...of(element), ...(host === undefined ? [] : of(host))].map(words).join(' | ');
}

/** The field of this name, in which a person would type. */
export function findField(name: string): Element | undefined {
  return findNamed(name) ?? fields().at(-1);
}

/** The field of this name alone; what is still fading in is not there yet. */
export function findNamed(name: string): Element | undefined {
  return fields().findLast((field) => nameOf(field).includes(words(name)));
}

function fields(): Element[] {
  return [...everything(document)].filter((element) => element.matches(typing) && isSeen(element));
}

/** Where to click it: its middle, after it was scrolled to. */
export function pointOf(element: Element): { x: number; y: number } {
  const inView = ({ top, bottom }: DOMRect) => top >= 0 && bottom <= innerHeight;
  if (!inView(element.getBoundingClientRect()))
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** True when a click there would hit the element, or a label of it. */
export function isOnTop(element: Element, x: number, y: number): boolean {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit)
    hit = hit.shadowRoot.elementFromPoint(x, y);
  for (let at: Node | null | undefined = hit; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host)
    if (at === element || (at as Partial<HTMLLabelElement>).control === element) return true;
  return false;
}
