import { useEffect, useState } from 'preact/hooks';
import type { Response } from '../../lib/messaging/protocol';
import { entries } from './entries';
import { ask, attempt } from './session';

/** One entry, loaded again with the list, so that what Undo or another window changed is seen here too. */
export function useEntry(id: string): Response<'entry.get'> | undefined {
  const [found, setFound] = useState<Response<'entry.get'>>();
  const list = entries.value;
  useEffect(() => {
    let current = true;
    void attempt(async () => {
      const answer = await ask('entry.get', { id });
      if (current) setFound(answer);
    });
    return () => {
      current = false;
    };
  }, [id, list]);
  return found;
}
