import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Response } from '../../lib/messaging/protocol';
import { Mark } from '../kit/mark';
import { FailureBanner } from '../state/failure-banner';
import { ask, attempt, load } from '../state/session';

type Last = NonNullable<Response<'sketch.get'>['last']>;

/** The page for a sketch, whose code comes when there is one. It works without a vault. */
export function SketchLoader() {
  const [Page, setPage] = useState<ComponentType<{ last: Last; onDrop: () => Promise<void> }>>();
  const [last, setLast] = useState<Last | 'none'>();
  const [said, setSaid] = useState('');

  useEffect(() => {
    async function follow() {
      const found = await load(() => ask('sketch.get', {}));
      if (!found) return;
      const next = found.last ?? 'none';
      // What was struck out stays so until there is another sketch.
      setLast((before) => (typeof before === 'object' && before.drawn === found.last?.drawn ? before : next));
    }
    void follow();
    void load(async () => {
      const { SketchPage } = await import('./page');
      setPage(() => SketchPage);
    });
    // A new one is drawn while this page is open, in another tab.
    window.addEventListener('focus', follow);
    document.addEventListener('visibilitychange', follow);
    return () => {
      window.removeEventListener('focus', follow);
      document.removeEventListener('visibilitychange', follow);
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
