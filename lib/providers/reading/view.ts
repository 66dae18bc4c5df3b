import { spell } from './text';

/** What is seen on a page. */

export type MarkKind =
  | 'text'
  | 'title'
  | 'control'
  | 'field'
  | 'held'
  | 'choice'
  | 'picture'
  | 'busy'
  | 'masked';

/** An element that is open around something, with the marks that are inside it: from `start` up to `end`. */
export interface Frame {
  element: Element;
  start: number;
  end: number;
}

/** One thing that is seen. */
export interface Mark {
  kind: MarkKind;
  element: Element;
  text: string;
  /** Its place among the marks. */
  at: number;
  /** From the inside out. */
  frames: Frame[];
}

/** A text that may be a secret. */
export interface Shown {
  element: Element;
  text: string;
  /** How it is shown. */
  by: 'field' | 'text' | 'characters' | 'groups' | 'control';
  /** Words before it in the same line, up to a colon. */
  lead: string;
  /** Of a field: people may write into it. */
  editable: boolean;
  /** From the inside out; the first is its own. */
  frames: Frame[];
}

export interface View {
  marks: Mark[];
  shown: Shown[];
  /** The page is too large to be seen whole; to lay it out would cost more than to read it. */
  cut: boolean;
}

/** The marks inside a frame, all or those of one kind; none where there is no frame. */
export function inside(view: View, frame: Frame | undefined, kind?: MarkKind): Mark[] {
  if (!frame) return [];
  const marks = view.marks.slice(frame.start, frame.end);
  return kind ? marks.filter((one) => one.kind === kind) : marks;
}

/** The texts of an area in one, spelled for comparing; cut to `most` characters. */
export function said(marks: readonly Mark[], most = 600): string {
  let all = '';
  for (const { kind, text } of marks) {
    if (kind === 'text' || kind === 'title') all += all ? ` · ${text}` : text;
    if (all.length > most) break;
  }
  return spell(all.slice(0, most));
}
