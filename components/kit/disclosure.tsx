import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** What the button says; it ends with dots, because more is asked. */
  action: string;
  /** What is asked; `close` puts it away when it is done. */
  children: (close: () => void) => ComponentChildren;
}

/** A button that opens what has to be typed. Closed, no field of it is in the page, so that nothing fills one. */
export function Disclosure({ action, children }: Props) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const asked = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const moved = useRef(false);

  // The focus follows to the first field, and comes back to the button.
  useLayoutEffect(() => {
    if (open) asked.current?.querySelector<HTMLElement>('input, select, button')?.focus();
    else if (moved.current) opener.current?.focus();
    moved.current = open;
  }, [open]);

  return (
    <>
      <div class="disclosure">
        <button
          ref={opener}
          type="button"
          class="button"
          aria-expanded={open}
          {...(open ? { 'aria-controls': id } : {})}
          onClick={() => setOpen(!open)}
        >
          {action}
        </button>
      </div>
      {open && (
        <div ref={asked} id={id} class="stack disclosed">
          {children(() => setOpen(false))}
          <div>
            <button type="button" class="button button-bare button-small" onClick={() => setOpen(false)}>
              {i18n.t('add.cancel')}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
