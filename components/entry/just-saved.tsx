import { agree, entries, restoreTaken, takeBack, takenBack } from '../state/entries';
import { now } from '../state/session';
import { FreshSaves } from './fresh-saves';

/** What was saved in a page a moment ago, wired. */
export function JustSaved() {
  return (
    <FreshSaves
      saves={(entries.value?.fresh ?? []).filter(({ until }) => until > now.value)}
      taken={takenBack.value}
      onTakeBack={takeBack}
      onKeep={agree}
      onUndo={restoreTaken}
    />
  );
}
