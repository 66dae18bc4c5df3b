import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Response } from '../../lib/messaging/protocol';
import { Mark } from '../kit/mark';
import { FailureBanner } from '../state/failure-banner';
import { ask, attempt } from '../state/session';

type Last = NonNullable<Response<'sketch.get'>['last']>;

/** The page for a sketch, whose code comes when there is one. It works without a vault. */
export function SketchLoader() {
  const [Page, setPage] = useState<ComponentType<{ last: Last; onDrop: () => Promise<void> }>>();
  const [last, setLast] = useState<Last | 'none'>();
  const [said, setSaid] = useState('');

  useEffect(() => {
    async function load() {
      const found = await attempt(() => ask('sketch.get', {}));
      if (!found) return;
      const next = found.last ?? 'none';
      // What was struck out stays so until there is another sketch.
      setLast((before) => (typeof before === 'object' && before.drawn === found.last?.drawn ? before : next));
    }
    void load();
    void attempt(async () => {
      const { SketchPage } = await import('./page');
      setPage(() => SketchPage);
    });
    // A new one is drawn while this page is open, in another tab.
    window.addEventListener('focus', load);
    document.addEventListener('visibilitychange', load);
    return () => {
      window.removeEventListener('focus', load);
      document.removeEventListener('visibilitychange', load);
    };
  }, []);

  async function drop() {
    await attempt(() => ask('sketch.drop', {}));
    setLast('none');
    setSaid(i18n.t('sketch.dropped'));
  }

  return (
    <main class="sketch">
      <p class="sketch-brand">
        <span class="brand-line">
          <Mark />
          {i18n.t('name')}
        </span>
        <a href="#/">{i18n.t('sketch.back')}</a>
      </p>
      <FailureBanner />
      {Page && typeof last === 'object' ? (
        <Page key={last.drawn} last={last} onDrop={drop} />
      ) : (
        <Nothing said={said} waits={last !== 'none'} />
      )}
    </main>
  );
}

function Nothing({ said, waits }: { said: string; waits: boolean }) {
  return (
    <div class="stack">
      <h1>{waits ? i18n.t('sketch.heading') : i18n.t('sketch.none')}</h1>
      <p role="status" class="soft">
        {waits ? i18n.t('sketch.loading') : said}
      </p>
      {!waits && <p>{i18n.t('sketch.noneNext')}</p>}
    </div>
  );
}
