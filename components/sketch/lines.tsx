import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** A line as it is shown: how far inside it is, what it says, and how many lines after it are inside. */
interface ShownLine {
  depth: number;
  text: string;
  inside: number;
}

interface Props {
  lines: readonly ShownLine[];
  /** Places of the lines that are struck out. */
  struck: ReadonlySet<number>;
  onToggle: (index: number) => void;
}

/** Deeper lines are no further to the right than this, so that they can be read. */
const DEEPEST = 24;

/** The lines of a sketch, each to be struck out with what is inside it. One stop of the Tab key; arrow keys move. */
export function SketchLines({ lines, struck, onToggle }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const current = Math.min(at, lines.length - 1);

  function go(to: number) {
    const next = Math.max(0, Math.min(lines.length - 1, to));
    setAt(next);
    list.current?.querySelectorAll<HTMLInputElement>('input')[next]?.focus();
  }

  function outer(from: number): number {
    const depth = lines[from]?.depth ?? 0;
    for (let index = from - 1; index >= 0; index--) if ((lines[index]?.depth ?? 0) < depth) return index;
    return from;
  }

  function steer(event: KeyboardEvent) {
    const ways: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      ArrowRight: current + 1,
      ArrowLeft: outer(current),
      PageDown: current + 20,
      PageUp: current - 20,
      Home: 0,
      End: lines.length - 1,
    };
    const to = ways[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(to);
  }

  return (
    <ul ref={list} class="sketch-lines" aria-labelledby="sketch-lines" onKeyDown={steer}>
      {lines.map(({ depth, text }, index) => (
        <li key={index} class={`sketch-line${struck.has(index) ? ' sketch-struck' : ''}`}>
          <label style={{ '--depth': String(Math.min(depth, DEEPEST)) }}>
            <input
              type="checkbox"
              tabIndex={index === current ? 0 : -1}
              checked={!struck.has(index)}
              onFocus={() => setAt(index)}
              onChange={() => onToggle(index)}
              aria-describedby="sketch-hint"
            />
            <span>{text}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** What the signs of a sketch mean, and how much of the page is not in it. */
export function SketchLegend({
  left,
}: {
  left: { texts: number; names: number; attributes: number; elements: number };
}) {
  const signs: [string, string][] = [
    ['x:5', i18n.t('sketch.small')],
    ['Xx:5', i18n.t('sketch.capital')],
    ['9:6', i18n.t('sketch.digits')],
    ['x9:16', i18n.t('sketch.mixed')],
    ['‹app=…›', i18n.t('sketch.word')],
    ['‹address›', i18n.t('sketch.address')],
    ['‹filled›', i18n.t('sketch.filled')],
    ['{x:8}', i18n.t('sketch.braces')],
    ['+3', i18n.t('sketch.other')],
  ];
  return (
    <>
      <section class="stack-tight" aria-labelledby="sketch-meaning">
        <h2 id="sketch-meaning">{i18n.t('sketch.meaning')}</h2>
        <p class="soft">{i18n.t('sketch.shapes')}</p>
        <dl class="sketch-signs">
          {signs.map(([sign, words]) => (
            <div key={sign}>
              <dt>{sign}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="stack-tight" aria-labelledby="sketch-left">
        <h2 id="sketch-left">{i18n.t('sketch.leftOut')}</h2>
        <ul class="sketch-left">
          <li>{i18n.t('sketch.leftTexts', left.texts)}</li>
          <li>{i18n.t('sketch.leftNames', left.names)}</li>
          <li>{i18n.t('sketch.leftAttributes', left.attributes)}</li>
          <li>{i18n.t('sketch.leftElements', left.elements)}</li>
        </ul>
      </section>
    </>
  );
}
