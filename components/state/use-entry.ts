import { useEffect, useState } from 'preact/hooks';
import type { Response } from '../../lib/messaging/protocol';
import { entries } from './entries';
import { ask, load } from './session';

/**
 * One entry, loaded again with the list, so that what Undo or another window changed is seen here too; `missing` when
 * the last loading failed.
 */
export function useEntry(id: string): { found: Response<'entry.get'> | undefined; missing: boolean } {
  const [found, setFound] = useState<Response<'entry.get'>>();
  const [missing, setMissing] = useState(false);
  const list = entries.value;
  useEffect(() => {
    let current = true;
    void load(() => ask('entry.get', { id })).then((answer) => {
      if (!current) return;
      if (answer) setFound(answer);
      setMissing(answer === undefined);
    });
    return () => {
      current = false;
    };
  }, [id, list]);
  return { found, missing };
}
