import { createElement, Fragment, type ReactElement, useEffect, useRef } from 'react';
import type { Child } from './parts/parts.ts';

/** Children that stand in a fixed order and need no keys. */
export function keyed(children: Child<ReactElement>[]): ReactElement {
  return createElement(Fragment, null, ...children);
}

/** Fills the field within by script a moment later, as a property, so that no mutation tells of it. */
export function Late({ value, children }: { value: string; children: ReactElement }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const input = place.current?.querySelector('input');
      if (input !== null && input !== undefined) input.value = value;
    }, 30);
    return () => clearTimeout(timer);
  }, [value]);
  return <div ref={place}>{children}</div>;
}
