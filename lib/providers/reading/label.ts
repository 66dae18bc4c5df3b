import { DIALOGS, inside, nameOf, type Shown, type View } from './see';
import { fold, spell } from './text';
import { says } from './vocabulary';

/** Finds the name that stands beside a secret, on pages that nobody knows. */

/** The name that a step shows beside a secret, as "Name: Scanner" or in a row of its own; empty where it shows none. */
export function labelIn(view: View, shown: Shown | undefined): string {
  const step = shown?.frames.find(({ element }) => element.matches(`${DIALOGS},section,form,table,dl`));
  const texts = inside(view, step).filter(({ kind }) => kind === 'text' || kind === 'held');
  const found = texts.flatMap(({ kind, element, text }, at) => {
    if (text === shown?.text) return [];
    if (kind === 'held') return isName(nameOf(element) || (texts[at - 1]?.text ?? '')) ? fold(text) : [];
    const [, lead = '', rest = ''] = /^(.{1,30}[:：])\s*(\S.*)$/u.exec(text) ?? [];
    if (isName(lead)) return rest;
    // A field has its own value, if any.
    if ((element as Partial<HTMLLabelElement>).control) return [];
    const next = texts[at + 1];
    return next?.kind === 'text' && next.text !== shown?.text && isName(text) ? next.text : [];
  });
  const [label = '', other] = found.filter((text) => !says('pass', spell(text)));
  return other === undefined ? label : '';
}

/** True for the short words beside a name that a person gave, and for nothing that is a password's. */
function isName(text: string): boolean {
  const spelled = spell(text);
  return spelled.length < 30 && says('name', spelled) && !says('pass', spelled) && !says('user', spelled);
}
