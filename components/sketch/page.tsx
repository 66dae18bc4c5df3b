import './sketch.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from '../../lib/browser';
import type { Response } from '../../lib/messaging/protocol';
import type { Sketch } from '../../lib/sketch/sketch';
import { showLines, strike, toggleLine, writeSketch } from '../../lib/sketch/text';
import { offerFile } from '../kit/offer-file';
import { attempt } from '../state/session';
import { SketchLegend, SketchLines } from './lines';

interface Props {
  last: NonNullable<Response<'sketch.get'>['last']>;
  onDrop: () => Promise<void>;
}

/** Puts this page into a window beside the one with the page that was drawn. */
async function showBeside(tabId: number): Promise<void> {
  const [own, drawn] = await Promise.all([browser.tabs.getCurrent(), browser.tabs.get(tabId)]);
  const half = Math.floor(screen.availWidth / 2);
  const place = { top: 0, width: half, height: screen.availHeight };
  await browser.tabs.update(tabId, { active: true });
  if (drawn.windowId !== undefined)
    await browser.windows.update(drawn.windowId, { state: 'normal' }).catch(() => undefined);
  if (drawn.windowId !== undefined) await browser.windows.update(drawn.windowId, { left: 0, ...place });
  if (own?.id !== undefined) await browser.windows.create({ tabId: own.id, left: half, ...place });
}

/** The sketch of a page, for the user to look through, strike out and pass on. */
export function SketchPage({ last, onDrop }: Props) {
  const sketch = last.sketch as Sketch;
  const heading = useRef<HTMLHeadingElement>(null);
  const [struck, setStruck] = useState<ReadonlySet<number>>(new Set());
  const [said, setSaid] = useState('');
  const lines = useMemo(() => showLines(sketch), [sketch]);
  const write = () => writeSketch(strike(sketch, struck));

  useEffect(() => heading.current?.focus(), []);

  async function copy() {
    const done = await attempt(async () => {
      await navigator.clipboard.writeText(write());
      return true;
    });
    if (done) setSaid(i18n.t('sketch.copied'));
  }

  function save() {
    const name = `sketch-${sketch.host}.json`;
    offerFile(new TextEncoder().encode(write()), name, 'application/json');
    setSaid(i18n.t('sketch.saved', [name]));
  }

  async function beside() {
    await showBeside(last.tabId).catch(() => setSaid(i18n.t('sketch.besideGone')));
  }

  return (
    <div class="stack">
      <div class="stack-tight">
        <h1 ref={heading} tabIndex={-1}>
          {i18n.t('sketch.heading')}
        </h1>
        <p class="lead">{i18n.t('sketch.lead')}</p>
        <p class="sketch-address">{i18n.t('sketch.from', [`${sketch.host}${sketch.path}`])}</p>
      </div>
      <div class="sketch-sides">
        <section class="stack-tight" aria-labelledby="sketch-lines">
          <h2 id="sketch-lines">{i18n.t('sketch.lines')}</h2>
          <p id="sketch-hint" class="soft">
            {i18n.t('sketch.linesHint')}
          </p>
          <p role="status" class="small">
            {i18n.t('sketch.count', [lines.length - struck.size, lines.length])}
          </p>
          <SketchLines
            lines={lines}
            struck={struck}
            onToggle={(index) => setStruck(toggleLine(sketch, struck, index))}
          />
        </section>
        <div class="stack">
          <section class="stack-tight" aria-labelledby="sketch-hand">
            <h2 id="sketch-hand">{i18n.t('sketch.handOver')}</h2>
            <p class="soft">{i18n.t('sketch.handOverWhy')}</p>
            <div class="line">
              <button type="button" class="button button-main" onClick={save}>
                {i18n.t('sketch.save')}
              </button>
              <button type="button" class="button" onClick={copy}>
                {i18n.t('sketch.copy')}
              </button>
              <button type="button" class="button button-danger" onClick={onDrop}>
                {i18n.t('sketch.drop')}
              </button>
            </div>
            <p role="status" class="small">
              {said}
            </p>
            <div>
              <button type="button" class="button button-small" onClick={beside}>
                {i18n.t('sketch.beside')}
              </button>
            </div>
          </section>
          <SketchLegend left={sketch.left} />
        </div>
      </div>
    </div>
  );
}
