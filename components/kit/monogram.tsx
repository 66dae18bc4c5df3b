import type { MonogramLook } from '../text/monogram';

/** The tile of a provider in a list or above an entry. It says nothing by itself, because the name is beside it. */
export function Monogram({ look, large }: { look: MonogramLook; large?: boolean }) {
  return (
    <span class={large ? 'monogram monogram-large' : 'monogram'} data-tone={look.tone} aria-hidden="true">
      {look.letters}
    </span>
  );
}
