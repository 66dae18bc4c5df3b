import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ask } from '../state/session';

/** How often (ms) it is asked how far it is. */
const EVERY = 300;

/** Says how far a change of the key is. */
export function KeyProgress() {
  const [at, setAt] = useState({ done: 0, total: 0 });
  useEffect(() => {
    const timer = setInterval(() => {
      // An error shows where the user asked for the change.
      void ask('vault.key-progress', {}).then(setAt, () => undefined);
    }, EVERY);
    return () => clearInterval(timer);
  }, []);
  if (at.total === 0) return null;
  // A hundred only once it holds.
  const words = i18n.t('key.progress', [String(Math.floor((100 * at.done) / at.total))]);
  return (
    <p>
      <progress value={at.done} max={at.total} aria-label={words} /> {words}
    </p>
  );
}
